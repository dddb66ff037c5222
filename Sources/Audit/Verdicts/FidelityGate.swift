import Cohort
import Foundation
import MatchReplay

/// M24: whether the recorded lists are reproduced. It passes or fails, over all and per group, and everything that rests on a
/// replay needs it.
package struct FidelityGate: Sendable {
    let runs: Int
    let exact: Int
    /// First differing rank -> how many runs.
    let firstDifferingRanks: [Int: Int]
    /// Over all runs; `nil` when no distances were recorded.
    let maximumDistanceError: Double?
    let overallThreshold: Double
    let groupThreshold: Double
    /// Share of exact lists per attribute and group.
    package let byGroup: [Attribute: [String: Double]]

    /// - Parameter fidelity: of all runs of the snapshot; by group the gate looks at those of the frame's people.
    package init(_ fidelity: [ListFidelity], frame: AuditFrame, limits: Thresholds) {
        runs = fidelity.count
        exact = fidelity.count(where: \.isExact)
        firstDifferingRanks = fidelity.lazy.compactMap(\.firstDifferingRank).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        maximumDistanceError = fidelity.lazy.compactMap(\.maximumDistanceError).max()
        overallThreshold = limits.fidelity.overall.value
        groupThreshold = limits.fidelity.group.value
        let exactOfPerson = frame.people.map { person in person.runs.count { fidelity[$0].isExact } }
        var byGroup: [Attribute: [String: Double]] = [:]
        for attribute in Attribute.allCases {
            let labelling = frame.labelling(of: Grouping(attribute))
            var counts = [(exact: Int, runs: Int)](repeating: (0, 0), count: labelling.names.count)
            for (index, person) in frame.people.enumerated() {
                guard let group = labelling.group(index) else { continue }
                counts[group].runs += person.runs.count
                counts[group].exact += exactOfPerson[index]
            }
            let known = zip(labelling.names, counts).filter { $0.1.runs > 0 }
            byGroup[attribute] = Dictionary(uniqueKeysWithValues: known.map { ($0, Double($1.exact) / Double($1.runs)) })
        }
        self.byGroup = byGroup
    }

    /// Exact runs per run; `nil` without runs.
    var rate: Double? { runs == 0 ? nil : Double(exact) / Double(runs) }

    package var passed: Bool { (rate ?? 0) >= overallThreshold }

    /// Why replay-based figures of this group are unavailable; `nil` = they are not. The reference is judged with its group:
    /// it only matters when it fails overall.
    func reason(_ grouping: Grouping, group: String) -> String? {
        if !passed { return "fidelity_failed" }
        let sides = grouping.isIntersection ? group.components(separatedBy: " | ") : [group]
        let failed = zip(grouping.attributes, sides).contains { attribute, code in
            byGroup[attribute]?[code].map { $0 < groupThreshold } ?? false
        }
        return failed ? "fidelity_failed_in_group" : nil
    }
}
