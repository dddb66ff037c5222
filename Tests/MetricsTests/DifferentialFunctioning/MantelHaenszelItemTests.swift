import Testing
import Metrics

@Suite struct MantelHaenszelItemTests {
    @Test func agreesWithStatsmodels() throws {
        let items = try MatchedItems(group: ItemExample.side(1), reference: ItemExample.side(0), purifying: false)
        for row in Reference.itemFigures {
            let item = try items.items[Int(row[0]) - 1].get()
            let found = [item.alpha, item.estimate, item.standardError, item.standardised.estimate]
            for (value, expected) in zip(found, [row[1], row[2], row[3], row[6]]) {
                #expect(Reference.error(value, expected) < 1e-10, "item \(row[0])")
            }
            try checkChiSquared(item, row[4], "item \(row[0])")
            if item.test.statistic > 0 { #expect(Reference.error(item.test.pValue, row[5]) < 1e-10) }
        }
        #expect(try items.items[2].get().category == .large && items.items[0].get().category == .negligible)
    }

    /// Verbal aggression: the figures that difR prints in its help; homeostasis: first language English or not.
    @Test func realData() throws {
        let verbal = try ItemExample.verbal()
        try check("verbal_aggression", verbal, chi: "dif_mh_chi2_cc", delta: true)
        let homeostasis = try ItemExample.homeostasis()
        #expect(homeostasis.group.people.count == 148 && homeostasis.reference.people.count == 521)
        try check("hci_english_first", homeostasis, chi: "dif_mh_chi2_cc (reference English first, focal not)", delta: false)
    }

    private func check(
        _ dataset: String, _ data: (names: [String], group: ItemAnswers, reference: ItemAnswers), chi: String, delta: Bool
    ) throws {
        let items = try MatchedItems(group: data.group, reference: data.reference, purifying: false)
        for (name, result) in zip(data.names, items.items) {
            let item = try result.get()
            try checkChiSquared(item, try SharedData.figure(dataset, chi, name), name)
            #expect(Reference.error(item.alpha, try SharedData.figure(dataset, "dif_mh_alpha", name)) < 1e-10, "\(name)")
            if delta {
                #expect(Reference.error(item.estimate, try SharedData.figure(dataset, "dif_mh_delta_ets", name), floor: 1e-3) < 1e-9)
            }
        }
    }

    /// difR 5.1 and statsmodels 0.15.0 take half a person off the distance even where it is smaller than that, so that their
    /// chi-squared grows again as the sides come closer; here, as in R's mantelhaen.test, such a distance counts as none.
    private func checkChiSquared(_ item: MantelHaenszelItem, _ theirs: Double, _ name: String) throws {
        let distance = abs(item.test.excess)
        guard distance < 0.5 else {
            #expect(Reference.error(item.test.statistic, theirs, floor: 1e-3) < 1e-9, "\(name)")
            return
        }
        #expect(item.test.statistic == 0 && item.test.pValue == 1, "\(name)")
        #expect(theirs > 0, "\(name)")
    }

    @Test func aDistanceBelowHalfAPersonIsNoneUnlikeInDifR() throws {
        let item = try MantelHaenszelItem(
            strata: [RateStratum(groupEvents: 5, groupTotal: 10, referenceEvents: 5, referenceTotal: 11)])
        // |excess| = 5/21: difR and statsmodels report a larger chi-squared than for a distance of one half, which gives none.
        #expect(abs(item.test.excess - 5.0 / 21) < 1e-12)
        #expect(item.test.statistic == 0)
        #expect(item.category == .negligible)
    }

    /// One score: alpha = (A D) / (B C) = (8 x 6) / (2 x 4) = 6, the item favours the reference.
    @Test func oneScoreByHand() throws {
        let item = try MantelHaenszelItem(
            strata: [RateStratum(groupEvents: 4, groupTotal: 10, referenceEvents: 8, referenceTotal: 10)])
        #expect(abs(item.alpha - 6) < 1e-14)
        #expect(abs(item.estimate - -2.35 * Double.logarithm(6)) < 1e-13)
        #expect(abs(item.standardError - 2.35 * (1 / 8.0 + 1 / 2.0 + 1 / 4.0 + 1 / 6.0).squareRoot()) < 1e-13)
        #expect(abs(item.standardised.estimate - -0.4) < 1e-15)
        let interval = item.interval(level: 0.95)
        #expect(abs((interval.low + interval.high) / 2 - item.estimate) < 1e-12 && item.count == 20)
    }

    @Test func undefinedInput() {
        let some: [MantelHaenszelItem.Answer] = [(true, 1), (false, 1), (true, 2)]
        #expect(throws: Undefined.noObservations) { try MantelHaenszelItem(group: [], reference: some) }
        #expect(throws: Undefined.noObservations) { try MantelHaenszelItem(group: some, reference: []) }
        #expect(throws: Undefined.noInformativeStratum) { try MantelHaenszelItem(group: some, reference: [(true, 7), (false, 8)]) }
        #expect(throws: Undefined.zeroVariance) { try MantelHaenszelItem(group: [(true, 1)], reference: [(true, 1), (true, 1)]) }
        // Solved by everybody of the group and by nobody of the reference, and the other way round: alpha is 0 or infinite.
        #expect(throws: Undefined.zeroDenominator) { try MantelHaenszelItem(group: [(true, 1)], reference: [(false, 1)]) }
        #expect(throws: Undefined.zeroDenominator) { try MantelHaenszelItem(group: [(false, 1)], reference: [(true, 1)]) }
    }
}
