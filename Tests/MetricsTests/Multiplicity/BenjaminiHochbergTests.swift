import Testing
import Metrics

@Suite struct BenjaminiHochbergTests {
    @Test func agreesWithStatsmodels() throws {
        for rows in Reference.cases(Reference.families) {
            let result = try BenjaminiHochberg(pValues: rows.map { $0[1] }, q: 0.10)
            for (index, row) in rows.enumerated() {
                #expect(abs(result.adjusted[index] - row[4]) < 1e-15)
                #expect(result.selected[index] == (row[5] == 1))
            }
        }
    }

    @Test func selectedGetTheFalseCoverageLevel() throws {
        let result = try BenjaminiHochberg(pValues: [0.5, 0.01, 0.02, 0.9], q: 0.10)
        #expect(result.selected == [false, true, true, false])
        #expect(result.levels[0] == nil && result.levels[3] == nil)
        #expect(abs(result.levels[1]! - 0.95) < 1e-15 && abs(result.levels[2]! - 0.95) < 1e-15)
    }

    /// A selected p lies below 1 - level, so its interval excludes no difference.
    @Test(arguments: 0..<100)
    func selectedIntervalsExcludeNoDifference(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let p = (0..<(1 + random.index(below: 20))).map { _ in Double.exponential(4 * Double.logarithm(random.uniform())) }
        let result = try BenjaminiHochberg(pValues: p, q: 0.10)
        for index in p.indices {
            if let level = result.levels[index] { #expect(p[index] <= 1 - level + 1e-12) }
        }
    }

    @Test func edges() throws {
        #expect(try BenjaminiHochberg(pValues: [], q: 0.1).levels.isEmpty)
        #expect(throws: Undefined.notFinite) { try BenjaminiHochberg(pValues: [.nan], q: 0.1) }
        #expect(throws: Undefined.outsideRange) { try BenjaminiHochberg(pValues: [2], q: 0.1) }
    }
}
