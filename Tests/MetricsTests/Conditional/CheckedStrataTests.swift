import Testing
import Metrics

@Suite struct CheckedStrataTests {
    @Test func everyStratumIsCountedOnce() throws {
        let strata = [
            RateStratum(groupEvents: 1, groupTotal: 4, referenceEvents: 2, referenceTotal: 6),
            RateStratum(groupEvents: 1, groupTotal: 3, referenceEvents: 0, referenceTotal: 0),
            RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 2, referenceTotal: 5),
            RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 7),
            RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0),
        ]
        let counts = try MantelHaenszelRiskRatio(strata: strata).strata
        #expect(counts.informative == 1 && counts.groupOnly == 1 && counts.referenceOnly == 2 && counts.empty == 1)
        #expect(counts.oneSided == 3 && counts.people == 10 && counts.peopleLeftOut == 15)
        #expect(try MantelHaenszelOddsRatio(strata: strata).strata == counts)
        #expect(try CochranMantelHaenszel(strata: strata, continuity: .half).strata == counts)
        #expect(try KitagawaDecomposition(strata: strata).strata == counts)
        #expect(try DirectStandardisation(strata: strata, standard: .reference).strata == counts)
    }
}
