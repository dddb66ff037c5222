/// The quadratic form z' V^-1 z of a symmetric positive definite matrix, by Cholesky's factorisation.
package enum QuadraticForm {
    /// nil when the matrix is singular to working precision.
    package static func value(_ vector: [Double], _ matrix: [[Double]]) -> Double? {
        let n = vector.count
        var factor = matrix
        var solved = vector
        var sum = 0.0
        for row in 0..<n {
            for column in 0...row {
                var entry = matrix[row][column]
                for k in 0..<column { entry -= factor[row][k] * factor[column][k] }
                if row == column {
                    guard entry > 1e-10 * matrix[row][row], entry > 0 else { return nil }
                    factor[row][row] = entry.squareRoot()
                } else {
                    factor[row][column] = entry / factor[column][column]
                }
            }
            for k in 0..<row { solved[row] -= factor[row][k] * solved[k] }
            solved[row] /= factor[row][row]
            sum += solved[row] * solved[row]
        }
        return sum
    }
}
