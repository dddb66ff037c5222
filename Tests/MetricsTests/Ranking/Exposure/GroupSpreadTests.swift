import Metrics
import Testing

@Suite struct GroupSpreadTests {
    @Test("V18 min-max ratio, difference, mean absolute deviation, norm and variance; FairRankTune's page calls the norm squared and divides by G - 1")
    func statedDefinitions() throws {
        let spread = try GroupExposure(RankingFixtures.running(), discount: .logarithmic).spread()
        #expect(abs(try spread.ratio() - 0.6029570182) < 5e-11)
        #expect(abs(spread.estimate - 0.2728487724) < 5e-11)
        #expect(abs(spread.meanAbsoluteDeviation - 0.1364243862) < 5e-11)
        #expect(abs(spread.norm - 0.8024558647) < 5e-11)
        #expect(abs(spread.variance - 0.0186116132) < 5e-11)
        #expect(abs(spread.norm * spread.norm - 0.8024558647) > 0.1)
        #expect(abs(2 * spread.variance - 0.0186116132) > 0.01)
    }

    @Test func oneGroupIsNoComparison() {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try GroupSpread([0.4], count: 10) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try GroupSpread([], count: 0) }
        #expect(throws: Undefined.notFinite) { try GroupSpread([0.4, .nan], count: 10) }
    }

    @Test func aRatioNeedsSomethingToDivideBy() throws {
        #expect(throws: Undefined.zeroDenominator) { try GroupSpread([0, 0], count: 3).ratio() }
        #expect(throws: Undefined.outsideRange) { try GroupSpread([-1, 1], count: 3).ratio() }
        #expect(try GroupSpread([0, 1], count: 3).ratio() == 0)
    }

    @Test func hasNoIntervalOfItsOwn() throws {
        #expect(throws: Undefined.noSamplingModel) { try GroupSpread([0.1, 0.3], count: 3).interval(level: 0.95) }
    }
}
