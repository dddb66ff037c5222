import Testing
import Metrics

@Suite struct MinimumMaximumRatioTests {
    @Test("V50 least over most")
    func v50() throws {
        #expect(try MinimumMaximumRatio([1, 2, 3, 4]).estimate == 0.25)
        #expect(try MinimumMaximumRatio([0, 2]).estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try MinimumMaximumRatio([0, 0]) }
    }
}
