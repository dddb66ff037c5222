import Testing
import Metrics

@Suite struct RestrictedMeanTests {
    @Test(arguments: 0...6)
    func survmean(_ number: Int) throws {
        let curve = try KaplanMeier(SurvivalExample.records(number))
        for row in Reference.restrictedMeans where row[0] == Double(number) {
            let mean = try curve.restrictedMean(to: row[1])
            #expect(Reference.error(mean.estimate, row[2]) < 1e-12)
            #expect(Reference.error(mean.standardError, row[3]) < 1e-10)
        }
    }

    @Test func withoutCensoringItIsTheMeanOfTimesCutAtTheHorizon() throws {
        let times = [3.0, 9, 14, 14, 22, 31, 40, 41]
        let mean = try KaplanMeier(times.map { .event(at: $0) }).restrictedMean(to: 25)
        let cut = try Summary(times.map { min($0, 25) })
        #expect(abs(mean.estimate - cut.mean) < 1e-13)
        #expect(abs(mean.standardError * mean.standardError - cut.squaredDeviations / 64) < 1e-12)
        #expect(abs(mean.effectiveCount - 8) < 1e-10 && mean.atRiskAtHorizon == 3 && mean.eventsBeforeHorizon == 5)
        #expect(Reference.error(mean.correctedVariance!, cut.sampleVariance! / 8) < 1e-12)
    }

    /// With equal weights, no delayed entry and no ties the jackknife is Greenwood's formula.
    @Test func samplingWeightsOfOne() throws {
        for number in [0, 1, 2] {
            let records = SurvivalExample.records(number)
            let horizon = Reference.restrictedMeans.first { $0[0] == Double(number) }![1]
            let plain = try KaplanMeier(records).restrictedMean(to: horizon)
            let jackknife = try KaplanMeier(records, weights: .sampling).restrictedMean(to: horizon)
            #expect(Reference.error(jackknife.standardError, plain.standardError) < 1e-10)
        }
    }

    /// lifelines 0.30.3 returns the spread of min(T, horizon) as the variance of the mean: 8 times too large for 8 people.
    @Test func notTheSpreadOfTheTimesAsLifelinesReturnsIt() throws {
        let times = [3.0, 9, 14, 14, 22, 31, 40, 41]
        let mean = try KaplanMeier(times.map { .event(at: $0) }).restrictedMean(to: 25)
        let spread = try Summary(times.map { min($0, 25) }).squaredDeviations / 8
        #expect(abs(mean.standardError * mean.standardError * 8 - spread) < 1e-10)
    }

    @Test func horizonBeyondFollowUp() throws {
        let curve = try KaplanMeier([.event(at: 3), .censored(at: 8), .censored(at: 5)])
        #expect(throws: Undefined.nobodyAtRisk) { try curve.restrictedMean(to: 8.5) }
        #expect(throws: Undefined.outsideRange) { try curve.restrictedMean(to: 0) }
        #expect(throws: Undefined.notFinite) { try curve.restrictedMean(to: .infinity) }
        #expect(try curve.restrictedMean(to: 8).estimate == 3 + 5 * (2.0 / 3))
    }

    @Test func noEventNoInterval() throws {
        let curve = try KaplanMeier([.censored(at: 9), .censored(at: 8), .event(at: 8.5)])
        let mean = try curve.restrictedMean(to: 7)
        #expect(mean.estimate == 7 && mean.standardError == 0 && mean.effectiveCount == 3)
        #expect(throws: Undefined.zeroVariance) { try mean.interval(level: 0.95) }
    }
}
