import Cohort
import MatchReplay
import Metrics

/// All comparisons of one window: every metric over every attribute, with the reasons why some cannot be made.
struct ComparisonPlan {
    let frame: AuditFrame
    let limits: Thresholds
    let edition: Edition
    let metrics: [Measurement]
    /// Counts that an earlier figure already shows, by metric, attribute and group.
    let published: PublishedCounts
    /// Reasons why a replay-based metric of a group cannot be trusted; empty = all reproduced well enough.
    let fidelity: FidelityGate

    struct Measurement {
        let indicator: any JudgedIndicator.Type
        let metric: MeasuredMetric
        let limits: Thresholds.IndicatorLimits

        /// The margin and signal size in force.
        var sizes: Sizes { Sizes(limits, isRate: metric.observations.isRate) }
    }

    /// The attributes by which people are grouped, in the order of the configuration.
    var attributes: [Attribute] { frame.system.attributes.map(\.attribute) }

    /// Everything that is compared, in the order of the catalogue, the attributes and the groups.
    func comparisons() -> [Comparison] {
        parallelMap(count: metrics.count, threads: frame.threads) { metric in
            groupings(metrics[metric].indicator.groupedBy).filter { metrics[metric].metric.notBy.isDisjoint(with: $0.attributes) }.flatMap { comparisons(metric: metric, $0) }
        }.flatMap { $0 }
    }

    func groupings(_ rule: GroupingRule) -> [Grouping] {
        switch rule {
        case .attributes: attributes.map { Grouping($0) }
        case .attribute(let attribute): attributes.contains(attribute) ? [Grouping(attribute)] : []
        case .everybody: [.everybody]
        case .intersections: frame.system.intersections
        }
    }

    func partition(_ observations: Observations, indicator: String, metric: String, _ grouping: Grouping) -> Partition {
        let window = frame.window
        return Partition(
            grouping, frame.labelling(of: grouping), population: observations.population,
            limits: limits.disclosure,
            marks: { members in
                var marks: [String: SmallCells.Rule] = [:]
                for (group, people) in members {
                    if published.isTooNear(people.count, window: window, indicator: indicator, metric: metric, attribute: grouping.name, group: group) {
                        marks[group] = .difference
                    }
                    if edition.isPublished, hasSmallNumerator(observations, people) { marks[group] = .primary }
                }
                return marks
            })
    }

    /// Public edition: a numerator or complement below the minimum, zero included, tells something about everybody in the group.
    private func hasSmallNumerator(_ observations: Observations, _ people: [Int]) -> Bool {
        guard let events = observations.events(among: people) else { return false }
        return min(events, people.count - events) < limits.disclosure.minimumNumeratorPublic.value
    }

    private func comparisons(metric index: Int, _ grouping: Grouping) -> [Comparison] {
        let (indicator, metric) = (metrics[index].indicator, metrics[index].metric)
        let partition = partition(metric.observations, indicator: indicator.id, metric: metric.description.metric, grouping)
        let named = grouping.attributes.count == 1 ? frame.system.attribute(grouping.attributes[0])?.reference : nil
        let referenceName = grouping == .everybody ? "none" : named ?? "rest"
        // The unknown are a line in the tables, not a question that is asked.
        var comparisons = partition.withheld.filter { $0.group != Attribute.unknown }.map { group, rule in
            Comparison(
                metric: index, grouping: grouping, group: group, count: 0, referenceCodes: [], referenceCount: 0, referenceName: referenceName,
                outcome: .withheld(rule))
        }
        let judged = stratum(metrics[index], grouping)
        for group in compared(partition, against: named) {
            func comparison(_ group: String) -> Comparison {
                let members = partition.members[group] ?? []
                let reference = named.map { partition.shown.contains($0) ? partition.members[$0] ?? [] : [] } ?? partition.reference(of: group)
                let codes = named.map { partition.shown.contains($0) ? [$0] : [] } ?? partition.shown.filter { $0 != group }
                return Comparison(
                    metric: index, grouping: grouping, group: group, count: members.count, referenceCodes: Set(codes),
                    referenceCount: reference.count, referenceName: referenceName,
                    outcome: outcome(indicator, metric, partition, group, members, reference, judged))
            }
            let one = comparison(group)
            // Of two groups the one comparison is about the group that fares worse, so that what is counted as adverse does not depend on which
            // of the two is smaller. It is the same test either way.
            let other = named == nil && partition.shown.count == 2 ? partition.shown.first { $0 != group } : nil
            comparisons.append(other.flatMap { isFavourable(one, metric) ? comparison($0) : nil } ?? one)
        }
        return comparisons.sorted { GroupTable.order($0.group) < GroupTable.order($1.group) }
    }

    private func isFavourable(_ comparison: Comparison, _ metric: MeasuredMetric) -> Bool {
        guard let estimate = comparison.measured?.estimate, estimate != 0 else { return false }
        return metric.description.adverse == (estimate > 0 ? "lower" : "higher")
    }

