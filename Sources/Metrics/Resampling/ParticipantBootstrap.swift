/// Bootstrap over participants with fractional Exp(1) weights, for intervals that have no closed form.
///
/// A participant's weight in a replicate depends on (seed, key, replicate) alone (`ExponentialWeights`), and weighted sums are whole
/// numbers (`ReplicateSums`), so neither the order of participants nor splitting them over machines can change a bit. No replicate
/// is ever empty.
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

    /// The replicate sums of these people, to merge with those of others or to estimate from.
    ///
    /// - Throws: as `ReplicateSums.init`.
    public func sums(groups: [[Observation]]) throws(Undefined) -> ReplicateSums {
        try ReplicateSums(seed: seed, replicates: replicates, groups: groups)
    }

    /// Percentile interval of a statistic of two weighted means, for example their difference or ratio.
    ///
    /// - Parameter statistic: of (group mean, reference mean); nil where it is undefined.
    /// - Throws: `noObservations`; `notFinite`; `outsideRange` for values beyond 2^20 in size; `zeroDenominator` when the statistic
    ///   is undefined for the data itself or for a replicate: none is left out in silence; `tooFewReplicates(needed:)` when there
    ///   are fewer than 20 / (1 - level).
    public func interval(
        level: Double, group: [Observation], reference: [Observation], statistic: @escaping @Sendable (Double, Double) -> Double?
    ) throws(Undefined) -> Interval {
        try Self.percentile(sums(groups: [group, reference]), statistic).interval(level: level)
    }

    /// The same for each of several groups against everybody in the others, from one draw of all people per replicate.
    ///
    /// - Returns: parallel to `groups`; nil where the statistic is undefined for the data themselves or for a replicate; infinite on
    ///   both sides when there are too few replicates for the level: nothing is claimed there.
    /// - Throws: `noObservations` when any of the groups is empty, `notFinite`, `outsideRange`.
    public func intervalsAgainstRest(
        level: Double, groups: [[Observation]], statistic: @escaping @Sendable (Double, Double) -> Double?
    ) throws(Undefined) -> [Interval?] {
        guard groups.allSatisfy({ !$0.isEmpty }) else { throw .noObservations }
        let all = try sums(groups: groups)
        var intervals: [Interval?] = []
        for group in groups.indices {
            do {
                let sides = try all.pooled([[group], groups.indices.filter { $0 != group }])
                intervals.append(try Self.percentile(sides, statistic).interval(level: level))
            } catch .tooFewReplicates {
                intervals.append(Interval(level: level, low: -.infinity, high: .infinity))
            } catch {
                intervals.append(nil)
            }
        }
        return intervals
    }

    private static func percentile(
        _ sums: ReplicateSums, _ statistic: @escaping @Sendable (Double, Double) -> Double?
    ) throws(Undefined) -> BootstrapEstimate {
        // A percentile interval asks for no slopes.
        let function = MeansFunction(groups: [0, 1], value: { statistic($0[0], $0[1]) }, slopes: { _ in [0, 0] })
        return try BootstrapEstimate(sums, function, kind: .percentile)
    }
}
