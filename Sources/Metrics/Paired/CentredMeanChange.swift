/// A group's mean change minus everybody's: a difference in differences, for figures whose unit differs between two cores.
///
/// With p the group's share of everybody, it is (1 - p)(mean of the group - mean of the rest), so that its error is Welch's, times 1 - p.
/// A change that meets everybody alike is no change here, and one that meets a group that is nearly everybody is hardly any.
///
/// Skewness is taken out as for one mean: with plain limits a harm at the margin that hits a tenth of a group of 30 was called small in 11 %
/// (docs/adr/0015).
public struct CentredMeanChange: PairedChange, Equatable {
    public static let method = "difference_in_differences"
    public static let citation = "Welch (1947), Biometrika 34:28-35; Zhou and Dinh (2005), Biostatistics 6:187-200"

    public let count: Int
    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Double
    /// Third cumulant of the difference over its cubed standard error.
    public let skewness: Double

    /// - Parameters: the changes of the group and of everybody else who has one.
    /// - Throws: `tooFewObservations(needed: 2)` on either side, `zeroVariance` when nobody's change differs from that of their side.
    public init(group: ChangeSums, rest: ChangeSums) throws(Undefined) {
        guard let own = group.sampleVariance, let other = rest.sampleVariance else { throw .tooFewObservations(needed: 2) }
        guard own.isFinite, other.isFinite, group.cubes.isFinite, rest.cubes.isFinite else { throw .notFinite }
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
        let (people, remaining) = (Double(group.count), Double(rest.count))
        let cumulant = group.thirdMoment / (people * people) - rest.thirdMoment / (remaining * remaining)
        skewness = cumulant / (variance * variance.squareRoot())
    }

    public func lower(level: Double) -> Double { estimate - standardError * bend.below(StudentT.quantile(level, df: degreesOfFreedom)) }

    public func upper(level: Double) -> Double {
        estimate - standardError * bend.above(StudentT.quantile(1 - level, df: degreesOfFreedom))
    }

    public var pAboveZero: Double { bend.pAboveZero(estimate / standardError, df: degreesOfFreedom) }

    public var pBelowZero: Double { bend.pBelowZero(estimate / standardError, df: degreesOfFreedom) }

    private var bend: HallTransformation { HallTransformation(skewness: skewness) }
}
