import Testing
import Metrics

/// Type I error and detection of differential item functioning, 15 items of one logistic slope, 60 against 200.
@Suite struct ItemSimulationTests {
    private static let items = 15

    private static func people(_ count: Int, mean: Double, harder: Double, _ random: inout SeededRandom) throws -> ItemAnswers {
        try ItemAnswers((0..<count).map { _ in
            let ability = mean + random.normal()
            return (0..<items).map { item in
                let difficulty = -1.4 + 0.2 * Double(item) + (item == 7 ? harder : 0)
                return random.uniform() < 1 / (1 + Double.exponential(difficulty - ability))
            }
        })
    }

    @Test func testsKeepTheirLevelWhereAbilitiesDiffer() throws {
        let runs = 200 * Simulated.factor
        let everything = Set(0..<Self.items)
        var corrected = 0
        var plain = 0
        var logistic = 0
        var large = 0
        for seed in 1...runs {
            var random = SeededRandom(seed: UInt64(seed))
            let group = try Self.people(60, mean: -0.5, harder: 0, &random).answers(to: 7, matchedOn: everything)
            let reference = try Self.people(200, mean: 0, harder: 0, &random).answers(to: 7, matchedOn: everything)
            let item = try MantelHaenszelItem(group: group, reference: reference)
            if item.test.pValue < 0.05 { corrected += 1 }
            if item.interval(level: 0.95).excludes(0) { plain += 1 }
            if item.category == .large { large += 1 }
            if try LogisticItem(group: group, reference: reference).uniformTest.pValue < 0.05 { logistic += 1 }
        }
        let what = "60 against 200, ability gap .5"
        #expect(try Simulated.isWithin(corrected, of: runs, 0.015, 0.05, "Mantel-Haenszel DIF, corrected, \(what), type I at 5 %"))
        #expect(try Simulated.isWithin(plain, of: runs, 0.03, 0.055, "D-DIF interval, \(what), leaves out 0"))
        #expect(try Simulated.isWithin(logistic, of: runs, 0.04, 0.06, "logistic uniform DIF, \(what), type I at 5 %"))
        #expect(try Simulated.isWithin(large, of: runs, 0, 0.02, "class C without cause, \(what)"))
    }

    /// One item one logit harder (D-DIF -2.35) for the group.
    @Test func aHarderItemIsFoundAndThePurifiedScoreIsClean() throws {
        let runs = 20 * Simulated.factor
        var found = 0
        var innocent = 0
        for seed in 1...runs {
            var random = SeededRandom(seed: UInt64(seed))
            let group = try Self.people(250, mean: -0.5, harder: 1, &random)
            let reference = try Self.people(250, mean: 0, harder: 0, &random)
            let items = try MatchedItems(group: group, reference: reference, purifying: true)
            if items.flagged.contains(7) { found += 1 }
            innocent += items.flagged.subtracting([7]).count
        }
        #expect(try Simulated.isWithin(found, of: runs, 0.9, 1, "item one logit harder, 250 against 250, found"))
        #expect(try Simulated.isWithin(innocent, of: runs * 14, 0.02, 0.07, "other items of that test, purified, flagged at 5 %"))
    }
}
