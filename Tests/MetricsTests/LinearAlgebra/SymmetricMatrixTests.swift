import Testing
import Metrics

@Suite struct SymmetricMatrixTests {
    @Test func covarianceByHand() throws {
        let matrix = try SymmetricMatrix.covariance(of: [[1, 2], [2, 4], [3, 9]])
        #expect(matrix[0, 0] == 1 && matrix[1, 1] == 13 && matrix[0, 1] == 3.5 && matrix[1, 0] == 3.5)
        #expect(matrix.trace == 14 && matrix.total == 21)
        let correlation = try matrix.correlation()
        #expect(correlation[0, 0] == 1 && abs(correlation[0, 1] - 3.5 / 13.0.squareRoot()) < 1e-15)
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try SymmetricMatrix.covariance(of: [[1, 2]]) }
        #expect(throws: Undefined.unequalLengths) { try SymmetricMatrix.covariance(of: [[1, 2], [1]]) }
        #expect(throws: Undefined.notFinite) { try SymmetricMatrix.covariance(of: [[1, 2], [1, .nan]]) }
        #expect(throws: Undefined.zeroVariance) { try SymmetricMatrix.covariance(of: [[1, 2], [1, 3]]).correlation() }
    }
}
