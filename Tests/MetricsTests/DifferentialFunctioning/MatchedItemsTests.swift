import Testing
import Metrics

@Suite struct MatchedItemsTests {
    /// The same iteration in Python with statsmodels' StratifiedTable: which items end up flagged, and two of their figures.
    @Test func purificationOfPublicSets() throws {
        let verbal = try ItemExample.verbal()
        let crude = try MatchedItems(group: verbal.group, reference: verbal.reference, purifying: false)
        #expect(crude.flagged == [5, 11, 15, 16, 18, 19] && crude.ending == .notPurified && crude.rounds == 1)
        let pure = try MatchedItems(group: verbal.group, reference: verbal.reference, purifying: true)
        #expect(pure.ending == .settled && pure.rounds == 7)
        #expect(pure.flagged == [5, 7, 13, 15, 16, 18, 19, 21, 22])
        #expect(pure.anchors == Set(0..<24).subtracting(pure.flagged))
        #expect(Reference.error(try pure.items[16].get().alpha, 0.30137297258238555) < 1e-12)
        #expect(Reference.error(try pure.items[16].get().test.statistic, 11.943638427952795) < 1e-12)

        let homeostasis = try ItemExample.homeostasis()
        let cleaned = try MatchedItems(group: homeostasis.group, reference: homeostasis.reference, purifying: true)
        #expect(cleaned.flagged == [2, 15, 17] && cleaned.ending == .settled)
        #expect(Reference.error(try cleaned.items[2].get().alpha, 1.877798209597892) < 1e-12)
    }

    /// Search over invented answers for sets that come round again: the guard must end them with a score that no item of the circle is in.
    @Test func aCircleEnds() throws {
        var endings: [MatchedItems.Ending: Int] = [:]
        for seed in 1...400 {
            var random = SeededRandom(seed: UInt64(seed))
            func people(_ count: Int, _ shift: [Double]) throws -> ItemAnswers {
                try ItemAnswers((0..<count).map { _ in shift.map { random.uniform() < 0.5 + $0 } })
            }
            let group = try people(40, [0.3, -0.3, 0.1, -0.1, 0])
            let reference = try people(60, [0, 0, 0, 0, 0])
            let items = try MatchedItems(group: group, reference: reference, purifying: true, significance: 0.1)
            endings[items.ending, default: 0] += 1
            #expect(!items.anchors.isEmpty && items.rounds <= 40)
            if items.ending == .settled { #expect(items.anchors.isDisjoint(with: items.flagged)) }
        }
        #expect(endings[.settled, default: 0] > 100)
        #expect(endings[.cycled, default: 0] > 0)
    }

    /// Two items, one for each side: both look different, and no score is left.
    @Test func everyItemFlagged() throws {
        func people(_ first: Int, _ second: Int) throws -> ItemAnswers {
            try ItemAnswers(Array(repeating: [true, false], count: first) + Array(repeating: [false, true], count: second))
        }
        let items = try MatchedItems(group: people(18, 4), reference: people(6, 30), purifying: true)
        #expect(items.ending == .noAnchors && items.flagged == [0, 1] && items.anchors == [0, 1] && items.rounds == 1)
    }

    @Test func anItemNobodyAnsweredHasNoFigure() throws {
        func extended(_ answers: ItemAnswers) throws -> ItemAnswers { try ItemAnswers(answers.people.map { $0 + [nil] }) }
        let (group, reference) = (try ItemExample.side(1), try ItemExample.side(0))
        let items = try MatchedItems(group: extended(group), reference: extended(reference), purifying: true)
        #expect(throws: Undefined.noObservations) { try items.items[6].get() }
        let without = try MatchedItems(group: group, reference: reference, purifying: true)
        for index in 0..<6 { #expect(try items.items[index].get().estimate == without.items[index].get().estimate) }
        #expect(throws: Undefined.unequalLengths) { try MatchedItems(group: extended(group), reference: reference, purifying: true) }
    }
}
