/// Limits for a mean change by Student's t with Hall's correction for skewness.
///
/// A change that hits few people hard is skewed, and plain t limits then lie too low: a harm at the margin is called small too often.
/// `HallTransformation` takes the skewness out of the t statistic; without skewness the limits are the ordinary ones. What that does not
/// repair: docs/adr/0015.
public struct PairedMeanChange: PairedChange, Equatable {
    public static let method = "paired_t"
    public static let citation = "Hall (1992), Journal of the Royal Statistical Society B 54:221-228; Student (1908), Biometrika 6:1-25"

    public let count: Int
    public let estimate: Double
    /// Standard deviation with n - 1.
    public let deviation: Double
    public let skewness: Double

    /// - Throws: `tooFewObservations(needed: 2)`, `zeroVariance`, `notFinite`.
    public init(_ sums: ChangeSums) throws(Undefined) {
        guard let variance = sums.sampleVariance else { throw .tooFewObservations(needed: 2) }
        guard variance.isFinite, sums.cubes.isFinite else { throw .notFinite }
        // What is left of a variance after rounding is no spread.
        guard variance > 1e-15 * sums.squares / Double(sums.count) else { throw .zeroVariance }
        count = sums.count
        estimate = sums.mean
        deviation = variance.squareRoot()
        skewness = sums.skewness
    }

    public var standardError: Double { deviation / Double(count).squareRoot() }

    public func lower(level: Double) -> Double { estimate - standardError * bend.below(StudentT.quantile(level, df: freedom)) }

    public func upper(level: Double) -> Double { estimate - standardError * bend.above(StudentT.quantile(1 - level, df: freedom)) }

    public var pAboveZero: Double { bend.pAboveZero(estimate / standardError, df: freedom) }

    public var pBelowZero: Double { bend.pBelowZero(estimate / standardError, df: freedom) }

    /// The transformed t statistic.
    public var statistic: Double { bend.transformed(estimate / standardError) }

    private var freedom: Double { Double(count - 1) }

    private var bend: HallTransformation { HallTransformation(skewness: skewness / Double(count).squareRoot()) }
}
