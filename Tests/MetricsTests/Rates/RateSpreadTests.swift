import Testing
import Metrics

@Suite struct RateSpreadTests {
    @Test("V1 demographic parity and equalized odds of five people each")
    func fivePeopleEach() throws {
        let a = try ConfusionCountsTests.counts("00111", "01110")
        let b = try ConfusionCountsTests.counts("00110", "00100")
        let selection = try RateSpread.selection([a, b])
        #expect(selection.rates == [0.6, 0.2] && selection.count == 10)
        #expect(abs(selection.estimate - 0.4) < 1e-15 && abs(selection.largestDistanceToOverall - 0.2) < 1e-15)
        #expect(try Reference.error(selection.ratio(), 1.0 / 3) < 1e-14 && abs(selection.smallestRatioToOverall() - 0.5) < 1e-15)
        let odds = try EqualizedOdds([a, b])
        #expect(try odds.truePositives.rates == [2.0 / 3, 0.5] && odds.falsePositives.rates == [0.5, 0] && odds.ratio() == 0)
        #expect(odds.estimate == 0.5 && Reference.error(odds.meanDifference, 1.0 / 3) < 1e-14)
        #expect(try Reference.error(odds.truePositives.estimate, 1.0 / 6) < 1e-14 && odds.truePositives.ratio() == 0.75)
    }

    @Test("V3 the highest minus the lowest rate has no interval; Fairlearn's lies wholly above the truth, which is 0")
    func noIntervalForTheSpread() throws {
        // Fairlearn 0.15.0 on four groups of 90, 89, 105 and 116 people, all with rate .3: .0297123 to .2270035 around .0774.
        #expect(Interval(level: 0.95, low: 0.0297123, high: 0.2270035).excludes(0))
        let spread = try RateSpread(events: [27, 24, 33, 30], totals: [90, 89, 105, 116])
        #expect(throws: Undefined.noSamplingModel) { try spread.interval(level: 0.95) }
        // The same construction in forty worlds without any difference: the percentiles of resampled spreads lie above 0 in all; of
        // the six named differences, judged together, hardly ever one.
        let totals = [90, 89, 105, 116]
        var (excluded, found) = (0, 0)
        for seed in 1...40 {
            var random = SeededRandom(seed: UInt64(seed))
            func drawn(_ rates: [Double]) -> [Int] {
                zip(totals, rates).map { total, rate in (0..<total).count { _ in random.uniform() < rate } }
            }
            let events = drawn([0.3, 0.3, 0.3, 0.3])
            let rates = zip(events, totals).map { Double($0) / Double($1) }
            let spreads = try (0..<80).map { _ in try RateSpread(events: drawn(rates), totals: totals).estimate }.sorted()
            // The second smallest of 80 is the 2.5 % percentile.
            if spreads[1] > 0 { excluded += 1 }
            let level = 1 - 0.05 / 6
            for i in 0..<4 {
                for j in 0..<i {
                    let difference = try MiettinenNurminen(
                        groupEvents: Double(events[i]), groupTotal: Double(totals[i]), referenceEvents: Double(events[j]),
                        referenceTotal: Double(totals[j]))
                    if difference.interval(level: level).excludes(0) { found += 1 }
                }
            }
        }
        #expect(excluded == 40)
        #expect(try Simulated.isWithin(found, of: 240, 0, 0.05 / 6, "pairs of four equal groups found different, Bonferroni"))
    }

    @Test func realDataCompas() throws {
        for column in ["race", "sex", "age_cat"] {
            let groups = Array(try ConfusionCountsTests.compas(column).values)
            let figures: [(String, Double)] = [
                ("demographic_parity_difference", try RateSpread.selection(groups).estimate),
                ("demographic_parity_ratio", try RateSpread.selection(groups).ratio()),
                ("equalized_odds_difference", try EqualizedOdds(groups).estimate), ("equalized_odds_ratio", try EqualizedOdds(groups).ratio()),
            ]
            for (name, value) in figures {
                #expect(try Reference.error(value, SharedData.figure("compas_two_years", name, column)) < 1e-10, "\(name) \(column)")
            }
        }
    }

    @Test func edges() throws {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try RateSpread(events: [1], totals: [2]) }
        #expect(throws: Undefined.zeroDenominator) { try RateSpread(events: [1, 0], totals: [2, 0]) }
        #expect(throws: Undefined.unequalLengths) { try RateSpread(events: [1, 0], totals: [2]) }
        #expect(throws: Undefined.outsideRange) { try RateSpread(events: [1, 3], totals: [2, 2]) }
        let nobody = try RateSpread(events: [0, 0], totals: [5, 3])
        #expect(nobody.estimate == 0)
        #expect(throws: Undefined.zeroDenominator) { try nobody.ratio() }
        #expect(throws: Undefined.zeroDenominator) { try nobody.smallestRatioToOverall() }
    }
}
