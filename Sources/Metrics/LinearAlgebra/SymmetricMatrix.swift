/// A square matrix that equals its transpose, such as a covariance or correlation matrix.
public struct SymmetricMatrix: Sendable, Equatable {
    public let size: Int
    private var entries: [Double]

    /// - Parameter entry: value at (row, column), asked for column <= row only.
    public init(size: Int, entry: (Int, Int) -> Double) {
        self.size = size
        entries = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0...i { self[i, j] = entry(i, j) }
        }
    }

    /// Entry at (row, column). Setting one sets its mirror image too.
    public subscript(i: Int, j: Int) -> Double {
        get { entries[i * size + j] }
        set {
            entries[i * size + j] = newValue
            entries[j * size + i] = newValue
        }
    }

    public var trace: Double { CompensatedSum((0..<size).lazy.map { self[$0, $0] }).value }
    /// Sum of all entries: of a covariance matrix the variance of the sum of its variables.
    public var total: Double { CompensatedSum(entries).value }

    /// Covariances (n - 1) of the columns of rows of equal length.
    ///
    /// - Throws: `tooFewObservations(needed: 2)` for fewer than two rows; `unequalLengths`; `notFinite`.
    public static func covariance(of rows: [[Double]]) throws(Undefined) -> SymmetricMatrix {
        guard rows.count > 1 else { throw .tooFewObservations(needed: 2) }
        let width = rows[0].count
        guard rows.allSatisfy({ $0.count == width }) else { throw .unequalLengths }
        guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
        let means = (0..<width).map { column in CompensatedSum(rows.lazy.map { $0[column] }).value / Double(rows.count) }
        return SymmetricMatrix(size: width) { i, j in
            CompensatedSum(rows.lazy.map { ($0[i] - means[i]) * ($0[j] - means[j]) }).value / Double(rows.count - 1)
        }
    }

    /// The correlation matrix of this covariance matrix.
    ///
    /// - Throws: `zeroVariance` when a variable does not vary.
    public func correlation() throws(Undefined) -> SymmetricMatrix {
        guard (0..<size).allSatisfy({ self[$0, $0] > 0 }) else { throw .zeroVariance }
        return SymmetricMatrix(size: size) { i, j in
            i == j ? 1 : self[i, j] / (self[i, i].squareRoot() * self[j, j].squareRoot())
        }
    }
}
