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
        let total = parallelMap(count: comparisons.count, threads: plan.frame.threads) { signals(of: comparisons[$0], plan: plan, orders: orders) }
            .reduce(0, +)
        return Double(total) / Double(replicates)
    }

    private static let fewest = 4
    /// People times permutations.
    private static let mostPeople = 400_000

    private enum Side { case group, reference, neither }

    /// In how many orders a comparison would be a signal if person i had the labels of person `order[i]`.
    private static func signals(of comparison: Comparison, plan: ComparisonPlan, orders: [[Int]]) -> Int {
        guard let original = comparison.measured else { return 0 }
        let measurement = plan.metrics[comparison.metric]
        // What also rests on people outside the window, or on no groups, has no labels that could be dealt out anew.
        if case .contrast(let contrast) = measurement.metric.observations, !contrast.isExchangeable { return 0 }
        guard comparison.grouping != .everybody else { return 0 }
        let comparator = plan.comparator(measurement.metric, original.stratum)
        let population = measurement.metric.observations.population
        let labelling = plan.frame.labelling(of: comparison.grouping)
        let sideOfGroup = labelling.names.map { name -> Side in
            name == comparison.group ? .group : comparison.referenceCodes.contains(name) ? .reference : .neither
        }
        let sides = plan.frame.people.indices.map { person in labelling.group(person).map { sideOfGroup[$0] } ?? .neither }
        return orders.count { order in
            var members: [Int] = [], reference: [Int] = []
            reference.reserveCapacity(population.count)
            for person in population {
                switch sides[order[person]] {
                case .group: members.append(person)
                case .reference: reference.append(person)
                case .neither: break
                }
            }
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
}
