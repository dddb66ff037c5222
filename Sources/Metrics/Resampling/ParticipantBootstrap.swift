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
        var values: [Double] = []
        values.reserveCapacity(replicates)
        let sides = (try FixedPointSide(group), try FixedPointSide(reference))
        guard let original = statistic(sides.0.plainMean, sides.1.plainMean), original.isFinite else { throw .zeroDenominator }
        for replicate in 0..<UInt64(max(0, replicates)) {
            let means = (sides.0.mean(seed: seed, replicate: replicate), sides.1.mean(seed: seed, replicate: replicate))
            guard let value = statistic(means.0, means.1), value.isFinite else { throw .zeroDenominator }
            values.append(value)
        }
        values.sort()
        let rank = Int((Double(replicates + 1) * (1 - level) / 2).rounded(.down))
        guard rank >= 1, rank <= values.count else { return Interval(level: level, low: -.infinity, high: .infinity) }
        return Interval(level: level, low: values[rank - 1], high: values[values.count - rank])
    }
}

/// One side's values in fixed point (32 fractional bits).
private struct FixedPointSide {
    private let keys: [UInt64]
    private let values: [Int64]
    let plainMean: Double

    init(_ observations: [ParticipantBootstrap.Observation]) throws(Undefined) {
        guard !observations.isEmpty else { throw .noObservations }
        guard observations.allSatisfy({ $0.value.isFinite }) else { throw .notFinite }
        guard observations.allSatisfy({ abs($0.value) <= 0x1p30 }) else { throw .outsideRange }
        keys = observations.map(\.key)
        values = observations.map { Int64(($0.value * 0x1p32).rounded()) }
        let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
        plainMean = Double(sum) / Double(values.count) * 0x1p-32
    }

    func mean(seed: UInt64, replicate: UInt64) -> Double {
        var sum = Int128(0)
        var weights = Int128(0)
        for index in keys.indices {
            let weight = CounterRandom.exponentialWeight(seed: seed, participant: keys[index], replicate: replicate)
            sum += Int128(weight) * Int128(values[index])
            weights += Int128(weight)
        }
        return Double(sum) / Double(weights) * 0x1p-32
    }
}
