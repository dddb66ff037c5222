import Metrics
import Testing

@testable import Audit

@Suite struct AuditFramePlacementsTests {
    @Test func howWaitingEnded() {
        var town = OutcomeTown()
        town.add("female", lists: [10], stays: [.init(start: 40)])
        // Placed on the day of leaving is placed; left before the placement is left.
        town.add("female", lists: [10], left: 40, stays: [.init(start: 40)])
        town.add("female", lists: [10], left: 30, stays: [.init(start: 40)])
        town.add("female", lists: [10], stays: [.init(start: 5), .init(start: 60)])
        // A list on the last day, and one from before the window.
        town.add("female", lists: [364])
        town.add("female", lists: [-20, 15], stays: [.init(start: 50)])
        let exits = town.frame().waiting(delayed: false)
        #expect(
            exits == [
                .init(days: 30, kind: .event), .init(days: 30, kind: .event), .init(days: 20, kind: .competing), .init(days: 50, kind: .event),
                .init(days: 0, kind: .censored), nil,
            ])
    }

    @Test func delayedEntryFromTheFirstListInTheWindow() {
        var town = OutcomeTown()
        town.add("female", lists: [-20, 15], stays: [.init(start: 50)])
        // Time zero is known although that list is not in the snapshot.
        town.add("female", lists: [15], first: -40)
        // Placed before being seen again: not in view when it happened.
        town.add("female", lists: [-20, 15], stays: [.init(start: 10)])
        town.add("female", lists: [3])
        let exits = town.frame().waiting(delayed: true)
        #expect(
            exits == [
                .init(days: 70, kind: .event, entry: 35), .init(days: 404, kind: .censored, entry: 55), nil, .init(days: 361, kind: .censored),
            ])
    }

    @Test func firstPlacementsOfTheWindow() {
        var town = OutcomeTown()
        town.add("female", lists: [-20, 15], stays: [.init(start: -5), .init(start: 50)])
        town.add("female", lists: [-20, 15], stays: [.init(start: 60), .init(start: 50, kind: "sheltered")])
        town.add("female", lists: [15])
        let first = town.frame().firstPlacementsInWindow()
        #expect(first.map { $0?.workKind } == [nil, "sheltered", nil])
    }
}
