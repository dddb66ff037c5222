import Cohort
import Foundation
import MatchReplay
import TestSupport
import Testing

@testable import Gate

/// Lists that keep every promise, and lists with one of them broken by hand.
struct ListInvariantsTests {
    private struct Setting {
        let snapshot: Snapshot
        let lists: [ReplayedList]
        let invariants: ListInvariants

        init() throws {
            snapshot = try GateTown().snapshot()
            lists = try Replay(snapshot: snapshot, core: RankingCore.read(GateTown.core(), source: "core.json")).recordedLengthLists(threads: 2)
            invariants = ListInvariants(snapshot, required: [.abilities, .travel, .hours])
        }

        /// The first list changed.
        func changed(_ change: ([Int], [Double]) -> ([Int], [Double])) -> [ReplayedList] {
            var lists = lists
            let (places, distances) = change(lists[0].workplaces, lists[0].distances)
            lists[0] = ReplayedList(workplaces: places, distances: distances)
            return lists
        }
    }

    @Test func wholeListsHold() throws {
        let setting = try Setting()
        #expect(setting.invariants.order(setting.lists).broken == 0)
        #expect(setting.invariants.places(setting.lists).broken == 0)
        #expect(setting.invariants.limit(.abilities, setting.lists).broken == 0)
        #expect(setting.invariants.limit(.travel, setting.lists).broken == 0)
        #expect(setting.invariants.limit(.hours, setting.lists).broken > 0, "the town's core does not look at hours")
        #expect(setting.invariants.length(setting.lists, baseline: setting.lists).broken == 0)
        #expect(setting.invariants.order(setting.lists).lists == 210)
    }

    @Test func everyBreachOfTheOrderIsSeen() throws {
        let setting = try Setting()
        let breaches: [([Int], [Double]) -> ([Int], [Double])] = [
            { places, distances in ([places[1]] + places.dropFirst(), distances) },
            { places, distances in (places, distances.reversed()) },
            { places, distances in (places, [.nan] + distances.dropFirst()) },
            { places, distances in (places, Array(distances.dropLast())) },
        ]
        for breach in breaches { #expect(setting.invariants.order(setting.changed(breach)).broken == 1) }
        // Equal distances are an order too: the tie rule stands between them.
        #expect(setting.invariants.order(setting.changed { places, distances in (places, distances.map { _ in 1 }) }).broken == 0)
    }

    @Test func placesThatDoNotExistOrHaveClosedAreSeen() throws {
        let setting = try Setting()
        let closed = try #require(setting.snapshot.workplaces.firstIndex { $0.activeTo != nil })
        let found = setting.invariants.places(setting.changed { places, distances in ([closed] + places.dropFirst(), distances) })
        #expect(found.broken == 1 && found.places == [closed])
        #expect(setting.invariants.places(setting.changed { places, distances in ([9999] + places.dropFirst(), distances) }).broken == 1)
    }

    @Test func limitsAreThoseOfTheParticipant() throws {
        let setting = try Setting()
        let (snapshot, run) = (setting.snapshot, setting.snapshot.runs[0])
        let person = try #require(snapshot.participants.first { $0.participantId == run.participantId })
        let longest = try #require(person.travelMaxMinutes)
        let journey = try #require(snapshot.travelTimes.first { $0.participantId == run.participantId && $0.minutes > longest })
        let far = try #require(snapshot.workplaces.firstIndex { $0.workplaceId == journey.workplaceId })
        #expect(setting.invariants.limit(.travel, setting.changed { places, distances in ([far] + places.dropFirst(), distances) }).broken == 1)
        // A journey that nobody knows excludes nothing.
        let known = Set(snapshot.travelTimes.filter { $0.participantId == run.participantId }.map(\.workplaceId))
        let unknown = try #require(snapshot.workplaces.firstIndex { !known.contains($0.workplaceId) && $0.isActive(on: run.executedOn) })
        #expect(setting.invariants.limit(.travel, setting.changed { places, distances in ([unknown] + places.dropFirst(), distances) }).broken == 0)
    }

    @Test func aShorterListIsSeenWhereMorePlacesWereLeft() throws {
        let setting = try Setting()
        let shorter = setting.changed { places, distances in (Array(places.dropLast()), Array(distances.dropLast())) }
        #expect(setting.invariants.length(shorter, baseline: setting.lists).broken == 1)
        #expect(setting.invariants.length(setting.lists, baseline: shorter).broken == 0)
        #expect(setting.invariants.length(setting.changed { _, _ in ([], []) }, baseline: setting.lists).broken == 1)
    }

    @Test func anotherAnswerTheSecondTimeIsSeen() throws {
        let setting = try Setting()
        let other = setting.changed { places, distances in (places.reversed(), distances) }
        #expect(setting.invariants.same(setting.lists, again: setting.lists).broken == 0)
        #expect(setting.invariants.same(setting.lists, again: other).broken == 1)
        #expect(setting.invariants.same(setting.lists, again: [ReplayedList?.none] + other.dropFirst().map(Optional.init)).lists == 209)
    }
}
