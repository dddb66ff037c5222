import Metrics
import Testing

@testable import MatchReplay

struct RedrawnAgreementTests {
    /// Against the overlap of `Metrics`, list by list.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func countsAreThoseOfListOverlap(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let depth = 1 + random.index(below: 4), candidates = 6, draws = 40
        func list() -> [Int] {
            var all = Array(0..<candidates)
            random.shuffle(&all)
            return Array(all.prefix(depth))
        }
        let observed = list(), lists = (0..<draws).map { _ in list() }
        let agreement = RedrawnAgreement(observed: observed, drawn: lists.flatMap { $0 }, draws: draws)
        func overlap(_ a: [Int], _ b: [Int]) throws -> Double { try ListOverlap(a, b, depth: depth).estimate }
        let pairs = stride(from: 0, to: draws, by: 2).map { (lists[$0], lists[$0 + 1]) }
        #expect(agreement.depth == depth)
        #expect(agreement.firstPlace == Double(lists.count { $0[0] == observed[0] }) / Double(draws))
        #expect(abs(agreement.overlap - (try lists.map { try overlap($0, observed) }.reduce(0, +)) / Double(draws)) < 1e-12)
        #expect(agreement.retestFirstPlace == Double(pairs.count { $0.0[0] == $0.1[0] }) / Double(pairs.count))
        #expect(abs(agreement.retestOverlap - (try pairs.map { try overlap($0.0, $0.1) }.reduce(0, +)) / Double(pairs.count)) < 1e-12)
    }

    /// A list that is too short has nothing in the ranks that are missing.
    @Test func missingRanksAreSharedWithNothing() {
        let agreement = RedrawnAgreement(observed: [2, 0], drawn: [2, -1, 2, -1], draws: 2)
        #expect(agreement.firstPlace == 1 && agreement.overlap == 0.5 && agreement.retestFirstPlace == 1 && agreement.retestOverlap == 0.5)
    }
}
