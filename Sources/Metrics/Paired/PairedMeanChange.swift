/// Limits for a mean change by Student's t with Hall's correction for skewness.
///
/// A change that hits few people hard is skewed, and plain t limits then lie too low: a harm at the margin is called small too often.
/// With W = mean/s, the transformation Q(W) = W + g W^2/3 + g^2 W^3/27 + g/(6n) takes the skewness g out; it is monotone and has
/// an inverse in closed form. Without skewness the limits are the ordinary ones.
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

    public func lower(level: Double) -> Double { estimate - deviation * untransformed(StudentT.quantile(level, df: freedom)) }

    public func upper(level: Double) -> Double { estimate - deviation * untransformed(StudentT.quantile(1 - level, df: freedom)) }

    public var pAboveZero: Double { StudentT.survival(statistic, df: freedom) }

    public var pBelowZero: Double { StudentT.cdf(statistic, df: freedom) }

    /// The transformed t statistic: its tail beyond this is `pAboveZero`.
    public var statistic: Double {
        let ratio = estimate / deviation
        let bent = skewness * ratio
        return Double(count).squareRoot() * (ratio * (1 + bent / 3 + bent * bent / 27) + skewness / (6 * Double(count)))
    }

    private var freedom: Double { Double(count - 1) }

    /// W of a quantile of t: the inverse of Q at quantile/root n.
    private func untransformed(_ quantile: Double) -> Double {
        let z = quantile / Double(count).squareRoot() - skewness / (6 * Double(count))
        let bent = skewness * z
        // (1 + x)^(1/3) - 1 loses its digits for small x; the series does not.
        if abs(bent) < 1e-5 { return z * (1 - bent / 3 + 5 * bent * bent / 27) }
        return 3 / skewness * (CubeRoot.of(1 + bent) - 1)
    }
}
