import Testing
import Metrics

@Suite struct CholeskyTests {
    private func hilbert(_ size: Int) -> SymmetricMatrix { SymmetricMatrix(size: size) { i, j in 1 / Double(i + j + 1) } }

    /// det of the Hilbert matrices of size 3 and 5: 1/2160 and 1/266716800000.
    @Test func determinantOfHilbertMatrices() throws {
        #expect(abs(try Cholesky(hilbert(3)).logDeterminant + Double.logarithm(2160)) < 1e-12)
        #expect(abs(try Cholesky(hilbert(5)).logDeterminant + Double.logarithm(266_716_800_000)) < 1e-9)
    }

    /// The inverse of the Hilbert matrix of size 3 is whole.
    @Test func inverseAndSolution() throws {
        let inverse = try Cholesky(hilbert(3)).inverse
        let expected: [[Double]] = [[9, -36, 30], [-36, 192, -180], [30, -180, 180]]
        for i in 0..<3 {
            for j in 0..<3 { #expect(abs(inverse[i, j] - expected[i][j]) < 1e-10) }
        }
        // Right side: the row sums, so that the solution is 1, 1, 1.
        let x = try Cholesky(hilbert(3)).solve([11.0 / 6, 13.0 / 12, 47.0 / 60])
        #expect(x.allSatisfy { abs($0 - 1) < 1e-12 })
        #expect(try Cholesky(SymmetricMatrix(size: 1) { _, _ in 4 }).solve([8]) == [2])
    }

    @Test func whatIsNotPositiveDefiniteIsRefused() {
        #expect(throws: Undefined.collinear) { try Cholesky(SymmetricMatrix(size: 2) { _, _ in 1 }) }
        #expect(throws: Undefined.collinear) { try Cholesky(SymmetricMatrix(size: 2) { i, j in i == j ? 1 : 2 }) }
        #expect(throws: Undefined.collinear) { try Cholesky(SymmetricMatrix(size: 1) { _, _ in 0 }) }
        #expect(throws: Undefined.notFinite) { try Cholesky(SymmetricMatrix(size: 1) { _, _ in .nan }) }
    }
}
