import Testing
import Metrics

@Suite struct WelchDifferenceTests {
    @Test func agreesWithScipy() throws {
        for rows in Reference.cases(Reference.welchValues) {
            let difference = try WelchDifference(
                group: rows.filter { $0[1] == 1 }.map { $0[2] }, reference: rows.filter { $0[1] == 0 }.map { $0[2] })
            let expected = Array(rows[0][3...])
            let interval = difference.interval(level: 0.95)
            #expect(Reference.error(difference.degreesOfFreedom, expected[0]) < 1e-11)
            #expect(Reference.error(difference.statistic, expected[1]) < 1e-11)
            #expect(Reference.error(difference.pValue, expected[2]) < 1e-10)
            #expect(abs(interval.low - expected[3]) < 1e-10 && abs(interval.high - expected[4]) < 1e-10)
        }
    }

    @Test func realDataEarnings() throws {
        let rows = try SharedData.rows("data/jobcorps_english/jobcorps.csv")
        func side(_ value: String) -> [Double] { rows.filter { $0["english"] == value }.map { Double($0["earny4"]!)! } }
        let difference = try WelchDifference(group: side("1"), reference: side("0"))
        #expect(try Reference.error(difference.statistic, SharedData.figure("jobcorps_english", "earny4_welch_t", "english 1 minus 0")) < 1e-10)
        #expect(try Reference.error(difference.degreesOfFreedom, SharedData.figure("jobcorps_english", "earny4_welch_df")) < 1e-10)
        #expect(try Reference.error(difference.pValue, SharedData.figure("jobcorps_english", "earny4_welch_p")) < 1e-10)
    }

    /// The training experiment of LaLonde: treated earned 1794.34 dollars more in 1978.
    @Test func realDataTraining() throws {
        let rows = try SharedData.rows("data/lalonde_nsw/nsw.csv")
        func side(_ value: String) -> [Double] { rows.filter { $0["treat"] == value }.map { Double($0["re78"]!)! } }
        let difference = try WelchDifference(group: side("1"), reference: side("0"))
        #expect(try Reference.error(difference.estimate, SharedData.figure("lalonde_nsw", "mean_re78_diff", "treat 1-0")) < 1e-10)
        #expect(difference.groupCount == 185 && difference.referenceCount == 260)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try WelchDifference(group: [], reference: [1, 2]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try WelchDifference(group: [1], reference: [1, 2]) }
        #expect(throws: Undefined.zeroVariance) { try WelchDifference(group: [1, 1], reference: [2, 2, 2]) }
        #expect(throws: Undefined.notFinite) { try WelchDifference(group: [1, .nan], reference: [2, 2, 2]) }
    }

    @Test func oneSideWithoutSpreadIsFine() throws {
        let difference = try WelchDifference(group: [1, 1, 1], reference: [2, 3, 5, 9])
        #expect(difference.degreesOfFreedom == 3)
    }

    /// Each step against the test made anew of those who are left, and against trying everybody.
    @Test func weakenedStepByStepIsTheTestOfThoseWhoAreLeft() throws {
        var random = SeededRandom(seed: 6)
        let group = (0..<300).map { _ in 0.8 + random.normal() }, reference = (0..<500).map { _ in random.normal() }
        var difference = try WelchDifference(group: group, reference: reference)
        var left = group
        for _ in 0..<200 {
            guard let next = difference.weakened() else { break }
            let apart = left.indices.map { person in
                abs((left.reduce(0, +) - left[person]) / Double(left.count - 1) - difference.referenceValue)
            }
            left.remove(at: try #require(apart.indices.min { apart[$0] < apart[$1] }))
            let anew = try WelchDifference(group: left, reference: reference)
            #expect(next.groupCount == left.count)
            #expect(abs(next.estimate - anew.estimate) < 1e-11 && abs(next.standardError - anew.standardError) < 1e-11)
            #expect(abs(next.pValue - anew.pValue) < 1e-9)
            difference = next
        }
        // Until nobody brings the means closer.
        #expect(left.count < 200 && difference.weakened() == nil)
    }

    @Test func weakeningDropsTheMostInfluentialOfTheSmallerSide() throws {
        let weaker = try WelchDifference(group: [5, 6, 20, 7], reference: [1, 2, 3, 4, 5]).weakened()!
        let without = try WelchDifference(group: [5, 6, 7], reference: [1, 2, 3, 4, 5])
        #expect(weaker.groupCount == 3 && weaker.referenceCount == 5)
        #expect(abs(weaker.estimate - without.estimate) < 1e-14 && abs(weaker.pValue - without.pValue) < 1e-14)
        #expect(try WelchDifference(group: [5, 6], reference: [1, 2, 3]).weakened() == nil)
    }
}
