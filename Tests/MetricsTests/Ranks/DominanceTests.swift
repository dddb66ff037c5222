import Testing
import Metrics

@Suite struct DominanceTests {
    /// Against the whole matrix of pairs.
    @Test(arguments: 0..<50)
    func countsWhatAllPairsGive(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        func side() -> [Double] { (0..<(1 + random.index(below: 12))).map { _ in Double(random.index(below: 1 + seed)) } }
        let (group, reference) = (side(), side())
        let dominance = try Dominance(group: group, reference: reference)
        func sign(_ a: Double, _ b: Double) -> Int { a > b ? 1 : a < b ? -1 : 0 }
        let rows = group.map { x in reference.reduce(0) { $0 + sign(x, $1) } }
        let columns = reference.map { y in group.reduce(0) { $0 + sign(y, $1) } }
        #expect(dominance.wins - dominance.losses == rows.reduce(0, +))
        #expect(dominance.ties == group.reduce(0) { total, x in total + reference.count { $0 == x } })
        #expect(dominance.groupSquares == Int128(rows.reduce(0) { $0 + $1 * $1 }))
        #expect(dominance.referenceSquares == Int128(columns.reduce(0) { $0 + $1 * $1 }))
        #expect(dominance.tieTerm == (try MidRanks(group + reference).tieTerm))
        if group.count > 1 {
            let expected = try Summary(rows.map { Double($0) / Double(reference.count) }).sampleVariance!
            #expect(abs(dominance.groupVariance! - expected) < 1e-14)
        }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try Dominance(group: [], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try Dominance(group: [1], reference: [.infinity]) }
        #expect(throws: Undefined.notFinite) { try Dominance(group: [.nan], reference: [1]) }
    }
}
