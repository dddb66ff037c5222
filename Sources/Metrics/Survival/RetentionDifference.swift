/// Difference of retention among the placed: the score method at effective counts on the shares that left.
public struct RetentionDifference: GroupDifference {
    public static let method = "miettinen_nurminen_effective_counts"
    public static let citation = "Kaplan and Meier (1958), JASA 53:457-481; Dorey and Korn (1987), Statistics in Medicine 6:679"

    /// The same comparison of the shares whose placement ended.
    private let ending: IncidenceDifference

    /// - Throws: as `Retention.amongPlaced`.
    public init(group: [PlacementHistory], reference: [PlacementHistory], after duration: Double) throws(Undefined) {
        guard group.allSatisfy(\.isValid), reference.allSatisfy(\.isValid) else { throw .outsideRange }
        ending = try IncidenceDifference(
            group: AalenJohansen(group.compactMap(\.stay), causes: 1),
            reference: AalenJohansen(reference.compactMap(\.stay), causes: 1), cause: 1, horizon: duration)
    }

    private init(_ ending: IncidenceDifference) {
        self.ending = ending
    }

    public var duration: Double { ending.horizon }
    /// People who were placed.
    public var groupCount: Int { ending.groupCount }
    public var referenceCount: Int { ending.referenceCount }
    public var groupValue: Double { 1 - ending.groupValue }
    public var referenceValue: Double { 1 - ending.referenceValue }
    public var estimate: Double { -ending.estimate }
    public var standardError: Double { ending.standardError }
    public var pValue: Double { ending.pValue }

    public func interval(level: Double) -> Interval {
        let mirrored = ending.interval(level: level)
        return Interval(level: level, low: -mirrored.high, high: -mirrored.low)
    }

    public func weakened() -> RetentionDifference? {
        ending.weakened().map(RetentionDifference.init)
    }
}
