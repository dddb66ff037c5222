import Testing
import Metrics

@Suite struct LogisticItemTests {
    @Test func agreesWithStatsmodels() throws {
        let everything = Set(0..<6)
        let (group, reference) = (try ItemExample.side(1), try ItemExample.side(0))
        for row in Reference.itemFigures {
            let number = Int(row[0]) - 1
            let item = try LogisticItem(
                group: group.answers(to: number, matchedOn: everything), reference: reference.answers(to: number, matchedOn: everything))
            #expect(Reference.error(item.uniformTest.statistic, row[7]) < 1e-8, "item \(row[0])")
            // In the group the score tells right from wrong answers apart (one shared score): statsmodels stops at some large slope.
            if number == 2 || number == 4 {
                #expect(throws: Undefined.perfectSeparation) { try item.nonUniformTest() }
                continue
            }
            let found = [try item.nonUniformTest().statistic, try item.test().statistic, try item.rSquaredGain()]
            for (value, expected) in zip(found, row[8...]) { #expect(Reference.error(value, expected) < 1e-8, "item \(row[0])") }
        }
    }

    @Test func planted() throws {
        let everything = Set(0..<6)
        let item = try LogisticItem(
            group: ItemExample.side(1).answers(to: 2, matchedOn: everything),
            reference: ItemExample.side(0).answers(to: 2, matchedOn: everything))
        #expect(try item.effect().estimate < -1 && item.uniformTest.pValue < 1e-3)
        #expect(item.count == 90 && item.uniformTest.degreesOfFreedom == 1)
        // Of the group only one person with the highest score solved it: no finite slope, where statsmodels stops at some large one.
        #expect(throws: Undefined.perfectSeparation) { try item.nonUniformTest() }
        #expect(throws: Undefined.perfectSeparation) { try item.test() }
        #expect(throws: Undefined.perfectSeparation) { try item.rSquaredGain() }
    }

    /// Verbal aggression: the likelihood ratios that difR prints in its help.
    @Test func verbalAggression() throws {
        let data = try ItemExample.verbal()
        let everything = Set(0..<24)
        for (number, name) in data.names.enumerated() {
            let item = try LogisticItem(
                group: data.group.answers(to: number, matchedOn: everything),
                reference: data.reference.answers(to: number, matchedOn: everything))
            #expect(Reference.error(
                try item.test().statistic, try SharedData.figure("verbal_aggression", "dif_logistic_lrt_2df", name), floor: 1e-3) < 1e-8, "\(name)")
        }
    }

    @Test func undefinedInput() {
        let some: [LogisticItem.Answer] = [(true, 1), (false, 1), (true, 2), (false, 2), (false, 3), (true, 3)]
        #expect(throws: Undefined.noObservations) { try LogisticItem(group: [], reference: some) }
        #expect(throws: Undefined.collinear) { try LogisticItem(group: [(true, 1), (false, 1)], reference: [(true, 1), (false, 1)]) }
        #expect(throws: Undefined.collinear) { try LogisticItem(group: [(true, 2), (false, 2)], reference: some).nonUniformTest() }
        #expect(throws: Undefined.collinear) { try LogisticItem(group: [(true, 2), (false, 2)], reference: [(true, 1), (false, 1)]) }
        #expect(throws: Undefined.zeroVariance) {
            try LogisticItem(group: [(true, 1), (true, 2)], reference: [(true, 1), (true, 2), (true, 3)])
        }
        // Everybody of the group gives the wrong answer.
        #expect(throws: Undefined.perfectSeparation) { try LogisticItem(group: [(false, 1), (false, 2), (false, 3)], reference: some) }
    }
}
