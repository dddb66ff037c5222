import Testing

@testable import Audit
@testable import Cohort

@Suite struct TestAccessTests {
    private func hamlet() -> Hamlet {
        var hamlet = Hamlet(people: 6)
        let preferred = ["en", "ar", nil, "nl", "nl", "nl"]
        for (person, language) in preferred.enumerated() { hamlet.snapshot.participants[person].preferredLanguage = language }
        // 0: tested in a country's form of the own language; intake in the week of day -14.
        hamlet.sit(0, name: 0, started: 10, completed: 12, language: "en-GB")
        hamlet.snapshot.participants[0].intakeWeek = Hamlet.day(-14)
        // 1: in Dutch though Arabic is preferred; finished at the second sitting, on the thirtieth day.
        hamlet.sit(1, name: 1, started: 20, completed: nil)
        hamlet.sit(1, name: 2, started: 45, completed: 50)
        // 2: preference unknown; finished a day too late.
        hamlet.sit(2, name: 3, started: 20, completed: 51)
        // 3: began ten days before the end of the window: nobody knows yet whether it will be finished.
        hamlet.sit(3, name: 4, started: 355, completed: nil)
        // 4: tested before the window for the first time, and again in it.
        hamlet.sit(4, name: 5, started: -50, completed: -50)
        hamlet.sit(4, name: 6, started: 60, completed: 60)
        hamlet.snapshot.participants[4].intakeWeek = Hamlet.day(-60)
        // 5: an intake after the test is an error in the source.
        hamlet.sit(5, name: 7, started: 30, completed: 30)
        hamlet.snapshot.participants[5].intakeWeek = Hamlet.day(40)
        return hamlet
    }

    @Test func languageFinishingAndWaiting() throws {
        let metrics = TestAccess.measure(hamlet().frame, limits: try Hamlet.limits())
        #expect(metrics.outcomes("preferred_language") == [true, false, nil, true, true, true])
        #expect(metrics.outcomes("finished_test") == [true, true, false, nil, true, true])
        #expect(metrics.values("days_to_test") == [24, nil, nil, nil, nil, nil])
        #expect(metrics.first?.description.headline == true)
    }

    @Test func whatIsMissingIsLeftOutOrSaid() throws {
        var hamlet = hamlet()
        hamlet.snapshot.manifest.relations["assessment"]?.missingColumns = ["started_at"]
        hamlet.snapshot.manifest.relations["participant"]?.missingColumns = ["intake_on"]
        #expect(TestAccess.measure(hamlet.frame, limits: try Hamlet.limits()).map(\.description.metric) == ["preferred_language"])
        hamlet.snapshot.manifest.relations["participant"]?.missingColumns = ["preferred_language"]
        #expect(TestAccess.unavailability(in: hamlet.snapshot) == "column_missing:participant.preferred_language")
    }
}
