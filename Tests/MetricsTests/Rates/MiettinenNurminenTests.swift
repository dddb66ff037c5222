import Testing
@testable import Metrics

@Suite struct MiettinenNurminenTests {
    /// 30/100 against 45/100: statsmodels 0.15.0, confint_proportions_2indep(method "score") and test_proportions_2indep.
    @Test func publishedExample() throws {
        let difference = try MiettinenNurminen(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        let interval = difference.interval(level: 0.95)
        #expect(abs(interval.low - -0.2759104503) < 1e-9)
        #expect(abs(interval.high - -0.0155391747) < 1e-9)
        #expect(abs(difference.pValue - 0.0288590810) < 1e-9)
    }
}
