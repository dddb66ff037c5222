import Testing
import Metrics

@Suite struct StandardisedRateDifferenceTests {
    @Test("V4 difference, ratio, Cohen's d and z of 3/10 against 6/10")
    func tenEach() throws {
        let d = try StandardisedRateDifference(groupEvents: 3, groupTotal: 10, referenceEvents: 6, referenceTotal: 10)
        #expect(Reference.error(d.estimate, -0.6324555320) < 1e-9)
        #expect(throws: Undefined.noSamplingModel) { try d.interval(level: 0.95) }
        let difference = try MiettinenNurminen(groupEvents: 3, groupTotal: 10, referenceEvents: 6, referenceTotal: 10)
        #expect(abs(difference.estimate - -0.3) < 1e-15)
        #expect(try KoopmanRatio(groupEvents: 3, groupTotal: 10, referenceEvents: 6, referenceTotal: 10).estimate == 0.5)
        let z = try TwoProportionZ(groupEvents: 3, groupTotal: 10, referenceEvents: 6, referenceTotal: 10)
        #expect(Reference.error(z.statistic, -1.3483997249) < 1e-9)
        #expect(try FourFifthsScreen(groupEvents: 3, groupTotal: 10, referenceEvents: 6, referenceTotal: 10).estimate == 0.5)
    }

    @Test func undefinedWithoutSpread() {
        #expect(throws: Undefined.zeroVariance) {
            try StandardisedRateDifference(groupEvents: 0, groupTotal: 5, referenceEvents: 5, referenceTotal: 5)
        }
    }
}
