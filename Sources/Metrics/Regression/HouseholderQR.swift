/// Thin factorisation A = QR of a matrix with at least as many rows as columns, by Householder reflections (Golub and Van Loan,
/// Matrix Computations, 5.2): Q has orthonormal columns, R is upper triangular. No pivoting; backward stable.
package struct HouseholderQR: Sendable {
    package let rows: Int
    package let columns: Int
    /// Q, column after column.
    package private(set) var q: [Double]
    /// R, column after column, `columns` numbers each; zero below the diagonal.
    package private(set) var r: [Double]

    /// `matrix` holds the columns of A one after the other; `rows >= columns` is the caller's business.
    package init(_ matrix: [Double], rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        var a = matrix
        r = [Double](repeating: 0, count: columns * columns)
        q = [Double](repeating: 0, count: rows * columns)
        var halfSquares = [Double](repeating: 0, count: columns)
        for j in 0..<columns {
            let start = j * rows
            var square = 0.0
            for i in j..<rows { square += a[start + i] * a[start + i] }
            let head = a[start + j]
            let diagonal = head > 0 ? -square.squareRoot() : square.squareRoot()
            // v = x - diagonal e1, so v'v / 2 = diagonal^2 - diagonal x1; the sign keeps that a sum of positive terms.
            a[start + j] = head - diagonal
            halfSquares[j] = diagonal * diagonal - diagonal * head
            for other in (j + 1)..<max(j + 1, columns) {
                Self.reflect(&a, column: other * rows, by: a, reflector: start, from: j, rows: rows, halfSquare: halfSquares[j])
                r[other * columns + j] = a[other * rows + j]
            }
            r[j * columns + j] = diagonal
        }
        for column in 0..<columns {
            q[column * rows + column] = 1
            for j in stride(from: column, through: 0, by: -1) {
                Self.reflect(&q, column: column * rows, by: a, reflector: j * rows, from: j, rows: rows, halfSquare: halfSquares[j])
            }
        }
    }

    /// The b that minimises |A b - y|; R must have no zero on its diagonal.
    package func solve(_ y: [Double]) -> [Double] {
        var b = [Double](repeating: 0, count: columns)
        for j in 0..<columns {
            var sum = 0.0
            for i in 0..<rows { sum += q[j * rows + i] * y[i] }
            b[j] = sum
        }
        backSubstitute(&b)
        return b
    }

    /// R b = rhs, in place.
    package func backSubstitute(_ b: inout [Double]) {
        for j in stride(from: columns - 1, through: 0, by: -1) {
            b[j] /= r[j * columns + j]
            for i in 0..<j { b[i] -= r[j * columns + i] * b[j] }
        }
    }

    /// (A'A)^-1 = R^-1 R^-T, as rows.
    package var inverseGram: [[Double]] {
        let inverse = (0..<columns).map { column in
            var unit = [Double](repeating: 0, count: columns)
            unit[column] = 1
            backSubstitute(&unit)
            return unit
        }
        return (0..<columns).map { i in
            (0..<columns).map { j in (max(i, j)..<columns).reduce(0) { $0 + inverse[$1][i] * inverse[$1][j] } }
        }
    }

    /// Diagonal of Q Q': how much each row pulls on its own fitted value, in [0, 1].
    package var leverages: [Double] {
        var sums = [Double](repeating: 0, count: rows)
        for j in 0..<columns {
            for i in 0..<rows { sums[i] += q[j * rows + i] * q[j * rows + i] }
        }
        return sums
    }

    private static func reflect(
        _ target: inout [Double], column: Int, by source: [Double], reflector: Int, from first: Int, rows: Int, halfSquare: Double
    ) {
        if halfSquare == 0 { return }
        var product = 0.0
        for i in first..<rows { product += source[reflector + i] * target[column + i] }
        product /= halfSquare
        for i in first..<rows { target[column + i] -= product * source[reflector + i] }
    }
}
