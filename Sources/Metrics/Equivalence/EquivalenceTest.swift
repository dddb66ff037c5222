import RealModule

/// Two one-sided tests: is the effect shown to lie inside the margin?
///
/// Equivalence is claimed only when "at or below the low margin" and "at or above the high margin" are both rejected, each at alpha;
/// then the 1 - 2 alpha interval lies inside the margin. A test that finds no difference shows nothing of the kind.
/// Exchanging group and reference, with the margins mirrored, exchanges the two p values and nothing else.
public struct EquivalenceTest: SignificanceTest {
    public static let method = "two_one_sided_tests"
    public static let citation = "Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15:657-680"

    /// Which test each side is, for example `miettinen_nurminen`.
    public let basis: String
    public let count: Int
    /// Group minus reference, or over it for ratios; for Agresti-Caffo of the adjusted rates.
    public let estimate: Double
    /// The margin, exclusive: effects at its ends are not equivalent.
    public let low: Double
    public let high: Double
    /// Statistic of either side; positive ones speak for the inside.
    public let lowStatistic: Double
    public let highStatistic: Double
    /// One-sided p of "the effect is at most `low`" and of "the effect is at least `high`".
    public let pLow: Double
    public let pHigh: Double

    /// The weaker of the two statistics.
    public var statistic: Double { min(lowStatistic, highStatistic) }

    /// The larger of the two p values: the intersection-union test needs no adjustment for two.
    public var pValue: Double { max(pLow, pHigh) }

    /// Both sides rejected at `alpha`: exactly when the 1 - 2 alpha interval lies inside the margin. False for anything undefined.
    public func isEquivalent(alpha: Double = 0.05) -> Bool {
        pLow < alpha && pHigh < alpha
    }

    /// - Parameter tail: P(statistic or more | effect at the margin).
    /// - Throws: `outsideRange` unless low < high; `notFinite` when a statistic is NaN (0/0: nothing varies and the estimate is on the margin).
    init(
        basis: String, count: Int, estimate: Double, low: Double, high: Double, lowStatistic: Double, highStatistic: Double,
        tail: (Double) -> Double
    ) throws(Undefined) {
        guard low < high else { throw .outsideRange }
        guard estimate.isFinite, !lowStatistic.isNaN, !highStatistic.isNaN else { throw .notFinite }
        self.basis = basis
        self.count = count
        self.estimate = estimate
        self.low = low
        self.high = high
        self.lowStatistic = lowStatistic
        self.highStatistic = highStatistic
        pLow = tail(lowStatistic)
        pHigh = tail(highStatistic)
    }

    /// Any estimate with a standard error: t with `degreesOfFreedom`, z without.
    ///
    /// - Throws: `zeroVariance` unless the standard error is positive and finite; `outsideRange` unless low < high; `notFinite`.
    public init(
        basis: String, count: Int, estimate: Double, standardError: Double, degreesOfFreedom: Double? = nil, low: Double, high: Double
    ) throws(Undefined) {
        guard standardError > 0, standardError.isFinite else { throw .zeroVariance }
        let freedom = degreesOfFreedom ?? .infinity
        guard freedom > 0 else { throw .outsideRange }
        try self.init(
            basis: basis, count: count, estimate: estimate, low: low, high: high, lowStatistic: (estimate - low) / standardError,
            highStatistic: (high - estimate) / standardError, tail: { StudentT.survival($0, df: freedom) })
    }
}
