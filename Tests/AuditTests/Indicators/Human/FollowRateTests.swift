import Testing

@testable import Audit
@testable import Cohort

@Suite struct FollowRateTests {
    private func hamlet() -> Hamlet {
        var hamlet = Hamlet(people: 6, offering: ["choice": []])
        hamlet.open(8)
        // Margins 1, 2, 3, 4, then one unknown (a list of one place), then nobody chose.
        for (person, margin) in [1.0, 2, 3, 4].enumerated() {
            hamlet.sit(person, name: person, completed: 1) { if person == 3 { $0.qualityFlag = "too_fast" } }
            hamlet.list(person, sitting: person, on: 10, places: [0, 1, 2, 3, 4, 5], distances: [1, 1 + margin, 9, 9, 9, 9])
        }
        hamlet.sit(4, name: 4, completed: 1)
        hamlet.list(4, sitting: 4, on: 10, places: [0])
        hamlet.sit(5, name: 5, completed: 1)
        hamlet.list(5, sitting: 5, on: 10, places: [0, 1])
        for (run, place) in [0, 1, 5, 7, 0].enumerated() { hamlet.choose(run: run, place: place, counsellor: 1, on: 12) }
        hamlet.choose(run: 5, place: nil, counsellor: 1, on: 12)
        return hamlet
    }

    @Test func whoFollowedWhat() throws {
        let following = Following(hamlet().frame)
        #expect(following.followed == [true, false, false, false, true, nil])
        #expect(following.rank == [1, 2, 6, nil, 1, nil])
        #expect(following.margin == [1, 2, 3, 4, nil, nil])
        #expect(following.flagged == [false, false, false, true, false, false])
        // Half of four margins: below 3. A flagged test is weak whatever its margin; an unknown margin alone is not.
        #expect(following.isWeak(share: 0.5) == [true, true, false, true, false, nil])
    }

    @Test func weakAdviceIsTheHeadline() throws {
        let metrics = FollowRate.measure(hamlet().frame, limits: try Hamlet.limits())
        #expect(metrics.map(\.description.metric) == ["followed_weak_advice", "follow_rate", "choice_in_top5"])
        #expect(metrics.outcomes("followed_weak_advice") == [true, false, nil, false, nil, nil])
        #expect(metrics.outcomes("choice_in_top5") == [true, true, false, false, true, nil])
        #expect(metrics.allSatisfy { $0.cap == nil })
    }

    @Test func withoutTheCounsellorItIsASignalAtMost() throws {
        var hamlet = hamlet()
        hamlet.snapshot.manifest.relations["choice"]?.missingColumns = ["counsellor_id"]
        #expect(FollowRate.measure(hamlet.frame, limits: try Hamlet.limits()).allSatisfy { $0.cap == "no_counsellor" })
        hamlet.snapshot.manifest.relations["choice"] = nil
        #expect(FollowRate.unavailability(in: hamlet.snapshot) == "relation_missing:choice")
    }
}
