import Testing
import Metrics

@Suite struct PooledLogRatioZTests {
    @Test("V4 z of the ratio of 3/10 and 6/10")
    func tenEach() throws {
        let test = try PooledLogRatioZ(groupEvents: 3, groupTotal: 10, referenceEvents: 6, referenceTotal: 10)
        #expect(Reference.error(test.statistic, -1.4019592014) < 1e-9)
        #expect(test.pValue > 0.15 && test.pValue < 0.17 && test.count == 20)
    }

    @Test func edges() {
        #expect(throws: Undefined.zeroDenominator) { try PooledLogRatioZ(groupEvents: 0, groupTotal: 5, referenceEvents: 2, referenceTotal: 5) }
        #expect(throws: Undefined.zeroVariance) { try PooledLogRatioZ(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 5) }
    }
}
