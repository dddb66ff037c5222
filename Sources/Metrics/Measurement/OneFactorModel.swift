/// Loadings of variables on one common factor by minimum residuals (Harman and Jones 1966): the loadings l that make
/// sum over i < j of (r_ij - l_i l_j)^2 smallest. Unweighted, no distribution assumed.
///
/// Given the other loadings the best one is sum(r_ij l_i) / sum(l_i^2), so they are improved in turn until none moves.
public struct OneFactorModel: Sendable, Equatable {
    public static let method = "minimum_residuals_one_factor"
    public static let citation = "Harman and Jones (1966), Psychometrika 31:351-368"

    /// Correlations of variables and factor, signed so that their sum is not negative.
    public let loadings: [Double]
    /// 1 - loading^2, each in (0, 1].
    public let uniquenesses: [Double]
    /// Square root of the mean squared residual correlation.
    public let residual: Double

    /// - Throws: `tooFewObservations(needed: 3)` for fewer than three variables (two do not determine their loadings);
    ///   `zeroDenominator` when all correlations are zero; `outsideRange` when a variable would share more than all of its
    ///   variance with the factor (a Heywood case: no such factor exists); `notConverged`; `notFinite`.
    public init(correlations: SymmetricMatrix) throws(Undefined) {
        let k = correlations.size
        guard k > 2 else { throw .tooFewObservations(needed: 3) }
        var loadings = Self.start(correlations)
        guard loadings.allSatisfy(\.isFinite) else { throw .notFinite }
        var moved = Double.infinity
        var rounds = 0
        while moved > 1e-14 {
            guard rounds < 20_000 else { throw .notConverged }
            rounds += 1
            moved = 0
            for j in 0..<k {
                var product = 0.0
                var square = 0.0
                for i in 0..<k where i != j {
                    product += correlations[i, j] * loadings[i]
                    square += loadings[i] * loadings[i]
                }
                guard square > 0 else { throw .zeroDenominator }
                let better = product / square
                guard better.isFinite else { throw .notFinite }
                moved = max(moved, abs(better - loadings[j]))
                loadings[j] = better
            }
        }
        guard loadings.allSatisfy({ abs($0) < 1 }) else { throw .outsideRange }
        var squares = CompensatedSum()
        for i in 0..<k {
            for j in 0..<i {
                let rest = correlations[i, j] - loadings[i] * loadings[j]
                squares.add(rest * rest)
            }
        }
        let sign: Double = loadings.reduce(0, +) < 0 ? -1 : 1
        self.loadings = loadings.map { sign * $0 }
        uniquenesses = loadings.map { (1 - $0) * (1 + $0) }
        residual = (squares.value / Double(k * (k - 1) / 2)).squareRoot()
    }

    /// Where to begin: the direction of most variance, by 50 steps of the power method.
    private static func start(_ r: SymmetricMatrix) -> [Double] {
        let k = r.size
        // Slightly uneven, so that no symmetric matrix can be blind to it.
        var vector = (0..<k).map { 1 + 0.01 * Double($0) }
        for _ in 0..<50 {
            let next = (0..<k).map { i in (0..<k).reduce(0) { $0 + r[i, $1] * vector[$1] } }
            let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 0 else { return vector }
            vector = next.map { $0 / length }
        }
        return vector.map { $0 * 0.7 * Double(k).squareRoot() }
    }
}