    /// Two shown groups give one comparison, not two: the smaller one against the larger (or the other way round: see `comparisons`). A named reference is not compared with itself.
    private func compared(_ partition: Partition, against named: String?) -> [String] {
        if partition.grouping == .everybody { return partition.shown }
        if let named { return partition.shown.filter { $0 != named } }
        return Self.compared(partition)
    }

    static func compared(_ partition: Partition) -> [String] {
        guard partition.shown.count == 2 else { return partition.shown.count < 2 ? [] : partition.shown }
        let sizes = partition.shown.map { partition.members[$0]?.count ?? 0 }
        return [sizes[1] <= sizes[0] ? partition.shown[1] : partition.shown[0]]
    }

    /// What is held equal in the figure that is judged.
    func judgedStratum(_ measurement: Measurement) -> Stratum {
        if case .contrast = measurement.metric.observations { return .none }
        // Without the stratum's source the crude figure is all there is, and the cap says so.
        return measurement.metric.cap == nil ? measurement.indicator.judgedStratum : .none
    }

    private func stratum(_ measurement: Measurement, _ grouping: Grouping) -> (judged: Stratum, beside: Stratum?) {
        if case .contrast = measurement.metric.observations { return (.none, nil) }
        let judged = judgedStratum(measurement)
        guard judged == .none else { return (judged, Stratum.none) }
        let beside = measurement.limits.beside.value
        return (.none, beside == .none || grouping.attributes.map(\.rawValue).contains(beside.rawValue) ? nil : beside)
    }

    private func outcome(
        _ indicator: any JudgedIndicator.Type, _ metric: MeasuredMetric, _ partition: Partition, _ group: String,
        _ members: [Int], _ reference: [Int], _ stratum: (judged: Stratum, beside: Stratum?)
    ) -> Comparison.Outcome {
        if indicator.restsOnReplay, let reason = fidelity.reason(partition.grouping, group: group) {
            return .unavailable(reason: reason)
        }
        do throws(Undefined) {
            let sides = sides(partition.grouping, group, members, reference)
            let judged = try comparator(metric, stratum.judged).difference(sides)
            return .measured(
                .init(
                    estimate: judged.estimate, pValue: judged.pValue, beside: stratum.beside, stratum: stratum.judged,
                    smallSample: smallSample(metric, partition, members, reference),
                    cap: metric.cap ?? metric.observations.cap(sides)))
        } catch {
            return .unavailable(reason: error.code)
        }
    }

    /// Whom a comparison is about.
    /// - Parameter left: a group that is left out of the reference.
    func sides(of comparison: Comparison, leavingOut left: String? = nil) -> Sides {
        let labelling = frame.labelling(of: comparison.grouping)
        let isReference = labelling.names.map { comparison.referenceCodes.contains($0) && $0 != left }
        let own = labelling.names.firstIndex(of: comparison.group)
        var (group, reference): ([Int], [Int]) = ([], [])
        for person in metrics[comparison.metric].metric.observations.population {
            guard let label = labelling.group(person) else { continue }
            if label == own { group.append(person) } else if isReference[label] { reference.append(person) }
        }
        return sides(comparison.grouping, comparison.group, group, reference)
    }

    /// A comparison made again, with what is held equal.
    func difference(of comparison: Comparison, _ sides: Sides, within stratum: Stratum) -> (any GroupDifference)? {
        try? comparator(metrics[comparison.metric].metric, stratum).difference(sides)
    }

    /// - Parameter order: person i has the labels of person `order[i]`; `nil` = his own.
    func sides(_ grouping: Grouping, _ code: String, _ group: [Int], _ reference: [Int], order: [Int]? = nil) -> Sides {
        guard grouping.isIntersection else { return Sides(grouping, code: code, group: group, reference: reference) }
        let (first, second) = (frame.labelling(of: Grouping(grouping.attributes[0])), frame.labelling(of: Grouping(grouping.attributes[1])))
        return Sides(grouping, code: code, group: group, reference: reference) { person in
            let owner = order?[person] ?? person
            return (first.group(owner), second.group(owner))
        }
    }

    func comparator(_ metric: MeasuredMetric, _ stratum: Stratum) -> Comparator {
        Comparator(metric: metric, strata: stratum == .none ? nil : frame.strata(stratum), limits: limits)
    }

    private func smallSample(
        _ metric: MeasuredMetric, _ partition: Partition, _ members: [Int], _ reference: [Int]
    ) -> Comparison.SmallSample? {
        let reason: String
        let smallest = partition.grouping == .everybody ? members.count : min(members.count, reference.count)
        if smallest < limits.analysis.minimumGroup.value {
            reason = "below_minimum_group"
        } else if partition.missingShare > limits.analysis.maximumMissing.value {
            reason = "too_many_unknown"
        } else {
            return nil
        }
        // Without an exact p nothing is claimed.
        let p = ExactTest.pValue(metric.observations, group: members, reference: reference, limits: limits) ?? 1
        return .init(reason: reason, exactP: p)
    }
}
