import Testing

@testable import Audit
@testable import Cohort

@Suite struct AmplificationCascadeTests {
    /// Four places of which one is day activity: a pool of .25. The list shows it among two (.5), it is chosen (1), and the placement is paid
    /// work (0) that is still held ninety days later.
    @Test func eachStepIsPairedWithTheOneBefore() throws {
        var hamlet = Hamlet(people: 3, offering: ["choice": [], "placement": []])
        hamlet.open(4)
        hamlet.snapshot.workplaces[3].workKind = "day_activity"
        for person in 0..<3 {
            hamlet.sit(person, name: person, completed: 1)
            hamlet.list(person, sitting: person, on: 10, places: [0, 3])
        }
        hamlet.choose(run: 0, place: 3, on: 12)
        hamlet.choose(run: 1, place: 0, on: 12)
        hamlet.place(0, at: 0, on: 40)
        hamlet.place(1, at: 0, on: 40)
        hamlet.snapshot.placements[1].endedOn = Hamlet.day(60)
        let metrics = AmplificationCascade.measure(hamlet.frame, limits: try Hamlet.limits())
        #expect(metrics.values("step_pool_to_list") == [0.25, 0.25, 0.25])
        #expect(metrics.values("step_list_to_chosen") == [0.5, -0.5, nil], "nobody chose for the third")
        #expect(metrics.values("step_chosen_to_placed") == [-1, 0, nil])
        #expect(metrics.values("step_placed_to_retained") == [0, nil, nil], "the second placement had ended by then")
    }

    /// A placement too near the end of the window is not followed for ninety days.
    @Test func whatCannotBeKnownYetIsNotCounted() throws {
        var hamlet = Hamlet(people: 1, offering: ["choice": [], "placement": []])
        hamlet.open(1)
        hamlet.sit(0, name: 0, completed: 1)
        hamlet.list(0, sitting: 0, on: 10, places: [0])
        hamlet.place(0, at: 0, on: 300)
        let metrics = AmplificationCascade.measure(hamlet.frame, limits: try Hamlet.limits())
        #expect(metrics.values("step_placed_to_retained") == [nil])
    }
}
