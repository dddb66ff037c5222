import Cohort
import MatchReplay
import Metrics

/// How many signals chance alone would give: the group labels are permuted as a block over the people, and the comparisons made again.
enum ChanceSignals {
    /// Mean over `replicates` permutations of the number of comparisons that meet the signal rule.
    static func expected(plan: ComparisonPlan, comparisons: [Comparison], replicates: Int, seed: UInt64) -> Double {
        guard replicates > 0 else { return 0 }
        let count = plan.frame.people.count
        // In a large cohort fewer permutations tell as much: the number of signals is summed over a thousand comparisons.
        let replicates = min(replicates, max(fewest, mostPeople / max(1, count)))
        let orders = (0..<UInt64(replicates)).map { LabelPermutation.order(count: count, seed: seed, replicate: $0) }
        let lines = lines(comparisons)
        let found = parallelMap(count: lines.count, threads: plan.frame.threads) { signals(of: comparisons[lines[$0]], plan: plan, orders: orders) }
        return Double(found.reduce(0, +)) / Double(replicates)
    }

    /// Those of one metric and grouping follow each other, and share what the orders make of the labels.
    private static func lines(_ comparisons: [Comparison]) -> [Range<Int>] {
        let begins = comparisons.indices.filter { index in
            index == 0 || comparisons[index - 1].metric != comparisons[index].metric || comparisons[index - 1].grouping != comparisons[index].grouping
        }
        return zip(begins, begins.dropFirst() + [comparisons.count]).map { $0..<$1 }
    }

    private static let fewest = 4
    /// People times permutations.
    private static let mostPeople = 400_000

    private enum Side { case group, reference, neither }

    /// How often, over the orders, a comparison of this line would be a signal if person i had the labels of person `order[i]`.
    private static func signals(of line: ArraySlice<Comparison>, plan: ComparisonPlan, orders: [[Int]]) -> Int {
        guard let first = line.first else { return 0 }
        let measurement = plan.metrics[first.metric]
        // What also rests on people outside the window, or on no groups, has no labels that could be dealt out anew.
        if case .contrast(let contrast) = measurement.metric.observations, !contrast.isExchangeable { return 0 }
        guard first.grouping != .everybody, line.contains(where: { $0.measured != nil }) else { return 0 }
        let population = measurement.metric.observations.population
        let labelling = plan.frame.labelling(of: first.grouping)
        var signals = 0
        for order in orders {
            let labels = population.map { Int32(labelling.group(order[$0]) ?? labelling.names.count) }
            for comparison in line where isSignal(comparison, measurement, population, labels, labelling.names, plan: plan, order: order) { signals += 1 }
        }
        return signals
    }

    /// - Parameter labels: what each of the population was dealt, as an index in `names`, or after its end where that is unknown.
    private static func isSignal(
        _ comparison: Comparison, _ measurement: ComparisonPlan.Measurement, _ population: [Int], _ labels: [Int32], _ names: [String],
        plan: ComparisonPlan, order: [Int]
    ) -> Bool {
        guard let original = comparison.measured else { return false }
        let sideOfGroup = names.map { name -> Side in
            name == comparison.group ? .group : comparison.referenceCodes.contains(name) ? .reference : .neither
        } + [.neither]
        var members: [Int] = [], reference: [Int] = []
        reference.reserveCapacity(population.count)
        for (person, label) in zip(population, labels) {
            switch sideOfGroup[Int(label)] {
            case .group: members.append(person)
            case .reference: reference.append(person)
            case .neither: break
            }
        }
        let comparator = plan.comparator(measurement.metric, original.stratum)
        guard let difference = try? comparator.difference(plan.sides(comparison.grouping, comparison.group, members, reference, order: order)),
            abs(difference.estimate) >= measurement.sizes.signal
        else { return false }
        guard original.smallSample != nil else {
            return VerdictRule(sizes: measurement.sizes, level: 0.95, isRejected: false).isSignal(difference)
        }
        let p = ExactTest.pValue(measurement.metric.observations, group: members, reference: reference, limits: plan.limits)
        return (p ?? 1) <= 0.05
    }
}
