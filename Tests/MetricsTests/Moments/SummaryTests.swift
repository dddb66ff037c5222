import Testing
import Metrics

@Suite struct SummaryTests {
    @Test func meanAndBothDeviations() throws {
        let summary = try Summary([2, 4, 4, 4, 5, 5, 7, 9])
        #expect(summary.mean == 5)
        #expect(summary.populationDeviation == 2)
        #expect(abs(summary.sampleDeviation! - 2.1380899352993952) < 1e-15)
    }

    @Test func aLargeOffsetDoesNotEatTheSpread() throws {
        let plain = try Summary([0.1, 0.2, 0.4])
        let shifted = try Summary([0.1, 0.2, 0.4].map { $0 + 1e6 })
        #expect(Reference.error(shifted.sampleDeviation!, plain.sampleDeviation!) < 1e-9)
    }

    @Test func oneValueHasNoSpread() throws {
        #expect(try Summary([3]).sampleDeviation == nil)
        #expect(try Summary([3]).populationDeviation == 0)
    }

    @Test func emptyAndNotFinite() {
        #expect(throws: Undefined.noObservations) { try Summary([]) }
        #expect(throws: Undefined.notFinite) { try Summary([1, .nan]) }
        #expect(throws: Undefined.notFinite) { try Summary([1, .infinity]) }
    }

    /// A thousand values taken out one after the other, against summaries of what is left.
    @Test func withoutOneAfterTheOther() throws {
        var random = SeededRandom(seed: 4)
        var values = (0..<1_500).map { _ in 1_000 + random.normal() }
        var summary = try Summary(values)
        for _ in 0..<1_000 {
            let value = values.remove(at: random.index(below: values.count))
            summary = try #require(summary.without(value))
            let expected = try Summary(values)
            #expect(summary.count == expected.count && abs(summary.mean - expected.mean) < 1e-10)
            #expect(abs(summary.squaredDeviations - expected.squaredDeviations) < 1e-7 * expected.squaredDeviations)
        }
        #expect(try Summary([3]).without(3) == nil && Summary([3, 5]).without(3)?.squaredDeviations == 0)
    }

    @Test func standardisedDifference() throws {
        let first = try Summary([1, 2, 3])
        let second = try Summary([2, 4, 6])
        #expect(abs(try first.standardisedDifference(from: second) - -2 / 2.5.squareRoot()) < 1e-15)
        let constant = try Summary([1, 1])
        let one = try Summary([1])
        #expect(throws: Undefined.zeroVariance) { try constant.standardisedDifference(from: constant) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try one.standardisedDifference(from: one) }
    }

    /// Weekly earnings of 9240 real people by mother tongue: Cohen's d by numpy.
    @Test func realDataCohensD() throws {
        let rows = try SharedData.rows("data/jobcorps_english/jobcorps.csv")
        func side(_ value: String) throws -> Summary {
            try Summary(rows.filter { $0["english"] == value }.compactMap { Double($0["earny4"] ?? "") })
        }
        let expected = try SharedData.figure("jobcorps_english", "earny4_cohens_d", "english 1 minus 0")
        let d = try side("1").standardisedDifference(from: side("0"))
        #expect(Reference.error(d, expected) < 1e-10)
    }
}
