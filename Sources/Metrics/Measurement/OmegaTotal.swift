import RealModule

/// McDonald's omega total of a one-factor model: the share of the variance of the sum of items that their common factor makes,
/// omega = (sum l_j s_j)^2 / ((sum l_j s_j)^2 + sum u_j s_j^2) with loadings l and uniquenesses u of `OneFactorModel` (minimum
/// residuals on correlations) and s_j the items' standard deviations, or 1 for the sum of standardised items.
///
/// Only people who answered every item count. The variance is the one the model gives, not the observed one (some programs divide
/// by the latter; with a good fit they agree).
///
/// Interval by the delta method with the influence of every person on the covariances, without assuming normality; made for
/// ln(1 - omega) and turned back, so that it stays below 1. Needs some 100 people.
public struct OmegaTotal: Statistic {
    public static let method = "omega_total_one_factor_minres"
    public static let citation =
        "McDonald (1999), Test Theory; interval as in Maydeu-Olivares, Coffman and Hartmann (2007), Psychological Methods 12:157-176"

    public enum Sum: String, Sendable, CaseIterable {
        /// Of the items as answered.
        case raw
        /// Of the items divided by their standard deviations.
        case standardised
    }

    public let sum: Sum
    public let count: Int
    public let estimate: Double
    public let model: OneFactorModel
    public let standardError: Double

    /// - Throws: what `ItemScores.covariance` and `OneFactorModel` throw; `zeroVariance` when an item does not vary.
    public init(_ scores: ItemScores, sum: Sum) throws(Undefined) {
        let people = scores.complete
        let covariance = try SymmetricMatrix.covariance(of: people)
        model = try OneFactorModel(correlations: try covariance.correlation())
        estimate = Self.omega(model, covariance, sum)
        self.sum = sum
        count = people.count
        standardError = try Self.standardError(people, covariance, sum)
    }

    /// - Throws: `zeroVariance` when the standard error is zero.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard standardError > 0, estimate < 1 else { throw .zeroVariance }
        let factor = Double.exp(Normal.critical(level: level) * standardError / (1 - estimate))
        return Interval(level: level, low: 1 - (1 - estimate) * factor, high: 1 - (1 - estimate) / factor)
    }

    private static func omega(_ model: OneFactorModel, _ covariance: SymmetricMatrix, _ sum: Sum) -> Double {
        func variance(_ j: Int) -> Double { sum == .raw ? covariance[j, j] : 1 }
        let items = model.loadings.indices
        let common = CompensatedSum(items.lazy.map { model.loadings[$0] * variance($0).squareRoot() }).value
        let unique = CompensatedSum(items.lazy.map { model.uniquenesses[$0] * variance($0) }).value
        return common * common / (common * common + unique)
    }

    private static func standardError(_ people: [[Double]], _ covariance: SymmetricMatrix, _ sum: Sum) throws(Undefined) -> Double {
        let k = covariance.size
        // How omega moves with each covariance, by differences of both sides.
        var slopes: [(i: Int, j: Int, slope: Double)] = []
        for i in 0..<k {
            for j in 0...i {
                let step = 1e-5 * (covariance[i, i] * covariance[j, j]).squareRoot()
                var sides: [Double] = []
                for change in [step, -step] {
                    var moved = covariance
                    moved[i, j] += change
                    sides.append(omega(try OneFactorModel(correlations: try moved.correlation()), moved, sum))
                }
                slopes.append((i, j, (sides[0] - sides[1]) / (2 * step)))
            }
        }
        let means = (0..<k).map { item in CompensatedSum(people.lazy.map { $0[item] }).value / Double(people.count) }
        var squares = CompensatedSum()
        for person in people {
            var influence = 0.0
            for (i, j, slope) in slopes {
                influence += slope * ((person[i] - means[i]) * (person[j] - means[j]) - covariance[i, j])
            }
            squares.add(influence * influence)
        }
        return squares.value.squareRoot() / Double(people.count)
    }
}
