/// Adjusted p values from the permutation distribution of the largest statistic (Westfall and Young 1993), which uses how strongly
/// the comparisons hang together instead of allowing for the worst.
///
/// Single step: each |t| against the maximum over all comparisons. Step down: against the maximum over those not larger than it, made
/// monotone; never larger than single step. Both with (1 + b)/(1 + B).
public struct MaxT: Sendable, Equatable {
    public let singleStep: [Double]
    public let stepDown: [Double]
    public let replicates: Int
    /// Largest |t| of each permutation, from low to high.
    private let maxima: [Double]

    /// - Parameters:
    ///   - observed: statistics, comparable in scale (studentised); signs are ignored.
    ///   - permuted: per permutation the statistics of the same comparisons under one rearrangement of the people.
    /// - Throws: `noObservations` without comparisons; `tooFewReplicates(needed: 1)`; `unequalLengths`; `notFinite` for a NaN.
    public init(observed: [Double], permuted: [[Double]]) throws(Undefined) {
        guard !observed.isEmpty else { throw .noObservations }
        guard !permuted.isEmpty else { throw .tooFewReplicates(needed: 1) }
        guard permuted.allSatisfy({ $0.count == observed.count }) else { throw .unequalLengths }
        guard !observed.contains(where: \.isNaN), !permuted.joined().contains(where: \.isNaN) else { throw .notFinite }
        let sizes = observed.map { abs($0) }
        let ascending = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
        var single = [Int](repeating: 1, count: sizes.count)
        var down = single
        var maxima: [Double] = []
        for row in permuted {
            var largest = 0.0
            for index in ascending {
                largest = max(largest, abs(row[index]))
                if largest >= Self.threshold(sizes[index]) { down[index] += 1 }
            }
            maxima.append(largest)
            for index in sizes.indices where largest >= Self.threshold(sizes[index]) { single[index] += 1 }
        }
        let total = Double(permuted.count + 1)
        var stepDown = down.map { Double($0) / total }
        var running = 0.0
        for index in ascending.reversed() {
            running = max(running, stepDown[index])
            stepDown[index] = running
        }
        // Equal statistics get the same p, whichever stood first.
        for (before, index) in zip(ascending.dropFirst().reversed(), ascending.dropLast().reversed()) where sizes[before] == sizes[index] {
            stepDown[before] = stepDown[index]
        }
        singleStep = single.map { Double($0) / total }
        self.stepDown = stepDown.enumerated().map { min($1, Double(single[$0]) / total) }
        replicates = permuted.count
        self.maxima = maxima.sorted()
    }

    /// The c for simultaneous intervals estimate +- c SE: order statistic ceil((B + 1) level) of the maxima.
    ///
    /// - Throws: `outsideRange`; `tooFewReplicates(needed:)` when B < 20 / (1 - level).
    public func critical(level: Double) throws(Undefined) -> Double {
        guard level > 0, level < 1 else { throw .outsideRange }
        let needed = BootstrapEstimate.neededReplicates(level: level)
        guard replicates >= needed else { throw .tooFewReplicates(needed: needed) }
        return maxima[min(maxima.count, Int((Double(replicates + 1) * level * (1 - 1e-12)).rounded(.up))) - 1]
    }

    private static func threshold(_ size: Double) -> Double { size * (1 - 1e-10) }
}

extension MaxT {
    /// Every outcome for every group against the rest: Welch's t, people's labels permuted as one block for all outcomes.
    ///
    /// - Parameters:
    ///   - outcomes: per outcome the value of every person.
    ///   - labels: group 0..<groups of every person.
    /// - Returns: outcome by outcome, group by group.
    /// - Throws: `unequalLengths`, `notFinite`, `tooFewObservations(needed: 2)` when a group or its rest has fewer than two people;
    ///   `zeroVariance` when an outcome does not vary.
    public static func groupsAgainstRest(
        outcomes: [[Double]], labels: [Int], groups: Int, replicates: Int, seed: UInt64
    ) throws(Undefined) -> MaxT {
        guard outcomes.allSatisfy({ $0.count == labels.count }) else { throw .unequalLengths }
        guard labels.allSatisfy({ (0..<max(0, groups)).contains($0) }) else { throw .outsideRange }
        var counts = [Int](repeating: 0, count: max(0, groups))
        for label in labels { counts[label] += 1 }
        guard counts.allSatisfy({ $0 >= 2 && labels.count - $0 >= 2 }) else { throw .tooFewObservations(needed: 2) }
        var centred: [[Double]] = []
        for outcome in outcomes {
            let summary = try Summary(outcome)
            guard summary.squaredDeviations > 0 else { throw .zeroVariance }
            centred.append(outcome.map { $0 - summary.mean })
        }
        let squares = centred.map { $0.reduce(0) { $0 + $1 * $1 } }
        func statistics(_ labels: [Int]) -> [Double] {
            zip(centred, squares).flatMap { values, all in
                var sums = [(sum: Double, square: Double)](repeating: (0, 0), count: groups)
                for (value, label) in zip(values, labels) {
                    sums[label].sum += value
                    sums[label].square += value * value
                }
                return zip(sums, counts).map { side, count in
                    let (first, second) = (Double(count), Double(labels.count - count))
                    let spread = max(0, side.square - side.sum * side.sum / first) / (first - 1) / first
                    let rest = max(0, all - side.square - side.sum * side.sum / second) / (second - 1) / second
                    let difference = side.sum * (1 / first + 1 / second)
                    guard spread + rest > 1e-14 * all else { return difference == 0 ? 0 : difference * .infinity }
                    return difference / (spread + rest).squareRoot()
                }
            }
        }
        let permuted = (0..<UInt64(max(0, replicates))).map { replicate in
            statistics(LabelPermutation.order(count: labels.count, seed: seed, replicate: replicate).map { labels[$0] })
        }
        return try MaxT(observed: statistics(labels), permuted: permuted)
    }
}
