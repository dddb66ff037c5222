import Testing
import Metrics

@Suite struct LorenzShareTests {
    @Test("V50 max-min fairness of half; FairDiverse cuts one and a half places to one")
    func v50() throws {
        #expect(abs(try LorenzShare([4, 1, 3, 2], bottom: 0.5).estimate - 0.3) < 1e-15)
        let three = try LorenzShare([1, 2, 3], bottom: 0.5).estimate
        #expect(abs(three - 1.0 / 3) < 1e-15)
        #expect(abs(three - 0.1666666667) > 0.1)
    }

    @Test func ends() throws {
        #expect(try LorenzShare([1, 5], bottom: 0).estimate == 0 && LorenzShare([1, 5], bottom: 1).estimate == 1)
        #expect(abs(try LorenzShare([2, 2, 2, 2, 2], bottom: 0.3).estimate - 0.3) < 1e-15)
        #expect(abs(try LorenzShare([0, 0, 0, 8], bottom: 0.99).rest - 0.04) < 1e-14)
        #expect(throws: Undefined.outsideRange) { try LorenzShare([1], bottom: 1.1) }
        #expect(throws: Undefined.outsideRange) { try LorenzShare([1], bottom: .nan) }
        #expect(throws: Undefined.zeroDenominator) { try LorenzShare([0], bottom: 0.5) }
    }
}
