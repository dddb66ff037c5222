import Testing

@testable import Audit
@testable import Cohort

@Suite struct ProfileQualityTests {
    private func hamlet() -> Hamlet {
        var hamlet = Hamlet(people: 9, offering: [:])
        hamlet.open(6)
        // 0: thirty days on a wrong profile, and two lists from it; the third list is from the corrected one.
        hamlet.sit(0, name: 1, completed: 10, supersededBy: 2)
        hamlet.sit(0, name: 2, completed: 40) { $0.qualityFlag = "too_fast" }
        for (sitting, day) in [(1, 12), (1, 20), (2, 45)] { hamlet.list(0, sitting: sitting, on: day, places: [0, 1, 2, 3, 4]) }
        // 1: a correction that was corrected: ten and thirty days.
        hamlet.sit(1, name: 3, completed: 10, supersededBy: 4)
        hamlet.sit(1, name: 4, completed: 20, supersededBy: 5)
        hamlet.sit(1, name: 5, completed: 50) { $0.completeness = 0.75 }
        // 2: two wrong ones with one correction: days that overlap count once.
        hamlet.sit(2, name: 6, completed: 10, supersededBy: 8)
        hamlet.sit(2, name: 7, completed: 20, supersededBy: 8)
        hamlet.sit(2, name: 8, completed: 30)
        // 3: corrected after the window: nobody knows yet.
        hamlet.sit(3, name: 9, completed: 300, supersededBy: 10)
        hamlet.sit(3, name: 10, completed: 400)
        // 4: the reference is to somebody else's sitting.
        hamlet.sit(4, name: 11, completed: 10, supersededBy: 12)
        hamlet.sit(5, name: 12, completed: 30)
        // 6: never finished, so no profile.
        hamlet.sit(6, name: 13, started: 10, completed: nil)
        // 7: corrected before the window.
        hamlet.sit(7, name: 14, completed: -60, supersededBy: 15)
        hamlet.sit(7, name: 15, completed: -30)
        hamlet.list(7, sitting: 15, on: 5, places: [0, 1, 2, 3, 4])
        // 8: the correction says that it came first.
        hamlet.sit(8, name: 16, completed: 90, supersededBy: 17)
        hamlet.sit(8, name: 17, completed: 80)
        return hamlet
    }

    @Test func countsTheDaysAndListsOnAWrongProfile() throws {
        let metrics = ProfileQuality.measure(hamlet().frame, limits: try Hamlet.limits())
        #expect(metrics.first?.description.metric == "days_on_wrong_profile")
        #expect(metrics.values("days_on_wrong_profile") == [30, 40, 20, nil, nil, nil, nil, nil, nil])
        #expect(metrics.values("lists_on_wrong_profile") == [2, 0, 0, nil, nil, nil, nil, nil, nil])
    }

    @Test func theRateOfFindingIsAmongThoseWithACompletedTest() throws {
        let metrics = ProfileQuality.measure(hamlet().frame, limits: try Hamlet.limits())
        #expect(metrics.outcomes("detected_errors") == [true, true, true, false, false, false, nil, false, false])
        // Of the last completed test.
        #expect(metrics.outcomes("quality_flagged") == [true, false, false, false, false, false, nil, false, false])
        #expect(metrics.values("completeness") == [nil, 0.75, nil, nil, nil, nil, nil, nil, nil])
    }

    @Test func whatTheSourceDoesNotOfferIsSaid() throws {
        var hamlet = hamlet()
        hamlet.snapshot.manifest.relations["assessment"]?.missingColumns = ["quality_flag", "completeness"]
        #expect(ProfileQuality.unavailability(in: hamlet.snapshot) == nil)
        let metrics = ProfileQuality.measure(hamlet.frame, limits: try Hamlet.limits()).map(\.description.metric)
        #expect(metrics == ["days_on_wrong_profile", "detected_errors", "lists_on_wrong_profile"])
        hamlet.snapshot.manifest.relations["assessment"]?.missingColumns = ["superseded_by"]
        #expect(ProfileQuality.unavailability(in: hamlet.snapshot) == "column_missing:assessment.superseded_by")
    }

    /// Twelve people with an error of 5, 10, ..., 60 days, and eight without: a table of one group and its rate of finding.
    @Test func theTableHasTheRateOfFindingBesideTheDuration() throws {
        var hamlet = Hamlet(people: 24)
        for person in 0..<12 {
            hamlet.sit(person, name: 2 * person, completed: 10, supersededBy: 2 * person + 1)
            hamlet.sit(person, name: 2 * person + 1, completed: 15 + 5 * person)
        }
        for person in 12..<24 { hamlet.sit(person, name: 100 + person, completed: 10) }
        let frame = hamlet.frame
        let days = ProfileQuality.measure(frame, limits: try Hamlet.limits())[0].observations
        let limits = try Hamlet.limits()
        let partition = Partition(
            .init(.gender), Labelling(frame.people.map { _ in "female" }), population: days.population, limits: limits.disclosure)
        let table = try #require(ProfileQuality.tables(frame, partition: partition, limits: limits).first)
        // Nobody's gender is known to the frame itself, so the rate of finding has no group to stand for.
        #expect(table.rows == [[.text("female"), .number(12), .none, .number(32.5), .none, .number(0), .none, .none]])
    }

    @Test func aSmallHamletHasNoCohortFigures() throws {
        let table = try #require(ProfileQuality.cohortTables(hamlet().frame, limits: try Hamlet.limits()).first)
        #expect(table.id == "4.3" && table.attribute == nil)
        #expect(table.rows == [[.none, .none, .none, .none, .none]])
    }
}
