import Cohort
import Metrics
import Testing

@testable import MatchReplay

struct NearestCandidatesTests {
    /// The fast way gives the places of the core, ties and all, for recorded scores and for shifted ones.
    @Test(arguments: 1...8 as ClosedRange<UInt64>, RankingCore.MissingValues.allCases)
    func listsAreThoseOfTheCore(seed: UInt64, missing: RankingCore.MissingValues) throws {
        var core = InvarianceTests.core
        core.missingValues = missing
        // Unscaled half of the time, so that equal distances are exactly equal.
        if seed % 2 == 0 { core.scaling = .init(kind: .none) }
        if seed % 3 == 0 { core.ties = .random(seed: seed) }
        var snapshot = try InvarianceTests.municipality(seed: seed).snapshot()
        var random = SeededRandom(seed: seed)
        for shift in 0..<3 {
            if shift > 0 { for index in snapshot.scores.indices { snapshot.scores[index].score? += shift == 1 ? 0.5 : random.normal() } }
            let redrawn = try RedrawnLists(snapshot: snapshot, core: core), replay = try Replay(snapshot: snapshot, core: core)
            for run in snapshot.runs.indices {
                guard let person = redrawn.person(run: run), redrawn.isSquared(person) else { continue }
                let candidates = redrawn.candidates(person)
                for depth in [1, 4, 100] {
                    let nearest = NearestCandidates(candidates, depth: depth)
                    let fast = nearest.lists(rows: person.row.scores, count: 1, present: redrawn.counts(person)).map { candidates.places[$0] }
                    #expect(try fast == replay.list(forRun: run, top: depth).workplaces)
                }
            }
        }
    }

    /// Squares that differ in the last bit may have the same root: the core calls that a tie, and the smaller square may stand second.
    @Test func differentSquaresWithOneRootAreATie() throws {
        let square = 2.0, next = square.nextUp
        #expect(square.squareRoot() == next.squareRoot())
        func order(_ ties: [Int], _ factors: [Double], depth: Int) -> [Int] {
            let candidates = CandidatePlaces(places: [10, 11], targets: [0, 0], weights: [1, 1], factors: factors, tiePositions: ties)
            return NearestCandidates(candidates, depth: depth).lists(rows: [1], count: 1, present: [1])
        }
        #expect(order([1, 0], [square, next], depth: 1) == [1])
        #expect(order([1, 0], [square, next], depth: 2) == [1, 0])
        #expect(order([0, 1], [square, next], depth: 2) == [0, 1])
        #expect(order([1, 0], [square, 2.1], depth: 2) == [0, 1])
    }

    /// More rows than one batch, each row by itself.
    @Test func rowsAreIndependent() throws {
        var random = SeededRandom(seed: 1)
        let targets = (0..<3 * 37).map { _ in random.normal() }, weights = (0..<3 * 37).map { _ in random.uniform() }
        let candidates = CandidatePlaces(
            places: Array(0..<37), targets: targets, weights: weights, factors: [Double](repeating: 1, count: 37), tiePositions: Array(0..<37))
        let nearest = NearestCandidates(candidates, depth: 5)
        let rows = (0..<3 * 100).map { _ in random.normal() }
        let together = nearest.lists(rows: rows, count: 100, present: [1, 0, 1])
        for row in 0..<100 {
            let own = Array(rows[row * 3..<row * 3 + 3])
            #expect(nearest.lists(rows: own, count: 1, present: [1, 0, 1]) == Array(together[row * 5..<row * 5 + 5]))
        }
        #expect(nearest.lists(rows: [], count: 0, present: [1, 0, 1]).isEmpty)
    }
}
