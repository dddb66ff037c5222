import Testing

@testable import Audit
@testable import Cohort

@Suite struct FunnelTests {
    private func hamlet(_ relations: [String]) -> Hamlet {
        var hamlet = Hamlet(people: 7, offering: Dictionary(uniqueKeysWithValues: relations.map { ($0, []) }))
        hamlet.open(1)
        // 0 goes all the way, each step within sixty days.
        hamlet.invite(0, on: 10, response: "accepted", answered: 20, route: "guided")
        hamlet.sit(0, name: 0, started: 25, completed: 30)
        hamlet.list(0, sitting: 0, on: 35, places: [0])
        hamlet.contact(0, by: "employer", workplace: 0, on: 50)
        hamlet.place(0, at: 0, on: 80)
        // 1 declined; 2 has not answered; 3 said yes and was tested on the sixty-first day after it.
        hamlet.invite(1, on: 10, response: "declined", answered: 12)
        hamlet.invite(2, on: 10, response: nil)
        hamlet.invite(3, on: 10, response: "accepted", answered: 10, route: "self_service")
        hamlet.sit(3, name: 3, started: 71, completed: 71)
        // 4 was invited too late to know what comes of it.
        hamlet.invite(4, on: 320, response: "accepted", answered: 321)
        // 5 was tested before the invitation: that step was taken.
        hamlet.sit(5, name: 5, started: 5, completed: 5)
        hamlet.invite(5, on: 10, response: "accepted", answered: 15)
        // 6 got a list and found a place without any contact on record.
        hamlet.sit(6, name: 6, started: 40, completed: 40)
        hamlet.list(6, sitting: 6, on: 50, places: [0])
        hamlet.place(6, at: 0, on: 60)
        return hamlet
    }

    @Test func everyStepIsAmongThoseWhoReachedTheOneBefore() throws {
        let metrics = Funnel.measure(hamlet(["invitation", "employer_contact", "placement"]).frame, limits: try Hamlet.limits())
        #expect(metrics.map(\.description.metric) == [
            "accepted_of_invited", "tested_of_accepted", "list_of_tested", "contact_of_listed", "placed_of_contacted", "declined_of_invited",
        ])
        #expect(metrics.filter(\.description.headline).map(\.description.metric) == ["accepted_of_invited"])
        #expect(metrics.outcomes("accepted_of_invited") == [true, false, false, true, nil, true, nil])
        #expect(metrics.outcomes("declined_of_invited") == [false, true, false, false, nil, false, nil])
        #expect(metrics.outcomes("tested_of_accepted") == [true, nil, nil, false, nil, true, nil])
        #expect(metrics.outcomes("list_of_tested") == [true, nil, nil, false, nil, false, true])
        #expect(metrics.outcomes("contact_of_listed") == [true, nil, nil, nil, nil, nil, false])
        #expect(metrics.outcomes("placed_of_contacted") == [true, nil, nil, nil, nil, nil, nil])
        #expect(metrics.last?.description.adverse == "neither", "declining is a right")
    }

    @Test func withoutInvitationsItBeginsWithTheTest() throws {
        let hamlet = hamlet(["placement"])
        #expect(Funnel.unavailability(in: hamlet.snapshot) == nil)
        let metrics = Funnel.measure(hamlet.frame, limits: try Hamlet.limits())
        #expect(metrics.map(\.description.metric) == ["list_of_tested", "placed_of_listed"])
        #expect(metrics.outcomes("placed_of_listed") == [true, nil, nil, nil, nil, nil, true])
        #expect(Funnel.passage(hamlet.frame, try Hamlet.limits()).missing == ["invitation", "employer_contact"])
    }

    @Test func theRouteIsThatOfTheAcceptedInvitation() throws {
        let passed = Funnel.passage(hamlet(["invitation"]).frame, try Hamlet.limits())
        #expect(passed.guided == [true, nil, nil, false, nil, nil, nil])
    }
}
