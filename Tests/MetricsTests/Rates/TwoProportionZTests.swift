import Testing
import Metrics

@Suite struct TwoProportionZTests {
    @Test("V7 pooled z, score p, Fisher and chi-squared of 30/100 against 45/100")
    func hundredEach() throws {
        let z = try TwoProportionZ(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        #expect(Reference.error(z.statistic, -2.1908902300) < 1e-9 && Reference.error(z.pValue, 0.0284597369) < 1e-8)
        let score = try MiettinenNurminen(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        #expect(Reference.error(score.pValue, 0.0288590810) < 1e-8)
        #expect(Reference.error(z.statistic * (199.0 / 200).squareRoot(), -2.1854061407) < 1e-9)
        let fisher = try FisherExact(a: 30, b: 70, c: 45, d: 55)
        #expect(try Reference.error(fisher.oddsRatio(), 0.5238095238) < 1e-9)
        #expect(Reference.error(fisher.pValue, 0.0405340065) < 1e-8)
        #expect(try Reference.error(PearsonChiSquared([[30, 70], [45, 55]]).statistic, 4.8) < 1e-13)
        let yates = try PearsonChiSquared([[30, 70], [45, 55]], continuity: .yates)
        #expect(Reference.error(yates.statistic, 4.1813333333) < 1e-10 && Reference.error(yates.pValue, 0.0408715341) < 1e-8)
    }

    @Test func edges() {
        #expect(throws: Undefined.zeroVariance) { try TwoProportionZ(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 5) }
        #expect(throws: Undefined.zeroVariance) { try TwoProportionZ(groupEvents: 5, groupTotal: 5, referenceEvents: 5, referenceTotal: 5) }
        #expect(throws: Undefined.noObservations) { try TwoProportionZ(groupEvents: 0, groupTotal: 0, referenceEvents: 1, referenceTotal: 5) }
    }
}
