import Metrics

/// How many signals chance alone would give: the group labels are permuted as a block over the people, and the comparisons made again.
enum ChanceSignals {
    /// Mean over `replicates` permutations of the number of comparisons that meet the signal rule.
    static func expected(plan: ComparisonPlan, comparisons: [Comparison], replicates: Int, seed: UInt64) -> Double {
        guard replicates > 0 else { return 0 }
        let measured = comparisons.filter { $0.measured != nil }
        var total = 0
        for replicate in 0..<UInt64(replicates) {
            let order = LabelPermutation.order(count: plan.frame.people.count, seed: seed, replicate: replicate)
            total += measured.count { isSignal($0, plan: plan, order: order) }
        }
        return Double(total) / Double(replicates)
    }

    /// Whether a comparison would be a signal if person i had the labels of person `order[i]`.
    private static func isSignal(_ comparison: Comparison, plan: ComparisonPlan, order: [Int]) -> Bool {
        guard let original = comparison.measured else { return false }
        let measurement = plan.metrics[comparison.metric]
        let labels = plan.frame.labels[comparison.attribute] ?? []
        let shown = Set(comparison.reference.compactMap { labels[$0] })
        var members: [Int] = []
        var reference: [Int] = []
        for person in measurement.metric.observations.population {
            guard let label = labels[order[person]] else { continue }
            if label == comparison.group { members.append(person) } else if shown.contains(label) { reference.append(person) }
        }
        guard !members.isEmpty, !reference.isEmpty,
            let difference = try? plan.comparator(measurement.metric, original.stratum).difference(group: members, reference: reference)
        else { return false }
        guard original.smallSample != nil else {
            return VerdictRule(sizes: measurement.sizes, level: 0.95, isRejected: false).isSignal(difference)
        }
        guard abs(difference.estimate) >= measurement.sizes.signal else { return false }
        let p = ExactTest.pValue(measurement.metric.observations, group: members, reference: reference, limits: plan.limits)
        return (p ?? 1) <= 0.05
    }
}
