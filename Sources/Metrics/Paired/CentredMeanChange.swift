/// A group's mean change minus everybody's: a difference in differences, for figures whose unit differs between two cores.
///
/// With p the group's share of everybody, it is (1 - p)(mean of the group - mean of the rest), so that its error is Welch's, times 1 - p.
/// A change that meets everybody alike is no change here.
public struct CentredMeanChange: PairedChange, Equatable {
    public static let method = "difference_in_differences"
    public static let citation = "Welch (1947), Biometrika 34:28-35; Angrist and Pischke (2009), Mostly Harmless Econometrics, chapter 5"

    public let count: Int
    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Parameters: the changes of the group and of everybody else who has one.
    /// - Throws: `tooFewObservations(needed: 2)` on either side, `zeroVariance` when nobody's change differs from that of their side.
    public init(group: ChangeSums, rest: ChangeSums) throws(Undefined) {
        guard let own = group.sampleVariance, let other = rest.sampleVariance else { throw .tooFewObservations(needed: 2) }
        guard own.isFinite, other.isFinite else { throw .notFinite }
        let first = own / Double(group.count), second = other / Double(rest.count)
        let variance = first + second
        let scale = (group.squares + rest.squares) / Double(group.count + rest.count)
        guard variance > 1e-15 * scale else { throw .zeroVariance }
        let others = Double(rest.count) / Double(group.count + rest.count)
        count = group.count
        estimate = others * (group.mean - rest.mean)
        standardError = others * variance.squareRoot()
        let share = first / variance, remainder = second / variance
        degreesOfFreedom = 1 / (share * share / Double(group.count - 1) + remainder * remainder / Double(rest.count - 1))
    }

    public func lower(level: Double) -> Double { estimate - StudentT.quantile(level, df: degreesOfFreedom) * standardError }

    public func upper(level: Double) -> Double { estimate + StudentT.quantile(level, df: degreesOfFreedom) * standardError }

    public var pAboveZero: Double { StudentT.survival(estimate / standardError, df: degreesOfFreedom) }

    public var pBelowZero: Double { StudentT.cdf(estimate / standardError, df: degreesOfFreedom) }
}
