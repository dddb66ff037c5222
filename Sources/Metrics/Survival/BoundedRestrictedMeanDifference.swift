/// Difference of two restricted means judged by the score method on shares of the horizon, at effective counts.
///
/// With a handful of events before the horizon the t interval of `RestrictedMeanDifference` trusts a spread it has hardly seen, however
/// many are still at risk at the horizon (20 people of whom one in six has had the event: 88 % at a nominal 95 %). No share
/// in [0, 1] with mean m varies more than 0/1 data with that mean, so this one is conservative; it has a width even when nobody
/// has had the event.
public struct BoundedRestrictedMeanDifference: GroupDifference {
    public static let method = "miettinen_nurminen_on_share_of_horizon"
    public static let citation = "Miettinen and Nurminen (1985), Statistics in Medicine 4:213-226, on restricted means as shares of the horizon"

    public let group: RestrictedMean
    public let reference: RestrictedMean
    private let score: MiettinenNurminen

    /// - Throws: `outsideRange` when the horizons differ.
    public init(group: RestrictedMean, reference: RestrictedMean) throws(Undefined) {
        guard group.horizon == reference.horizon else { throw .outsideRange }
        self.group = group
        self.reference = reference
        score = try MiettinenNurminen(
            groupEvents: min(group.effectiveCount, group.effectiveCount * (group.estimate / group.horizon)),
            groupTotal: group.effectiveCount,
            referenceEvents: min(reference.effectiveCount, reference.effectiveCount * (reference.estimate / reference.horizon)),
            referenceTotal: reference.effectiveCount)
    }

    public var horizon: Double { group.horizon }
    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { group.estimate }
    public var referenceValue: Double { reference.estimate }
    public var estimate: Double { groupValue - referenceValue }
    /// That of 0/1 data with the same means: an upper bound.
    public var standardError: Double { score.standardError * horizon }
    public var pValue: Double { score.pValue }

    public func interval(level: Double) -> Interval {
        let shares = score.interval(level: level)
        return Interval(level: level, low: shares.low * horizon, high: shares.high * horizon)
    }

    /// As `RestrictedMeanDifference`; nil also where that one has no value.
    public func weakened() -> BoundedRestrictedMeanDifference? {
        guard let weaker = (try? RestrictedMeanDifference(group: group, reference: reference))?.weakened() else { return nil }
        return try? BoundedRestrictedMeanDifference(group: weaker.group, reference: weaker.reference)
    }
}
