import RealModule

/// Generalised entropy index of benefits b with mean m: mean of ((b/m)^a - 1) / (a (a - 1)); 0 when all have the same.
///
/// a = 1 is Theil's index, mean of (b/m) ln(b/m) (0 ln 0 = 0); a = 0 the mean logarithmic deviation, mean of ln(m/b); a = 2 half the
/// squared coefficient of variation. It knows no groups and no direction.
public struct GeneralizedEntropy: DescriptiveStatistic, Equatable {
    public static let method = "generalized_entropy"
    public static let citation = "Shorrocks (1980), Econometrica 48:613-625; Speicher et al. (2018), KDD, 2239-2248"

    public let count: Int
    public let alpha: Double
    public let estimate: Double

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a negative benefit, or a benefit of 0 with alpha <= 0 (infinite),
    ///   `zeroDenominator` when nobody has a benefit.
    public init(_ benefits: [Double], alpha: Double = 2) throws(Undefined) {
        let summary = try Summary(benefits)
        guard alpha.isFinite else { throw .notFinite }
        guard benefits.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        guard summary.mean > 0 else { throw .zeroDenominator }
        guard alpha > 0 || benefits.allSatisfy({ $0 > 0 }) else { throw .outsideRange }
        count = benefits.count
        self.alpha = alpha
        let terms = benefits.lazy.map { benefit -> Double in
            let share = benefit / summary.mean
            if alpha == 1 { return share == 0 ? 0 : share * Double.log(share) }
            if alpha == 0 { return -Double.log(share) }
            return (Double.pow(share, alpha) - 1) / (alpha * (alpha - 1))
        }
        // Rounding must not make equality negative.
        estimate = max(0, CompensatedSum(terms).value / Double(benefits.count))
    }

    /// Theil's index.
    public static func theil(_ benefits: [Double]) throws(Undefined) -> GeneralizedEntropy {
        try GeneralizedEntropy(benefits, alpha: 1)
    }

    /// Standard deviation (divisor n) over the mean.
    ///
    /// - Throws: as `init`.
    public static func coefficientOfVariation(_ benefits: [Double]) throws(Undefined) -> Double {
        try (2 * GeneralizedEntropy(benefits, alpha: 2).estimate).squareRoot()
    }
}
