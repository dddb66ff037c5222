import Cohort
import Foundation
import MatchReplay
import TestSupport
import Testing

@testable import Gate

/// Nearer is never lower, for every distance that a core can have; and a core that turns the order round is seen.
struct MonotonicityTests {
    private static func lists(_ snapshot: Snapshot, _ core: Data) throws -> [ReplayedList] {
        try Replay(snapshot: snapshot, core: RankingCore.read(core, source: "core.json")).recordedLengthLists(threads: 2)
    }

    @Test(arguments: ["euclidean", "manhattan", "cosine", "correlation"])
    func everyDistanceKeepsIt(_ distance: String) throws {
        let core = GateTown.core(distance: distance)
        let snapshot = try GateTown().snapshot(core: core)
        let lists = try Self.lists(snapshot, core)
        let pairs = Monotonicity.pairs(lists, depth: 5)
        #expect(pairs.count == 3)
        for pair in pairs {
            let found = Monotonicity.look(lists, try Self.lists(Monotonicity.changed(snapshot, pair), core), pair)
            #expect(found.lists >= 2 && found.broken == 0)
        }
    }

    @Test func aPlaceThatFallsWhenItComesNearerIsSeen() throws {
        let snapshot = try GateTown().snapshot()
        let lists = try Self.lists(snapshot, GateTown.core())
        let pair = try #require(Monotonicity.pairs(lists, depth: 5).first)
        let after = try Self.lists(Monotonicity.changed(snapshot, pair), GateTown.core())
        // A core that puts the changed place last, and one that lets another place fall.
        let falls = after.map { list in
            list.workplaces.contains(pair.lower)
                ? ReplayedList(workplaces: list.workplaces.filter { $0 != pair.lower } + [pair.lower], distances: list.distances) : list
        }
        #expect(Monotonicity.look(lists, falls, pair).broken > 0)
        let others = after.map { ReplayedList(workplaces: $0.workplaces.reversed(), distances: $0.distances) }
        #expect(Monotonicity.look(lists, others, pair).broken > 0)
    }

    @Test func onlyTheLowerPlaceGetsAnotherProfile() throws {
        let snapshot = try GateTown().snapshot()
        let changed = Monotonicity.changed(snapshot, .init(higher: 3, lower: 7))
        func targets(_ snapshot: Snapshot, _ place: Int) -> [Double] {
            snapshot.profiles.filter { $0.workplaceId == snapshot.workplaces[place].workplaceId }.map(\.target)
        }
        #expect(targets(changed, 7) == targets(snapshot, 3) && targets(changed, 3) == targets(snapshot, 3))
        #expect(changed.profiles.count == snapshot.profiles.count && changed.scaling == snapshot.scaling)
        for place in snapshot.workplaces.indices where place != 7 { #expect(targets(changed, place) == targets(snapshot, place)) }
    }
}
