import Testing
import Metrics

@Suite struct ExitDaysTests {
    private let days = ExitDays([
        Exit(days: 4, kind: .event), Exit(days: 4, kind: .event), Exit(days: 6, kind: .competing), Exit(days: 7, kind: .censored),
        Exit(days: 30, kind: .censored), Exit(days: 40, kind: .event),
    ])

    @Test func countsPerDay() {
        #expect(days.ascending.map(\.day) == [4, 6, 7, 30, 40])
        #expect(days.ascending.map(\.total) == [2, 1, 1, 1, 1])
        #expect(days.count == 6)
    }

    @Test func knownAreThoseWhoExitedOrWereFollowedBeyond() {
        #expect(days.known(at: 20) == 5)
        #expect(days.known(at: 5) == 6)
        #expect(days.known(at: 41) == 4)
    }

    @Test func removingAnEventKeepsThePersonInView() {
        let changes = days.recoded(at: 10, removingEvent: true)
        #expect(changes.count == 1)
        #expect(changes[0].ascending.map(\.events) == [1, 0, 0, 0, 0, 1])
        #expect(changes[0].ascending.map(\.day) == [4, 6, 7, 10, 30, 40])
        #expect(changes[0].count == 6)
    }

    @Test func addingAnEventForEveryKindOfPersonWithoutOne() {
        let changes = days.recoded(at: 10, removingEvent: false)
        let eventDays = changes.map { change in change.ascending.flatMap { Array(repeating: $0.day, count: $0.events) } }
        #expect(eventDays == [[4, 4, 6, 40], [4, 4, 7, 40], [4, 4, 10, 40], [4, 4, 10]])
        #expect(changes.allSatisfy { $0.count == 6 })
    }

    @Test func mergingKeepsEverybody() {
        let merged = ExitDays(merging: [days, days])
        #expect(merged.count == 12 && merged.ascending.map(\.events) == [4, 0, 0, 0, 2])
    }
}

@Suite struct ExitDaysCountingTests {
    /// Near days are counted in place, far ones in a dictionary: both give the same days in the same order.
    @Test func farDaysAreCountedAlike() {
        let near = [Exit(days: 0, kind: .event), Exit(days: 7, kind: .censored), Exit(days: 7, kind: .event), Exit(days: 3, kind: .competing)]
        let far = near.map { Exit(days: $0.days * 100_000, kind: $0.kind) }
        func shape(_ days: ExitDays) -> [[Int]] { days.ascending.map { [$0.events, $0.competing, $0.censored] } }
        #expect(ExitDays(near).ascending.map(\.day) == [0, 3, 7] && shape(ExitDays(near)) == [[1, 0, 0], [0, 1, 0], [1, 0, 1]])
        #expect(ExitDays(far).ascending.map(\.day) == [0, 300_000, 700_000] && shape(ExitDays(far)) == shape(ExitDays(near)))
    }
}
