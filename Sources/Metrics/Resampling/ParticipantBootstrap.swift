/// Bootstrap over participants with fractional Exp(1) weights, for intervals that have no closed form.
///
/// A participant's weight in a replicate depends on (seed, key, replicate) alone, and weighted sums are 128-bit whole numbers, so
/// neither the order of participants nor splitting them over machines can change a bit. No replicate is ever empty.
public struct ParticipantBootstrap: Sendable, Equatable {
    /// One participant's value under a key that stays the same wherever that participant appears.
    public struct Observation: Sendable, Equatable {
        public let key: UInt64
        public let value: Double

        public init(key: UInt64, value: Double) {
            self.key = key
            self.value = value
        }
    }

    public let seed: UInt64
    public let replicates: Int

    public init(seed: UInt64, replicates: Int) {
        self.seed = seed
        self.replicates = replicates
    }

    /// Percentile interval of a statistic of two weighted means, for example their difference or ratio.
    ///
    /// Limits are order statistics of the replicates (Davison and Hinkley 1997, 2.4: number (B + 1)(1 - level)/2 from either
    /// end, rounded outward). A limit that would need more replicates than there are is infinite: nothing is claimed there.
    ///
    /// - Parameter statistic: of (group mean, reference mean); nil where it is undefined.
    /// - Throws: `noObservations`; `notFinite`; `outsideRange` for values beyond 2^30 in size; `zeroDenominator` when the statistic
    ///   is undefined for the data itself or for a replicate: none is left out in silence.
    public func interval(
        level: Double, group: [Observation], reference: [Observation], statistic: (Double, Double) -> Double?
    ) throws(Undefined) -> Interval {
        guard !reference.isEmpty else { throw .noObservations }
        let sides = [try FixedPointSide(group), try FixedPointSide(reference)]
        guard let interval = intervals(level: level, sides: sides, statistic: statistic)[0] else { throw .zeroDenominator }
        return interval
    }

    /// The same for each of several groups against everybody in the others, from one draw of all people per replicate.
    ///
    /// - Returns: parallel to `groups`; nil where the statistic is undefined for the data themselves or for a replicate.
    /// - Throws: as above, when any of the groups is empty or holds a value that cannot be used.
    public func intervalsAgainstRest(
        level: Double, groups: [[Observation]], statistic: (Double, Double) -> Double?
    ) throws(Undefined) -> [Interval?] {
        var sides: [FixedPointSide] = []
        for group in groups { sides.append(try FixedPointSide(group)) }
        return intervals(level: level, sides: sides, statistic: statistic)
    }

    private func intervals(level: Double, sides: [FixedPointSide], statistic: (Double, Double) -> Double?) -> [Interval?] {
        var values = [[Double]?](repeating: [], count: sides.count)
        func take(_ sums: [WeightedSum], keep: Bool) {
            let total = sums.reduce(WeightedSum()) { $0 + $1 }
            for index in sides.indices {
                let rest = total - sums[index]
                guard rest.weight > 0, let value = statistic(sums[index].mean, rest.mean), value.isFinite else {
                    values[index] = nil
                    continue
                }
                if keep { values[index]?.append(value) }
            }
        }
        take(sides.map(\.plain), keep: false)
        for replicate in 0..<UInt64(max(0, replicates)) {
            take(sides.map { $0.weighted(seed: seed, replicate: replicate) }, keep: true)
        }
        return values.map { $0.map { percentiles($0.sorted(), level: level) } }
    }

    private func percentiles(_ sorted: [Double], level: Double) -> Interval {
        let rank = Int((Double(replicates + 1) * (1 - level) / 2).rounded(.down))
        guard rank >= 1, rank <= sorted.count else { return Interval(level: level, low: -.infinity, high: .infinity) }
        return Interval(level: level, low: sorted[rank - 1], high: sorted[sorted.count - rank])
    }
}

/// A weighted sum of fixed-point values (32 fractional bits) and the sum of its weights; whole numbers, so that order cannot matter.
private struct WeightedSum {
    var value = Int128(0)
    var weight = Int128(0)

    var mean: Double { Double(value) / Double(weight) * 0x1p-32 }

    static func + (a: WeightedSum, b: WeightedSum) -> WeightedSum { .init(value: a.value + b.value, weight: a.weight + b.weight) }
    static func - (a: WeightedSum, b: WeightedSum) -> WeightedSum { .init(value: a.value - b.value, weight: a.weight - b.weight) }
}

/// One side's values in fixed point (32 fractional bits).
private struct FixedPointSide {
    private let keys: [UInt64]
    private let values: [Int64]

    init(_ observations: [ParticipantBootstrap.Observation]) throws(Undefined) {
        guard !observations.isEmpty else { throw .noObservations }
        guard observations.allSatisfy({ $0.value.isFinite }) else { throw .notFinite }
        guard observations.allSatisfy({ abs($0.value) <= 0x1p30 }) else { throw .outsideRange }
        keys = observations.map(\.key)
        values = observations.map { Int64(($0.value * 0x1p32).rounded()) }
    }

    /// Everybody counted once.
    var plain: WeightedSum {
        values.reduce(into: WeightedSum()) { sum, value in
            sum.value += Int128(value)
            sum.weight += 1
        }
    }

    func weighted(seed: UInt64, replicate: UInt64) -> WeightedSum {
        var sum = WeightedSum()
        for index in keys.indices {
            let weight = CounterRandom.exponentialWeight(seed: seed, participant: keys[index], replicate: replicate)
            sum.value += Int128(weight) * Int128(values[index])
            sum.weight += Int128(weight)
        }
        return sum
    }
}
