/// Difference of two means of values bounded in [0, 1], judged by the score method on their sums.
///
/// Where nearly everybody has the same value a t test trusts a spread it has hardly seen: with a handful of other values its
/// coverage falls far below the level. No variable in [0, 1] with mean m varies more than 0/1 data with that mean,
/// var <= m(1 - m), so the interval for 0/1 data with the same sum is conservative.
public struct BoundedMeanDifference: GroupDifference {
    public static let method = "miettinen_nurminen_on_sums"
    public static let citation = "Miettinen and Nurminen (1985), Statistics in Medicine 4:213-226, on sums of values in [0, 1]"

    public let group: [Double]
    public let reference: [Double]
    private let score: MiettinenNurminen

    /// - Throws: `noObservations`, `outsideRange` when a value is not in [0, 1], `notFinite`.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        self.group = group
        self.reference = reference
        score = try MiettinenNurminen(
            groupEvents: Self.boundedSum(group), groupTotal: Double(group.count),
            referenceEvents: Self.boundedSum(reference), referenceTotal: Double(reference.count))
    }

    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { score.groupValue }
    public var referenceValue: Double { score.referenceValue }
    public var estimate: Double { score.estimate }
    /// That of 0/1 data with the same sums: an upper bound.
    public var standardError: Double { score.standardError }
    public var pValue: Double { score.pValue }

    public func interval(level: Double) -> Interval {
        score.interval(level: level)
    }

    /// The most influential person dropped, as for any mean.
    public func weakened() -> BoundedMeanDifference? {
        guard let shorter = MostInfluential.dropped(group: group, reference: reference) else { return nil }
        return try? BoundedMeanDifference(group: shorter.group, reference: shorter.reference)
    }

    private static func boundedSum(_ values: [Double]) throws(Undefined) -> Double {
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        guard values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outsideRange }
        // Rounding may carry a sum of shares a hair past the number of people.
        return min(Double(values.count), CompensatedSum(values).value)
    }
}
