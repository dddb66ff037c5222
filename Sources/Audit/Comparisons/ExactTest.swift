import Metrics

/// The exact test by which a group too small for an interval can still be a signal.
///
/// Yes-or-no values: Fisher. Means: a permutation test of the difference, (1 + b)/(1 + B), with seeded draws of the smaller side.
/// Waiting times: Fisher on those whose state at the horizon is known.
enum ExactTest {
    private static let replicates = 1999

    static func pValue(_ observations: Observations, group: [Int], reference: [Int], limits: Thresholds) -> Double? {
        switch observations {
        case .values(let values), .shares(let values):
            return permutation(group.compactMap { values[$0] }, reference.compactMap { values[$0] }, seed: UInt64(limits.analysis.seed.value))
        case .outcomes(let outcomes):
            return fisher(group.compactMap { outcomes[$0] }, reference.compactMap { outcomes[$0] })
        case .exits(let exits):
            let horizon = limits.analysis.horizonDays.value
            func known(_ members: [Int]) -> [Bool] {
                members.compactMap { person in
                    exits[person].flatMap { exit in
                        if exit.kind == .event { return exit.days <= horizon }
                        return exit.kind == .censored && exit.days < horizon ? nil : false
                    }
                }
            }
            return fisher(known(group), known(reference))
        case .contrast: return nil
        }
    }

    private static func fisher(_ group: [Bool], _ reference: [Bool]) -> Double? {
        let (a, c) = (group.count { $0 }, reference.count { $0 })
        return (try? FisherExact(a: a, b: group.count - a, c: c, d: reference.count - c))?.pValue
    }

    private static func permutation(_ group: [Double], _ reference: [Double], seed: UInt64) -> Double? {
        let smaller = min(group.count, reference.count)
        guard smaller > 0 else { return nil }
        var values = group + reference
        let mean = values.reduce(0, +) / Double(values.count)
        func distance(_ sum: Double) -> Double { abs(sum / Double(smaller) - mean) }
        let observed = distance((group.count <= reference.count ? group : reference).reduce(0, +))
        var random = SeededRandom(seed: seed)
        var atLeastAsFar = 0
        for _ in 0..<replicates {
            // Only the smaller side needs to be drawn.
            var sum = 0.0
            for index in 0..<smaller {
                values.swapAt(index, index + random.index(below: values.count - index))
                sum += values[index]
            }
            // A whisker of slack: sums in another order differ in the last bit, and ties must count.
            if distance(sum) >= observed - 1e-12 { atLeastAsFar += 1 }
        }
        return Double(1 + atLeastAsFar) / Double(1 + replicates)
    }
}
