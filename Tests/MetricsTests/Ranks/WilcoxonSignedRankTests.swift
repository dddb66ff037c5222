import Testing
import Metrics

@Suite struct WilcoxonSignedRankTests {
    @Test func agreesWithScipy() throws {
        for (differences, expected) in Reference.sample(Reference.signedRanks) {
            let exact = try WilcoxonSignedRank(differences: differences, zeros: .leftOut)
            #expect(exact.statistic == expected[0])
            if expected[2] >= 0 { #expect(exact.isExact && Reference.error(exact.pValue, expected[2]) < 1e-13) }
            func normal(_ zeros: WilcoxonSignedRank.Zeros, _ corrected: Bool) throws -> WilcoxonSignedRank {
                try WilcoxonSignedRank(differences: differences, zeros: zeros, exactWherePossible: false, continuityCorrection: corrected)
            }
            #expect(try normal(.ranked, true).statistic == expected[1])
            #expect(try Reference.error(normal(.leftOut, true).pValue, expected[3]) < 1e-12)
            #expect(try Reference.error(normal(.leftOut, false).pValue, expected[4]) < 1e-12)
            #expect(try Reference.error(normal(.ranked, true).pValue, expected[5]) < 1e-12)
            #expect(try Reference.error(normal(.ranked, false).pValue, expected[6]) < 1e-12)
        }
    }

    @Test func agreesWithR() throws {
        for (differences, expected) in Reference.sample(Reference.signedRankCentres) {
            let test = try WilcoxonSignedRank(differences: differences, zeros: .leftOut)
            #expect(test.statistic == expected[0] && Reference.error(test.pValue, expected[1]) < 1e-13)
        }
    }

    @Test func zerosAreNamed() throws {
        let values = [0, 0, 1, 2, -3, 5.0]
        let out = try WilcoxonSignedRank(differences: values, zeros: .leftOut)
        let ranked = try WilcoxonSignedRank(differences: values, zeros: .ranked)
        #expect(out.statistic == 1 + 2 + 4 && ranked.statistic == 3 + 4 + 6)
        #expect(out.isExact && !ranked.isExact)
        #expect(out.count == 6 && out.nonZero == 4)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try WilcoxonSignedRank(differences: [], zeros: .leftOut) }
        #expect(throws: Undefined.zeroVariance) { try WilcoxonSignedRank(differences: [0, 0, -0.0], zeros: .ranked) }
        #expect(throws: Undefined.notFinite) { try WilcoxonSignedRank(differences: [1, .nan], zeros: .ranked) }
    }
}
