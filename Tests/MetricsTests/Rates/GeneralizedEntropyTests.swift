import Testing
import Metrics

@Suite struct GeneralizedEntropyTests {
    @Test("V12 generalized entropy, Theil and coefficient of variation of ten benefits")
    func tenBenefits() throws {
        let benefits: [Double] = [1, 1, 1, 2, 1, 0, 1, 1, 0, 1]
        #expect(try Reference.error(GeneralizedEntropy(benefits).estimate, 0.1790123457) < 1e-9)
        #expect(try Reference.error(GeneralizedEntropy.theil(benefits).estimate, 0.2593932224) < 1e-9)
        #expect(try Reference.error(GeneralizedEntropy.coefficientOfVariation(benefits), 0.5983516452) < 1e-9)
    }

    @Test func neighboursOfTheSpecialCasesAgree() throws {
        let benefits: [Double] = [1, 2.5, 3, 0.25]
        for alpha in [0.0, 1] {
            let exact = try GeneralizedEntropy(benefits, alpha: alpha).estimate
            let near = try (GeneralizedEntropy(benefits, alpha: alpha - 1e-4).estimate + GeneralizedEntropy(benefits, alpha: alpha + 1e-4).estimate) / 2
            #expect(Reference.error(near, exact) < 1e-6)
        }
        let summary = try Summary(benefits)
        #expect(try Reference.error(GeneralizedEntropy.coefficientOfVariation(benefits), summary.populationDeviation / summary.mean) < 1e-13)
    }

    @Test func edges() throws {
        #expect(try GeneralizedEntropy([3, 3, 3]).estimate == 0)
        #expect(try GeneralizedEntropy([5]).estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try GeneralizedEntropy([0, 0]) }
        #expect(throws: Undefined.outsideRange) { try GeneralizedEntropy([1, -1]) }
        #expect(throws: Undefined.outsideRange) { try GeneralizedEntropy([1, 0], alpha: 0) }
        #expect(throws: Undefined.noObservations) { try GeneralizedEntropy([]) }
        #expect(throws: Undefined.notFinite) { try GeneralizedEntropy([1, .infinity]) }
        #expect(throws: Undefined.noSamplingModel) { try GeneralizedEntropy([1, 2]).interval(level: 0.95) }
    }
}
