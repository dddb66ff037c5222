/// What is assumed about the errors when the coefficients of least squares get their standard errors.
public enum LeastSquaresCovariance: Sendable, Equatable {
    /// Independent errors of one spread: s^2 (X'X)^-1, t with n - k degrees of freedom.
    case classical
    /// Independent errors, each with its own spread: HC2, every squared residual divided by 1 - leverage (MacKinnon and White
    /// 1985); t with n - k degrees of freedom.
    case hc2
    /// Errors that may go together within a cluster, one number per person: CR1, the sandwich of cluster sums times
    /// G/(G - 1) x (n - 1)/(n - k) (Liang and Zeger 1986; statsmodels' `cluster`, Stata's `vce(cluster)`); t with G - 1 degrees
    /// of freedom.
    case clustered([Int])
}

extension LeastSquares {
    /// Covariance matrix of the coefficients, the constant first.
    ///
    /// - Throws: `zeroVariance` when the fit is exact; `tooFewObservations(needed: 2)` when a person alone decides a coefficient
    ///   (HC2) or there is one cluster; `unequalLengths` when the clusters are not one per person.
    public func covariance(_ kind: LeastSquaresCovariance) throws(Undefined) -> [[Double]] {
        guard !isExact else { throw .zeroVariance }
        switch kind {
        case .classical:
            let variance = residualVariance
            return design.covariance(factors.inverseGram.map { row in row.map { $0 * variance } })
        case .hc2:
            let scores = zip(residuals, leverages).map { residual, leverage in
                1 - leverage > 1e-9 ? residual / (1 - leverage).squareRoot() : Double.nan
            }
            guard scores.allSatisfy({ !$0.isNaN }) else { throw .tooFewObservations(needed: 2) }
            return sandwich(scores, clusters: Array(0..<count), factor: 1)
        case .clustered(let clusters):
            let groups = try clusterCount(clusters)
            let factor = Double(groups) / Double(groups - 1) * Double(count - 1) / Double(degreesOfFreedom)
            return sandwich(residuals, clusters: clusters, factor: factor)
        }
    }

    func degreesOfFreedom(_ kind: LeastSquaresCovariance) throws(Undefined) -> Int {
        guard case .clustered(let clusters) = kind else { return degreesOfFreedom }
        return try clusterCount(clusters) - 1
    }

    private func clusterCount(_ clusters: [Int]) throws(Undefined) -> Int {
        guard clusters.count == count else { throw .unequalLengths }
        let groups = Set(clusters).count
        guard groups > 1 else { throw .tooFewObservations(needed: 2) }
        return groups
    }

    /// factor x sum over clusters of u u' with u = R^-1 (sum of q_i s_i): (X'X)^-1 X' is R^-1 Q'.
    private func sandwich(_ scores: [Double], clusters: [Int], factor: Double) -> [[Double]] {
        let k = design.columns
        var numbers: [Int: Int] = [:]
        var sums: [[Double]] = []
        for i in 0..<count {
            let number = numbers[clusters[i]] ?? sums.count
            if number == sums.count {
                numbers[clusters[i]] = number
                sums.append([Double](repeating: 0, count: k))
            }
            for j in 0..<k { sums[number][j] += factors.q[j * count + i] * scores[i] }
        }
        var total = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
        for var sum in sums {
            factors.backSubstitute(&sum)
            for i in 0..<k {
                for j in 0..<k { total[i][j] += factor * sum[i] * sum[j] }
            }
        }
        return design.covariance(total)
    }
}
