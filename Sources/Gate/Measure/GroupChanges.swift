import Audit
import Cohort

/// Every group of every measure, with the groups that may not be shown left out.
struct GroupChanges: Sendable {
    struct Hidden: Sendable {
        let measure: Int
        let attribute: Attribute
        let group: String
        let rule: SmallCells.Rule
    }

    /// The whole cohort first, then by attribute; groups in byte order.
    let shown: [GroupChange]
    let hidden: [Hidden]

    init(_ changes: GateChanges, limits: Thresholds.DisclosureLimits) {
        var shown: [GroupChange] = [], hidden: [Hidden] = []
        for (index, measure) in changes.measures.enumerated() {
            let population = measure.population
            func add(_ attribute: Attribute?, _ group: String, _ members: [Int], others: [Int]) {
                shown.append(
                    GroupChange(
                        changes, measure: index, attribute: attribute, group: group, members: members, population: population, others: others))
            }
            guard population.count >= limits.minimumCell.value else { continue }
            // Everybody's mean change minus everybody's is zero whatever happens.
            if !measure.isCentred { add(nil, FindingName.everybody, population, others: []) }
            for attribute in Attribute.standard {
                let partition = Partition(attribute: attribute, labels: changes.labels(attribute), population: population, limits: limits)
                // One group that is everybody is the whole cohort again.
                if partition.shown.count == 1, partition.members.count == 1, partition.unknown.isEmpty { continue }
                for group in partition.shown {
                    add(attribute, group, partition.members[group] ?? [], others: partition.reference(of: group))
                }
                hidden += partition.withheld.map { Hidden(measure: index, attribute: attribute, group: $0.group, rule: $0.rule) }
            }
        }
        self.shown = shown
        self.hidden = hidden
    }
}
