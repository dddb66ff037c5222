import RealModule

/// The factor L of a symmetric positive definite matrix, A = L L', for determinants and inverses of covariance matrices.
package struct Cholesky: Sendable {
    package let size: Int
    /// Rows of L, each up to its diagonal.
    private let rows: [[Double]]

    /// A variable of which less than 1e-12 of the variance is left once the earlier ones are known counts as a copy of them.
    package static let tolerance = 1e-12

    /// - Throws: `collinear` when the matrix is not positive definite; `notFinite`.
    package init(_ matrix: SymmetricMatrix) throws(Undefined) {
        var rows: [[Double]] = []
        for i in 0..<matrix.size {
            var row: [Double] = []
            for j in 0..<i {
                var rest = matrix[i, j]
                for k in 0..<j { rest -= row[k] * rows[j][k] }
                row.append(rest / rows[j][j])
            }
            var rest = matrix[i, i]
            for value in row { rest -= value * value }
            guard rest.isFinite else { throw .notFinite }
            guard rest > 0, rest > Self.tolerance * matrix[i, i] else { throw .collinear }
            row.append(rest.squareRoot())
            rows.append(row)
        }
        size = matrix.size
        self.rows = rows
    }

    /// ln det A, which does not overflow as the determinant would.
    package var logDeterminant: Double {
        2 * CompensatedSum((0..<size).lazy.map { Double.log(rows[$0][$0]) }).value
    }

    /// The x with A x = `right`.
    package func solve(_ right: [Double]) -> [Double] {
        var x = right
        for i in 0..<size {
            for k in 0..<i { x[i] -= rows[i][k] * x[k] }
            x[i] /= rows[i][i]
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            for k in (i + 1)..<max(size, i + 1) { x[i] -= rows[k][i] * x[k] }
            x[i] /= rows[i][i]
        }
        return x
    }

    package var inverse: SymmetricMatrix {
        let columns = (0..<size).map { column in
            var unit = [Double](repeating: 0, count: size)
            unit[column] = 1
            return solve(unit)
        }
        return SymmetricMatrix(size: size) { i, j in (columns[j][i] + columns[i][j]) / 2 }
    }
}
