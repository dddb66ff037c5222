/// Difference of two restricted mean times without the event by the score method on shares of the horizon, at effective counts.
///
/// For sides on which hardly anybody had the event: no share in [0, 1] varies more than 0/1 data with its mean, so this is conservative,
/// and it has a width even where nobody had the event. What `BoundedRestrictedMeanDifference` is without competing exits.
public struct BoundedRestrictedTimeWithoutDifference: GroupDifference {
    public static let method = "miettinen_nurminen_on_share_of_horizon"
    public static let citation = "Miettinen and Nurminen (1985), Statistics in Medicine 4:213-226, on restricted means as shares of the horizon"

    public let group: RestrictedTimeWithout
    public let reference: RestrictedTimeWithout
    private let score: MiettinenNurminen

    /// - Throws: `outsideRange` when the horizons differ.
    public init(group: RestrictedTimeWithout, reference: RestrictedTimeWithout) throws(Undefined) {
        guard group.horizon == reference.horizon else { throw .outsideRange }
        self.group = group
        self.reference = reference
        func share(_ side: RestrictedTimeWithout) -> Double {
            min(side.effectiveCount, side.effectiveCount * (side.estimate / Double(side.horizon)))
        }
        score = try MiettinenNurminen(
            groupEvents: share(group), groupTotal: group.effectiveCount, referenceEvents: share(reference),
            referenceTotal: reference.effectiveCount)
    }

    public var horizon: Int { group.horizon }
    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { group.estimate }
    public var referenceValue: Double { reference.estimate }
    public var estimate: Double { groupValue - referenceValue }
    /// That of 0/1 data with the same means: an upper bound.
    public var standardError: Double { score.standardError * Double(horizon) }
    public var pValue: Double { score.pValue }

    public func interval(level: Double) -> Interval {
        let shares = score.interval(level: level)
        return Interval(level: level, low: shares.low * Double(horizon), high: shares.high * Double(horizon))
    }

    /// As `RestrictedTimeWithoutDifference`; nil also where that one has no value.
    public func weakened() -> BoundedRestrictedTimeWithoutDifference? {
        guard let weaker = (try? RestrictedTimeWithoutDifference(group: group, reference: reference))?.weakened() else { return nil }
        return try? BoundedRestrictedTimeWithoutDifference(group: weaker.group, reference: weaker.reference)
    }
}
