import Testing
import Metrics

@Suite struct ConfusionCountsTests {
    static func counts(_ outcomes: String, _ selected: String) throws -> ConfusionCounts {
        try ConfusionCounts(outcomes: outcomes.map { $0 == "1" }, selected: selected.map { $0 == "1" })
    }

    /// Every person of the COMPAS file, by one column, with "medium or high" as the selection.
    static func compas(_ column: String) throws -> [String: ConfusionCounts] {
        let people = Dictionary(grouping: try SharedData.rows("data/compas_two_years/compas.csv")) { $0[column]! }
        return try people.mapValues { rows in
            try ConfusionCounts(outcomes: rows.map { $0["two_year_recid"] == "1" }, selected: rows.map { Int($0["decile_score"]!)! >= 5 })
        }
    }

    @Test("V2 the true positive rate of a group without positives is undefined; Fairlearn says 0")
    func noPositives() throws {
        let a = try Self.counts("1100", "1001")
        let b = try Self.counts("0000", "1000")
        #expect(try a.truePositiveRate() == 0.5)
        #expect(throws: Undefined.zeroDenominator) { try b.truePositiveRate() }
        #expect(throws: Undefined.zeroDenominator) { try RateSpread.truePositives([a, b]) }
        #expect(throws: Undefined.zeroDenominator) { try EqualizedOdds([a, b]) }
        #expect(throws: Undefined.zeroDenominator) { try ConfusionComparison(group: b, reference: a).truePositiveRateDifference() }
    }

    @Test func realDataCompas() throws {
        let group = try Self.compas("race")["African-American"]!
        #expect(group.truePositives == 1369 && group.falsePositives == 805 && group.falseNegatives == 532 && group.trueNegatives == 990)
        let rates: [(String, Double)] = [
            ("selection_rate", try group.selectionRate()), ("false_positive_rate", try group.falsePositiveRate()),
            ("false_negative_rate", try group.falseNegativeRate()), ("true_positive_rate", try group.truePositiveRate()),
            ("true_negative_rate", try group.trueNegativeRate()), ("precision_ppv", try group.positivePredictiveValue()),
            ("prevalence", try group.prevalence()),
        ]
        for (name, rate) in rates {
            #expect(try Reference.error(rate, SharedData.figure("compas_two_years", name, "race=African-American")) < 1e-11, "\(name)")
        }
    }

    @Test func realDataAmsterdam() throws {
        let rows = try SharedData.rows("data/amsterdam_slimme_check/confusion.csv")
        let row = rows.first { $0["dataset"] == "Prepilot" && $0["model"] == "BR" && $0["feature"] == "IsNederlands" && $0["feature_value"] == "1" }!
        func count(_ name: String) -> Int { Int(row[name]!)! }
        let counts = try ConfusionCounts(
            truePositives: count("TP"), falsePositives: count("FP"), falseNegatives: count("FN"), trueNegatives: count("TN"))
        for (name, rate) in [
            ("false_positive_share_percent", try counts.falsePositiveShare()), ("false_discovery_rate_percent", try counts.falseDiscoveryRate()),
            ("statistical_parity_percent", try counts.selectionRate()),
        ] {
            let figure = try SharedData.figure("amsterdam_slimme_check", name, "Prepilot/BR/IsNederlands/1")
            #expect(Reference.error(100 * rate, figure) < 1e-10, "\(name)")
        }
    }

    @Test func complementsAndSums() throws {
        let counts = try ConfusionCounts(truePositives: 3, falsePositives: 1, falseNegatives: 2, trueNegatives: 4)
        #expect(try counts.truePositiveRate() + counts.falseNegativeRate() == 1)
        #expect(try counts.negativePredictiveValue() == 4.0 / 6 && counts.falseOmissionRate() == 2.0 / 6 && counts.accuracy() == 0.7)
        let twice = counts + counts
        #expect(twice.total == 20 && twice.selected == 8 && twice.notSelected == 12)
    }

    @Test func anAbsentGroupHasNoRates() throws {
        let none = try ConfusionCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
        #expect(throws: Undefined.zeroDenominator) { try none.selectionRate() }
        #expect(throws: Undefined.zeroDenominator) { try none.falseDiscoveryRate() }
        #expect(throws: Undefined.outsideRange) { try ConfusionCounts(truePositives: -1, falsePositives: 0, falseNegatives: 0, trueNegatives: 0) }
        #expect(throws: Undefined.unequalLengths) { try ConfusionCounts(outcomes: [true], selected: []) }
    }
}
