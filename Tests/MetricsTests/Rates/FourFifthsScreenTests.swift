import Testing
import Metrics

@Suite struct FourFifthsScreenTests {
    @Test("V10 chance of a flag for two equal groups with rate .3")
    func chanceOfAFlag() throws {
        #expect(try Reference.error(FourFifthsScreen.chanceOfFlagEitherWay(50, 50, rate: 0.3), 0.4566790948) < 1e-9)
        #expect(try Reference.error(FourFifthsScreen.chanceOfFlagEitherWay(500, 500, rate: 0.3), 0.0214142943) < 1e-8)
        // By brute force over all tables of a small pair.
        let (first, second) = (Binomial.row(n: 7, p: 0.4), Binomial.row(n: 11, p: 0.4))
        var sum = 0.0
        for a in 0...7 {
            for c in 1...11 where try FourFifthsScreen(groupEvents: a, groupTotal: 7, referenceEvents: c, referenceTotal: 11).isFlagged {
                sum += first[a] * second[c]
            }
        }
        #expect(try Reference.error(FourFifthsScreen.chanceOfFlag(groupTotal: 7, referenceTotal: 11, rate: 0.4), sum) < 1e-13)
        #expect(try FourFifthsScreen.chanceOfFlagEitherWay(9, 9, rate: 0) == 0)
    }

    /// EEOC, Questions and Answers (1979), question 11: rates 60 % against 45, 48 and 51 %; exactly 80 % is not below.
    @Test func exactlyEightyPercentIsNotBelow() throws {
        for (events, name, flagged) in [(45, "American Indian", true), (48, "Hispanic", false), (51, "Black", false)] {
            let screen = try FourFifthsScreen(groupEvents: events, groupTotal: 100, referenceEvents: 60, referenceTotal: 100)
            #expect(screen.isFlagged == flagged)
            #expect(try abs(screen.estimate - SharedData.figure("(no file) EEOC Q&A 1979", "impact_ratio", name)) < 1e-12)
        }
        // 4/50 against 1/10 is exactly 80 % too, and in floating point a hair below.
        let exact = try FourFifthsScreen(groupEvents: 4, groupTotal: 50, referenceEvents: 1, referenceTotal: 10)
        #expect(exact.estimate < 0.8 && !exact.isFlagged)
    }

    @Test func flippingOneAndTwoPeople() throws {
        // 7/10 against 9/10: flagged (.778); 8/10 would not be, nor 7/10 against 8/10.
        let small = try FourFifthsScreen(groupEvents: 7, groupTotal: 10, referenceEvents: 9, referenceTotal: 10)
        #expect(small.isFlagged && !small.survives(recoding: 1) && !small.survives(recoding: 2) && small.survives(recoding: 0))
        let two = try FourFifthsScreen(groupEvents: 6, groupTotal: 10, referenceEvents: 9, referenceTotal: 10)
        #expect(two.isFlagged && two.survives(recoding: 1) && !two.survives(recoding: 2))
        let passing = try FourFifthsScreen(groupEvents: 48, groupTotal: 100, referenceEvents: 60, referenceTotal: 100)
        #expect(!passing.isFlagged && !passing.survives(recoding: 1))
        let clear = try FourFifthsScreen(groupEvents: 300, groupTotal: 1000, referenceEvents: 600, referenceTotal: 1000)
        #expect(clear.isFlagged && clear.survives(recoding: 2))
        // Recoding the one person of the reference leaves nothing to compare with.
        let single = try FourFifthsScreen(groupEvents: 0, groupTotal: 50, referenceEvents: 1, referenceTotal: 50)
        #expect(single.isFlagged && !single.survives(recoding: 1))
    }

    @Test func undefinedNeverPasses() {
        #expect(throws: Undefined.zeroDenominator) { try FourFifthsScreen(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 5) }
        #expect(throws: Undefined.zeroDenominator) { try FourFifthsScreen(groupEvents: 3, groupTotal: 5, referenceEvents: 0, referenceTotal: 5) }
        #expect(throws: Undefined.noObservations) { try FourFifthsScreen(groupEvents: 0, groupTotal: 0, referenceEvents: 3, referenceTotal: 5) }
        #expect(throws: Undefined.outsideRange) { try FourFifthsScreen(groupEvents: 1, groupTotal: 1 << 31, referenceEvents: 3, referenceTotal: 5) }
        #expect(throws: Undefined.outsideRange) { try FourFifthsScreen.chanceOfFlag(groupTotal: 5, referenceTotal: 5, rate: 1.2) }
        #expect(throws: Undefined.noObservations) { try FourFifthsScreen.chanceOfFlag(groupTotal: 0, referenceTotal: 5, rate: 0.2) }
    }
}
