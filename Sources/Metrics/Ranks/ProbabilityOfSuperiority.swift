/// Chance that a value drawn from the group is larger than one drawn from the reference, equal values counted half.
///
/// The area under the ROC curve when the values are scores and the sides those with and without the outcome. It is (1 + Cliff's delta)/2,
/// and so is its interval: `CliffsDelta.interval` mapped onto [0, 1].
public struct ProbabilityOfSuperiority: Statistic {
    public static let method = "probability_of_superiority"
    public static let citation = "Grissom and Kim (2012), Effect Sizes for Research, chapter 5; interval: Feng and Cliff (2004)"

    private let delta: CliffsDelta

    /// - Throws: `noObservations`, `notFinite`.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        delta = try CliffsDelta(group: group, reference: reference)
    }

    public var count: Int { delta.count }
    public var estimate: Double { delta.shareWon }

    /// - Throws: as `CliffsDelta.interval(level:)`.
    public func interval(level: Double) throws(Undefined) -> Interval {
        let inner = try delta.interval(level: level)
        return Interval(level: level, low: (1 + inner.low) / 2, high: (1 + inner.high) / 2)
    }
}
