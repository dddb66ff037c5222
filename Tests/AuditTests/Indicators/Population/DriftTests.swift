import Testing

@testable import Audit
@testable import Cohort

@Suite struct DriftTests {
    /// Twelve people were tested the year before (scores 40 and 60 in either language: mean 50, deviation 10) and twelve now. Those tested in
    /// uk now score five points lower than before and those in nl one point higher: a drift of -.6 standard deviations.
    private func hamlet() -> Hamlet {
        var hamlet = Hamlet(people: 24)
        hamlet.snapshot.scales = [
            Scale(scaleCode: "verbal", component: "capacity", labelNl: "v", labelEn: "v", minimum: 0, maximum: 100, languageFree: false)
        ]
        hamlet.open(1)
        for person in 0..<24 {
            let isNow = person >= 12, language = person % 2 == 0 ? "nl" : "uk"
            hamlet.sit(person, name: person, started: isNow ? 5 : -100, completed: isNow ? 5 : -100, language: language)
            let base = (person / 2) % 2 == 0 ? 40.0 : 60.0
            let moved = isNow ? base + (language == "uk" ? -5 : 1) : base
            hamlet.snapshot.scores.append(AssessmentScore(assessmentId: Hamlet.sitting(person), scaleCode: "verbal", score: moved))
            if isNow { hamlet.list(person, sitting: person, on: 10, places: [0]) }
        }
        hamlet.snapshot.manifest = SnapshotManifest(
            contractVersion: "1", toolVersion: "test", period: Period(from: Hamlet.day(-365), to: Hamlet.day(364))!, timeZone: "Europe/Amsterdam",
            ageBandBounds: [27, 45, 55], linkable: false, transformations: [:], unrecognised: [:],
            relations: hamlet.snapshot.manifest.relations)
        return hamlet
    }

    @Test func theGroupsMoveIsHeldAgainstEverybodyElses() throws {
        let frame = hamlet().frame
        let metric = try #require(Drift.measure(frame, limits: try Hamlet.limits()).first)
        guard case .contrast(let contrast) = metric.observations else { throw NoContrast() }
        let languages = frame.labels(of: .testLanguage)
        let uk = frame.people.indices.filter { languages[$0] == "uk" }
        let nl = frame.people.indices.filter { languages[$0] == "nl" }
        #expect(uk.count == 6 && nl.count == 6 && !contrast.isExchangeable)
        let difference = try contrast.difference(Sides(Grouping(.testLanguage), code: "uk", group: uk, reference: nl))
        #expect(abs(difference.estimate + 0.6) < 1e-12)
        #expect(difference.groupCount == 6 && difference.referenceCount == 18)
    }

    /// Who was tested in both periods is in the present one only: the four samples are of different people.
    @Test func nobodyIsCountedTwice() throws {
        var again = hamlet()
        again.sit(0, name: 100, started: 50, completed: 50)
        again.snapshot.scores.append(AssessmentScore(assessmentId: Hamlet.sitting(100), scaleCode: "verbal", score: 90))
        again.list(0, sitting: 100, on: 60, places: [0])
        let periods = TestedPeriods(again.frame)
        #expect(periods.now.compactMap { $0 }.count == 13)
        #expect(periods.earlier(Grouping(.testLanguage), codes: ["nl"]).count == 5)
    }

    @Test func withoutAReferencePeriodItIsUndefined() throws {
        var alone = hamlet()
        alone.snapshot.assessments.removeAll { ($0.completedOn ?? Hamlet.day(0)) < Hamlet.first }
        let frame = alone.frame
        let metric = try #require(Drift.measure(frame, limits: try Hamlet.limits()).first)
        #expect(metric.observations.population.isEmpty)
    }

    private struct NoContrast: Error {}
}
