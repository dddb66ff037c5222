import Cohort
import Foundation
import TestSupport
import Testing

@testable import MatchReplay

/// The transposed replay holds the same distances, and leaves out the same pairs, as people's own lists made place by place.
@Suite struct CandidateRankingTests {
    @Test(arguments: ["euclidean", "manhattan"], [true, false])
    func sameAsEverybodysOwnList(distance: String, filters: Bool) throws {
        let core = try RankingCore.read(GateTown.core(distance: distance, abilities: filters, travel: filters), source: "town")
        var town = GateTown()
        town.languages = [("nl", 40), ("ar", 20)]
        var snapshot = try town.snapshot()
        let day = snapshot.runs[0].executedOn
        for index in snapshot.runs.indices { snapshot.runs[index].executedOn = day }
        // Somebody with a score that is missing goes another way through the kernel.
        snapshot.scores.remove(at: 0)
        let runs = Array(snapshot.runs.indices)
        let own = try Replay(snapshot: snapshot, core: core).lists(forRuns: runs, top: nil, threads: 1)
        var expected: [[(Double, Int)]] = snapshot.workplaces.map { _ in [] }
        for (position, list) in own.enumerated() {
            for (place, distance) in zip(list.workplaces, list.distances) { expected[place].append((distance, position)) }
        }
        for first in [3, 1000] {
            let lists = try CandidateRanking(snapshot: snapshot, core: core).lists(ofRuns: runs, on: day, first: first, threads: 2)
            #expect(lists.map(\.workplace) == Array(snapshot.workplaces.indices))
            for (list, all) in zip(lists, expected) {
                let nearest = all.sorted { $0 < $1 }.prefix(first)
                #expect(list.participants == nearest.map(\.1))
                #expect(list.distances == nearest.map(\.0))
            }
        }
        #expect(expected.contains { $0.count > 3 })
        if filters { #expect(expected.contains { $0.count < runs.count }) }
    }

    /// Equal shares among whom each place may list, against a count over all pairs; journeys are not looked at.
    @Test func equalSharesAmongThoseWhoMayBeListed() throws {
        let core = try RankingCore.read(GateTown.core(abilities: true, travel: false), source: "town")
        var town = GateTown()
        town.languages = [("nl", 40), ("ar", 20)]
        let snapshot = try town.snapshot()
        let day = snapshot.runs[0].executedOn
        let runs = Array(snapshot.runs.indices), amounts = snapshot.workplaces.indices.map { Double($0 % 7) }
        let ranking = try CandidateRanking(snapshot: snapshot, core: core)
        let everybody = ranking.lists(ofRuns: runs, on: day, first: runs.count, threads: 1)
        var expected = [Double](repeating: 0, count: runs.count)
        for list in everybody {
            for candidate in list.participants { expected[candidate] += amounts[list.workplace] / Double(list.participants.count) }
        }
        let shares = ranking.equalShares(ofRuns: runs, on: day, amounts: amounts)
        #expect(Set(everybody.map(\.participants.count)).count > 2)
        for (share, wanted) in zip(shares, expected) { #expect(abs(share - wanted) < 1e-12 * max(1, wanted)) }
    }
}
