import Testing
import Metrics

@Suite struct HochbergTests {
    @Test func asElsewhere() throws {
        for rows in Reference.cases(Reference.hochbergFamilies) {
            let result = try Hochberg(pValues: rows.map { $0[1] }, alpha: 0.05)
            for (ours, row) in zip(result.adjusted, rows) { #expect(Reference.error(ours, row[2], floor: 1e-12) < 1e-12) }
        }
    }

    @Test("V68 eight p values by Holm, Hochberg and Benjamini-Hochberg") func eight() throws {
        let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205]
        let holm = try Holm(pValues: p, alpha: 0.05).adjusted
        for (ours, expected) in zip(holm, [0.008, 0.056, 0.234]) { #expect(abs(ours - expected) < 1e-12) }
        let bh = try BenjaminiHochberg(pValues: p, q: 0.1).adjusted
        for (ours, expected) in zip(bh, [0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.084571428571, 0.205]) { #expect(abs(ours - expected) < 1e-11) }
        let hochberg = try Hochberg(pValues: p, alpha: 0.05)
        for (ours, expected) in zip(hochberg.adjusted, [0.008, 0.056, 0.168, 0.168, 0.168, 0.18, 0.148, 0.205]) {
            #expect(ours <= expected + 1e-12)
        }
        #expect(hochberg.rejected == [true] + Array(repeating: false, count: 7))
    }

    @Test func edges() throws {
        #expect(try Hochberg(pValues: [], alpha: 0.05).adjusted.isEmpty)
        #expect(try Hochberg(pValues: [0.04, 0.03], alpha: 0.05).adjusted == [0.04, 0.04])
        #expect(throws: Undefined.notFinite) { try Hochberg(pValues: [.nan], alpha: 0.05) }
        #expect(throws: Undefined.outsideRange) { try Hochberg(pValues: [-0.1], alpha: 0.05) }
    }
}
