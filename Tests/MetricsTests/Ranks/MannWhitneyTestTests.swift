import Testing
import Metrics

@Suite struct MannWhitneyTestTests {
    /// The places of the running example XXYXYY as scores.
    private let example = (x: [6.0, 5, 3], y: [4.0, 2, 1])

    @Test("V46 Mann-Whitney of the running example, exact p .2")
    func runningExample() throws {
        let test = try MannWhitneyTest(group: example.x, reference: example.y)
        #expect(test.isExact && test.statistic == 8)
        #expect(abs(test.pValue - 0.2) < 1e-15)
        #expect(try abs(MannWhitneyTest(group: example.y, reference: example.x).pValue - 0.2) < 1e-15)
    }

    @Test func agreesWithScipy() throws {
        for sample in Reference.samples(Reference.rankTests) {
            let (group, reference, expected) = sample
            let test = try MannWhitneyTest(group: group, reference: reference)
            #expect(test.statistic == expected[0])
            #expect(test.isExact == (expected[1] >= 0))
            if test.isExact { #expect(Reference.error(test.pValue, expected[1]) < 1e-13) }
            let corrected = try MannWhitneyTest(group: group, reference: reference, exactWherePossible: false)
            #expect(Reference.error(corrected.pValue, expected[2]) < 1e-12)
            let plain = try MannWhitneyTest(group: group, reference: reference, exactWherePossible: false, continuityCorrection: false)
            #expect(Reference.error(plain.pValue, expected[3]) < 1e-12)
        }
    }

    @Test func realDataEarnings() throws {
        let rows = try SharedData.rows("data/jobcorps_english/jobcorps.csv")
        func side(_ value: String) -> [Double] { rows.filter { $0["english"] == value }.map { Double($0["earny4"]!)! } }
        let test = try MannWhitneyTest(group: side("1"), reference: side("0"))
        #expect(!test.isExact)
        #expect(try test.statistic == SharedData.figure("jobcorps_english", "earny4_mannwhitney_U", "english=1"))
        #expect(try Reference.error(test.pValue, SharedData.figure("jobcorps_english", "earny4_mannwhitney_p")) < 1e-10)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.zeroVariance) { try MannWhitneyTest(group: [1, 1], reference: [1, 1, 1]) }
        #expect(throws: Undefined.noObservations) { try MannWhitneyTest(group: [], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try MannWhitneyTest(group: [.nan], reference: [1]) }
    }
}
