/// Box's (1949) test of equal covariance matrices in g groups, with his chi-squared approximation.
///
/// M = (N - g) ln|S| - sum (n_i - 1) ln|S_i| with S the pooled matrix; statistic M (1 - c),
/// c = (sum 1/(n_i - 1) - 1/(N - g)) (2 p^2 + 3 p - 1) / (6 (p + 1)(g - 1)), on p (p + 1)(g - 1)/2 degrees of freedom.
///
/// Assumes normal scores and is very sensitive to heavy tails: a small p can mean those. Good from about 20 people per group and up
/// to five variables and five groups.
public struct BoxM: SignificanceTest {
    public static let method = "box_m"
    public static let citation = "Box (1949), Biometrika 36:317-346"

    public let count: Int
    public let groups: Int
    public let variables: Int
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double

    /// - Parameter groups: per group one row of values per person.
    /// - Throws: `noObservations` for fewer than two groups or no variables; `tooFewObservations` when a group has no more people than
    ///   variables; `collinear` when in a group variables are copies or sums of each other; `unequalLengths`; `notFinite`.
    public init(groups: [[[Double]]]) throws(Undefined) {
        guard groups.count > 1, let width = groups[0].first?.count, width > 0 else { throw .noObservations }
        guard groups.allSatisfy({ $0.count > width }) else { throw .tooFewObservations(needed: width + 1) }
        guard groups.allSatisfy({ $0.allSatisfy { $0.count == width } }) else { throw .unequalLengths }
        var covariances: [SymmetricMatrix] = []
        for group in groups { covariances.append(try .covariance(of: group)) }
        let freedoms = groups.map { Double($0.count - 1) }
        let freedom = CompensatedSum(freedoms).value
        let pooled = SymmetricMatrix(size: width) { i, j in
            CompensatedSum(zip(covariances, freedoms).lazy.map { $0[i, j] * $1 }).value / freedom
        }
        let whole = try Cholesky(pooled).logDeterminant
        var terms = CompensatedSum()
        for (covariance, own) in zip(covariances, freedoms) {
            terms.add(own * (whole - (try Cholesky(covariance).logDeterminant)))
        }
        let p = Double(width)
        let more = Double(groups.count - 1)
        let c = (CompensatedSum(freedoms.map { 1 / $0 }).value - 1 / freedom) * (2 * p * p + 3 * p - 1) / (6 * (p + 1) * more)
        // M is not negative (the logarithm of a determinant is concave); rounding may make it so when all matrices are equal.
        count = groups.reduce(0) { $0 + $1.count }
        self.groups = groups.count
        variables = width
        guard c < 1 else { throw .tooFewObservations(needed: width + 2) }
        statistic = max(0, terms.value) * (1 - c)
        degreesOfFreedom = width * (width + 1) * (groups.count - 1) / 2
        pValue = ChiSquared.survival(statistic, df: Double(degreesOfFreedom))
    }
}
