import Cohort
import Foundation
import MatchReplay

/// M24: whether the recorded lists are reproduced. It passes or fails, over all and per group, and everything that rests on a
/// replay needs it.
package struct FidelityGate: Sendable {
    package let fidelity: Fidelity
    let overallThreshold: Double
    let groupThreshold: Double
    /// Share of exact lists per attribute and group.
    package let byGroup: [Attribute: [String: Double]]

    /// - Parameter fidelity: over all runs of the snapshot; the gate looks at those of the frame's people.
    package init(_ fidelity: Fidelity, frame: AuditFrame, limits: Thresholds) {
        self.fidelity = fidelity
        overallThreshold = limits.fidelity.overall.value
        groupThreshold = limits.fidelity.group.value
        var byGroup: [Attribute: [String: Double]] = [:]
        for attribute in Attribute.allCases {
            var counts: [String: (exact: Int, runs: Int)] = [:]
            for person in frame.people {
                guard let group = person.labels[attribute] else { continue }
                for run in person.runs {
                    counts[group, default: (0, 0)].runs += 1
                    if fidelity.runs[run].exact { counts[group, default: (0, 0)].exact += 1 }
                }
            }
            byGroup[attribute] = counts.mapValues { Double($0.exact) / Double($0.runs) }
        }
        self.byGroup = byGroup
    }

    package var passed: Bool { (fidelity.rate ?? 0) >= overallThreshold }

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
