import Testing
import Metrics

@Suite struct HolmTests {
    @Test func agreesWithStatsmodels() throws {
        for rows in Reference.cases(Reference.families) {
            let holm = try Holm(pValues: rows.map { $0[1] }, alpha: 0.05)
            for (index, row) in rows.enumerated() {
                #expect(abs(holm.adjusted[index] - row[2]) < 1e-15)
                #expect(holm.rejected[index] == (row[3] == 1))
            }
        }
    }

    @Test func levelsFollowTheSteps() throws {
        let holm = try Holm(pValues: [0.03, 0.001, 0.9, 0.012], alpha: 0.05)
        #expect(holm.rejected == [false, true, false, true])
        let expected = [1 - 0.05 / 2, 1 - 0.05 / 4, 1 - 0.05 / 2, 1 - 0.05 / 3]
        for (level, wanted) in zip(holm.levels, expected) { #expect(abs(level - wanted) < 1e-15) }
    }

    /// The interval at its level excludes zero exactly when Holm rejects, over random families.
    @Test(arguments: 0..<200)
    func levelsDecideLikeHolm(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let p = (0..<(1 + random.index(below: 9))).map { _ in
            random.uniform() < 0.2 ? 0.01 : Double.exponential(6 * Double.logarithm(random.uniform()))
        }
        let holm = try Holm(pValues: p, alpha: 0.05)
        for index in p.indices where abs(p[index] - (1 - holm.levels[index])) > 1e-12 {
            #expect(holm.rejected[index] == (p[index] < 1 - holm.levels[index]))
        }
    }

    @Test func orderNeverMattersAndTiesShare() throws {
        let holm = try Holm(pValues: [0.04, 0.01, 0.04, 0.01], alpha: 0.05)
        #expect(holm.adjusted[0] == holm.adjusted[2] && holm.levels[0] == holm.levels[2])
        #expect(holm.adjusted[1] == holm.adjusted[3] && holm.levels[1] == holm.levels[3])
        let other = try Holm(pValues: [0.01, 0.04, 0.01, 0.04], alpha: 0.05)
        #expect(other.adjusted == [holm.adjusted[1], holm.adjusted[0], holm.adjusted[3], holm.adjusted[2]])
    }

    @Test func edges() throws {
        #expect(try Holm(pValues: [], alpha: 0.05).adjusted.isEmpty)
        #expect(try Holm(pValues: [0.5], alpha: 0.05).levels == [0.95])
        #expect(throws: Undefined.notFinite) { try Holm(pValues: [.nan], alpha: 0.05) }
        #expect(throws: Undefined.outsideRange) { try Holm(pValues: [1.2], alpha: 0.05) }
    }
}
