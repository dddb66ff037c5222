import Audit
import Cohort
import MatchReplay
import Metrics

/// How much lists change between two cores, per group: change is not harm, so it may warn and never block.
struct GateChurn: Sendable {
    /// Per person the mean over runs of overlap@k of the two lists; `nil` without two lists that long.
    let overlaps: PackedValues
    /// Whether the first k places of any of a person's runs differ, in place or in order.
    let changed: [Bool]

    init(_ baseline: CoreFrame, _ candidate: CoreFrame, depth: Int) {
        let (before, after) = (baseline.frame.replayed, candidate.frame.replayed)
        overlaps = baseline.frame.meanOverRuns { run in
            // A list shorter than k is compared as far as it goes.
            let depth = min(depth, max(before[run].workplaces.count, after[run].workplaces.count))
            guard depth > 0 else { return nil }
            let first = Set(before[run].workplaces.prefix(depth))
            return Double(after[run].workplaces.prefix(depth).count { first.contains($0) }) / Double(depth)
        }
        changed = baseline.frame.people.map { person in
            person.runs.contains { before[$0].workplaces.prefix(depth) != after[$0].workplaces.prefix(depth) }
        }
    }

    /// - Parameter labels: of each person.
    func report(labels: [Attribute: [String?]], thresholds: Thresholds, limits: GateLimits) -> GateReport.Churn {
        let population = overlaps.indices.filter { overlaps[$0] != nil }
        let churn = overlaps.map { $0.map { 1 - $0 } }
        var rows: [(group: GateReport.Churn.Group, statistic: CentredMeanChange?)] = []
        for attribute in Attribute.standard {
            let partition = Partition(attribute: attribute, labels: labels[attribute] ?? [], population: population, limits: thresholds.disclosure)
            for group in partition.shown {
                let members = partition.members[group] ?? []
                let inGroup = Set(members)
                let own = ChangeSums(members.compactMap { churn[$0] })
                let rest = ChangeSums(population.filter { !inGroup.contains($0) }.compactMap { churn[$0] })
                let everybody = (own.sum + rest.sum) / Double(own.count + rest.count)
                rows.append((
                    .init(
                        id: "churn.\(attribute.rawValue).\(group)", attribute: attribute.rawValue, group: group, n: members.count,
                        overlap: (1 - own.mean).reported, excess: (own.mean - everybody).reported, lower: nil, warns: false),
                    try? CentredMeanChange(group: own, rest: rest)))
            }
        }
        warn(&rows, alpha: thresholds.analysis.alpha.value, signal: limits.churn.value)
        let moved = population.count { changed[$0] }
        let minimum = thresholds.disclosure.minimumCell.value
        let isShown = [moved, population.count - moved].allSatisfy { $0 == 0 || $0 >= minimum }
        return GateReport.Churn(
            depth: thresholds.analysis.listDepth.value,
            overlap: population.isEmpty ? nil : CompensatedSum(population.compactMap { overlaps[$0] }).value.divided(by: population.count),
            changed: isShown ? moved : nil, participants: population.count, signal: limits.churn.value, groups: rows.map(\.group))
    }

    private func warn(_ rows: inout [(group: GateReport.Churn.Group, statistic: CentredMeanChange?)], alpha: Double, signal: Double) {
        let judged = rows.indices.filter { rows[$0].statistic != nil }
        guard let holm = try? Holm(pValues: judged.map { rows[$0].statistic?.pAboveZero ?? 1 }, alpha: alpha) else { return }
        for (position, index) in judged.enumerated() {
            let lower = rows[index].statistic?.lower(level: holm.levels[position])
            rows[index].group.lower = lower?.reportedBound
            rows[index].group.warns = (lower ?? 0) > 0 && rows[index].group.excess >= signal - 1e-12
        }
    }
}

extension Double {
    fileprivate func divided(by count: Int) -> Double { (self / Double(count)).reported }
}
