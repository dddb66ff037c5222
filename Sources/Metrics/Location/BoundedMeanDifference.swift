/// Difference of two means of values bounded in [0, 1], judged by the score method on their sums.
///
/// Where nearly everybody has the same value a t test trusts a spread it has hardly seen: with a handful of other values its
/// coverage falls far below the level. No variable in [0, 1] with mean m varies more than 0/1 data with that mean,
/// var <= m(1 - m), so the spread of 0/1 data with the same sum is on the safe side.
///
/// The spread is; the shape is not. Where a side expects less than one event the score's distribution is so skewed that a single
/// person decides: without a correction up to 10 % of true "no difference" came out at p <= 5 % (10 against 600 people, 1.4 % of
/// them with a one). Hence Yates' continuity correction, half a person on either side, in the p and in the interval:
/// |d - delta| - (1/n + 1/m)/2 against the score's error at delta. With it the share is at most 4 % (docs/adr/0010).
public struct BoundedMeanDifference: GroupDifference {
    public static let method = "miettinen_nurminen_on_sums"
    public static let citation = "Miettinen and Nurminen (1985), Statistics in Medicine 4:213-226, on sums of values in [0, 1]; continuity correction: Yates (1934), Supplement to the Journal of the Royal Statistical Society 1:217-235"

    private let group: SideValues
    private let reference: SideValues
    private let score: MiettinenNurminen

    /// - Throws: `noObservations`, `outsideRange` when a value is not in [0, 1], `notFinite`.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        try self.init(SideValues(group), Self.boundedSum(group), SideValues(reference), Self.boundedSum(reference))
    }

    private init(_ group: SideValues, _ groupSum: Double, _ reference: SideValues, _ referenceSum: Double) throws(Undefined) {
        self.group = group
        self.reference = reference
        score = try MiettinenNurminen(
            groupEvents: groupSum, groupTotal: Double(group.count), referenceEvents: referenceSum, referenceTotal: Double(reference.count))
    }

    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { score.groupValue }
    public var referenceValue: Double { score.referenceValue }
    public var estimate: Double { score.estimate }
    /// That of 0/1 data with the same sums: an upper bound.
    public var standardError: Double { score.standardError }

    public var pValue: Double {
        let distance = abs(estimate) - correction
        // Half a person explains the difference.
        if distance <= 0 { return 1 }
        return Normal.twoSided(distance / score.scoreError(at: 0))
    }

    public func interval(level: Double) -> Interval {
        let z = Normal.critical(level: level)
        let d = estimate
        let correction = correction
        let low = d - correction <= -1 ? -1 : Bisection.boundary(low: -1, high: d) { d - $0 - correction > z * score.scoreError(at: $0) }
        let high = d + correction >= 1 ? 1 : Bisection.boundary(low: d, high: 1) { $0 - d - correction <= z * score.scoreError(at: $0) }
        return Interval(level: level, low: low, high: high)
    }

    /// Half a person on either side.
    private var correction: Double { (1 / Double(groupCount) + 1 / Double(referenceCount)) / 2 }

    /// The most influential person dropped, as for any mean.
    public func weakened() -> BoundedMeanDifference? {
        let side = weakensGroup ? group : reference
        let (mean, other) = weakensGroup ? (groupValue, referenceValue) : (referenceValue, groupValue)
        guard let value = MostInfluential.value(among: side, mean: mean, otherMean: other) else { return nil }
        // Rounding must not carry a sum past nobody or everybody.
        let fewer = side.without(value)
        let sum = min(Double(fewer.count), max(0, (weakensGroup ? score.groupEvents : score.referenceEvents) - value))
        return weakensGroup
            ? try? BoundedMeanDifference(fewer, sum, reference, score.referenceEvents)
            : try? BoundedMeanDifference(group, score.groupEvents, fewer, sum)
    }

    public func readiedForWeakening() -> BoundedMeanDifference {
        let (first, second) = weakensGroup ? (group.ordered(), reference) : (group, reference.ordered())
        return (try? BoundedMeanDifference(first, score.groupEvents, second, score.referenceEvents)) ?? self
    }

    private static func boundedSum(_ values: [Double]) throws(Undefined) -> Double {
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        guard values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outsideRange }
        // Rounding may carry a sum of shares a hair past the number of people.
        return min(Double(values.count), CompensatedSum(values).value)
    }
}
