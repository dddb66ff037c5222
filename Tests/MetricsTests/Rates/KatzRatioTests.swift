import Testing
import Metrics

@Suite struct KatzRatioTests {
    @Test func agreesWithStatsmodels() throws {
        for row in Reference.rateRatios where !row[5].isNaN {
            let ratio = try KatzRatio(groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = ratio.interval(level: row[4])
            #expect(Reference.error(interval.low, row[5]) < 1e-12 && Reference.error(interval.high, row[6]) < 1e-12, "\(row)")
        }
    }

    @Test("V5 logarithmic interval of the impact ratio 30/100 over 45/100")
    func impactRatio() throws {
        let ratio = try KatzRatio(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        let interval = ratio.interval(level: 0.95)
        #expect(Reference.error(ratio.estimate, 2.0 / 3) < 1e-15)
        #expect(Reference.error(interval.low, 0.4606856014) < 1e-9 && Reference.error(interval.high, 0.9647456814) < 1e-9)
    }

    @Test("V63 two one-sided tests of the ratio against .8 and 1.25")
    func equivalence() throws {
        let ratio = try KatzRatio(groupEvents: 300, groupTotal: 1000, referenceEvents: 310, referenceTotal: 1000)
        let (centre, error) = (Double.logarithm(ratio.estimate), ratio.logStandardError)
        let larger = max(
            Normal.survival((centre - Double.logarithm(0.8)) / error), Normal.survival((Double.logarithm(1.25) - centre) / error))
        #expect(Reference.error(larger, 0.0024074654) < 3e-8)
    }

    @Test func realDataCallbacks() throws {
        let ratio = try KatzRatio(groupEvents: 157, groupTotal: 2435, referenceEvents: 235, referenceTotal: 2435)
        #expect(try Reference.error(ratio.estimate, SharedData.figure("resume_callbacks", "callback_impact_ratio_vs_max", "race=black")) < 1e-11)
    }

    @Test func undefinedWhereASideHasNoEvents() {
        #expect(throws: Undefined.zeroDenominator) { try KatzRatio(groupEvents: 0, groupTotal: 5, referenceEvents: 3, referenceTotal: 5) }
        #expect(throws: Undefined.zeroDenominator) { try KatzRatio(groupEvents: 3, groupTotal: 5, referenceEvents: 0, referenceTotal: 5) }
        #expect(throws: Undefined.zeroVariance) { try KatzRatio(groupEvents: 5, groupTotal: 5, referenceEvents: 9, referenceTotal: 9) }
        #expect(throws: Undefined.noObservations) { try KatzRatio(groupEvents: 0, groupTotal: 0, referenceEvents: 9, referenceTotal: 9) }
    }
}
