import Testing
import Metrics

@Suite struct DirectStandardisationTests {
    @Test func agreesWithStatsmodelsWilsonLimitsPutTogether() throws {
        for (strata, expected) in ConditionalReference.cases() {
            for (standard, first) in [(DirectStandardisation.Standard.everybody, 20), (.reference, 24)] {
                let difference = try DirectStandardisation(strata: strata, standard: standard)
                let interval = try difference.interval(level: 0.95)
                #expect(Reference.error(difference.group.estimate, expected[first]) < 1e-13)
                #expect(Reference.error(difference.reference.estimate, expected[first + 1]) < 1e-13)
                #expect(abs(interval.low - expected[first + 2]) < 1e-12 && abs(interval.high - expected[first + 3]) < 1e-12)
            }
        }
    }

    @Test("V16 directly standardised rates of the Berkeley admissions and their ratio") func berkeley() throws {
        let difference = try DirectStandardisation(strata: Berkeley.strata, standard: .everybody)
        #expect(abs(difference.group.estimate - 0.4299553805) < 1e-10)
        #expect(abs(difference.reference.estimate - 0.3873185827) < 1e-10)
        #expect(abs(try difference.ratio() - 1.1100819834) < 1e-10)
        #expect(difference.coveredShare == 1 && difference.count == 4526)
    }

    @Test("V6 one stratum gives Newcombe's interval") func oneStratum() throws {
        let one = RateStratum(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        let interval = try DirectStandardisation(strata: [one], standard: .group).interval(level: 0.95)
        #expect(abs(interval.low - -0.2768308539) < 1e-10 && abs(interval.high - -0.0158521951) < 1e-10)
    }

    /// In its own composition a side keeps its crude rate.
    @Test func ownCompositionIsTheCrudeRate() throws {
        let reference = try DirectStandardisation(strata: Berkeley.strata, standard: .reference)
        #expect(abs(reference.reference.estimate - 1198.0 / 2691) < 1e-15)
        let given = try DirectStandardisation(strata: Berkeley.strata, standard: .weights([825, 560, 325, 417, 191, 373]))
        #expect(given.estimate == reference.estimate)
    }

    @Test func whatIsNotCoveredIsSaid() throws {
        let alone = RateStratum(groupEvents: 1, groupTotal: 4526, referenceEvents: 0, referenceTotal: 0)
        let difference = try DirectStandardisation(strata: Berkeley.strata + [alone], standard: .everybody)
        #expect(difference.coveredShare == 0.5 && difference.strata.groupOnly == 1)
        let without = try DirectStandardisation(strata: Berkeley.strata, standard: .everybody)
        #expect(difference.estimate == without.estimate)
    }

    @Test func edgesHaveReasons() throws {
        func standardised(_ weights: [Double]) throws -> DirectStandardisation {
            try DirectStandardisation(strata: Berkeley.strata, standard: .weights(weights))
        }
        #expect(throws: Undefined.unequalLengths) { try standardised([1]) }
        #expect(throws: Undefined.outsideRange) { try standardised([1, 1, 1, 1, 1, -1]) }
        #expect(throws: Undefined.notFinite) { try standardised([1, 1, 1, 1, 1, .nan]) }
        #expect(throws: Undefined.zeroDenominator) { try standardised([0, 0, 0, 0, 0, 0]) }
        let none = RateStratum(groupEvents: 1, groupTotal: 3, referenceEvents: 0, referenceTotal: 3)
        let difference = try DirectStandardisation(strata: [none], standard: .everybody)
        #expect(throws: Undefined.zeroDenominator) { try difference.ratio() }
    }

    /// Six strata of 10 against 25 with rates from .05 to .6 and a difference that changes from stratum to stratum.
    @Test func coverage() throws {
        var random = SeededRandom(seed: 155)
        let runs = 1_500 * Simulated.factor
        let rates = [0.05, 0.1, 0.2, 0.35, 0.5, 0.6]
        var covered = 0
        for _ in 0..<runs {
            let strata = rates.enumerated().map { index, p in
                SimulatedStrata.stratum(
                    groupTotal: 10, groupRate: p + 0.05 * Double(index % 3), referenceTotal: 25, referenceRate: p, &random)
            }
            if try !DirectStandardisation(strata: strata, standard: .everybody).interval(level: 0.95).excludes(0.05) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.94, 0.985, "direct standardisation, 6 strata of 10 against 25, coverage at 95 %"))
    }
}
