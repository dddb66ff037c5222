/// Jennrich's (1970) test that two correlation matrices from independent samples are equal.
///
/// With R the mean of R1, R2 weighted by n1, n2, c = n1 n2/(n1 + n2), Z = sqrt(c) R^-1 (R1 - R2) and S_ij = [i = j] + R_ij (R^-1)_ij:
/// statistic tr(Z^2)/2 - d' S^-1 d with d the diagonal of Z, chi-squared on p (p - 1)/2 degrees of freedom. Assumes normal scores.
public struct JennrichTest: SignificanceTest {
    public static let method = "jennrich"
    public static let citation = "Jennrich (1970), JASA 65:904-912"

    public let count: Int
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double

    /// - Parameters:
    ///   - group, reference: one row of values per person, at least two variables.
    /// - Throws: `tooFewObservations(needed: 2)` for fewer than two people or variables; `zeroVariance` when a variable does not vary;
    ///   `collinear`; `unequalLengths`; `notFinite`.
    public init(group: [[Double]], reference: [[Double]]) throws(Undefined) {
        let first = try SymmetricMatrix.covariance(of: group).correlation()
        let second = try SymmetricMatrix.covariance(of: reference).correlation()
        try self.init(
            groupCorrelations: first, groupCount: group.count, referenceCorrelations: second, referenceCount: reference.count)
    }

    /// - Throws: as above; `outsideRange` when a diagonal entry is not 1.
    public init(
        groupCorrelations: SymmetricMatrix, groupCount: Int, referenceCorrelations: SymmetricMatrix, referenceCount: Int
    ) throws(Undefined) {
        let p = groupCorrelations.size
        guard p == referenceCorrelations.size else { throw .unequalLengths }
        guard p > 1, groupCount > 1, referenceCount > 1 else { throw .tooFewObservations(needed: 2) }
        guard (0..<p).allSatisfy({ groupCorrelations[$0, $0] == 1 && referenceCorrelations[$0, $0] == 1 }) else { throw .outsideRange }
        let (n1, n0) = (Double(groupCount), Double(referenceCount))
        let mean = SymmetricMatrix(size: p) { i, j in (n1 * groupCorrelations[i, j] + n0 * referenceCorrelations[i, j]) / (n1 + n0) }
        let factor = try Cholesky(mean)
        let inverse = factor.inverse
        let root = (n1 * n0 / (n1 + n0)).squareRoot()
        let columns = (0..<p).map { j in
            factor.solve((0..<p).map { i in root * (groupCorrelations[i, j] - referenceCorrelations[i, j]) })
        }
        var trace = CompensatedSum()
        for i in 0..<p {
            for j in 0..<p { trace.add(columns[j][i] * columns[i][j]) }
        }
        let diagonal = (0..<p).map { columns[$0][$0] }
        let weights = SymmetricMatrix(size: p) { i, j in (i == j ? 1 : 0) + mean[i, j] * inverse[i, j] }
        let taken = CompensatedSum(zip(diagonal, try Cholesky(weights).solve(diagonal)).lazy.map { $0 * $1 }).value
        count = groupCount + referenceCount
        statistic = max(0, trace.value / 2 - taken)
        degreesOfFreedom = p * (p - 1) / 2
        pValue = ChiSquared.survival(statistic, df: Double(degreesOfFreedom))
    }
}
