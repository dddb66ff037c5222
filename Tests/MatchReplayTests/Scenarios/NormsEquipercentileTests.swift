import Cohort
import MatchReplay
import Testing

struct NormsEquipercentileTests {
    /// The same shape of scores 5 points lower: every score goes up by 5, also outside what the language shows.
    @Test func aShiftedDistributionIsCarriedBack() throws {
        let nl = (0..<40).map { 30 + Double($0 * 7 % 40) }
        var snapshot = try LanguageLinksTests.snapshot(["nl": nl, "ar": nl.map { $0 - 5 }])
        // An older assessment of somebody, lower than anybody's latest.
        let old = Pseudonym(high: 8, low: 1)
        snapshot.assessments.append(Assessment(assessmentId: old, participantId: snapshot.runs[0].participantId, testLanguage: "ar"))
        snapshot.scores.append(AssessmentScore(assessmentId: old, scaleCode: "a", score: 3.5))
        let changed = try NormsEquipercentile(minimum: 40).apply(ReplayInput(snapshot: snapshot, core: .test())).snapshot
        let language = Dictionary(uniqueKeysWithValues: snapshot.assessments.map { ($0.assessmentId, $0.testLanguage) })
        for (before, after) in zip(snapshot.scores, changed.scores) {
            let expected = (before.score ?? 0) + (language[before.assessmentId] == "ar" ? 5 : 0)
            #expect(abs((after.score ?? 0) - expected) < 1e-9)
        }
    }

    /// Below 200 people the answer is a refusal that names the languages.
    @Test func refusedWhenALanguageIsSmall() throws {
        let snapshot = try LanguageLinksTests.snapshot(["nl": (0..<210).map { Double($0 % 100) }, "ar": (0..<40).map(Double.init), "ti": [1, 2]])
        let input = ReplayInput(snapshot: snapshot, core: .test())
        let error = #expect(throws: ScenarioError.self) { try NormsEquipercentile().apply(input) }
        #expect(error == .tooFewToEquate([.init(language: "ar", count: 40), .init(language: "ti", count: 2)], needed: 200))
        #expect(error?.description.contains("ar (40 people), ti (fewer than 10 people)") == true)
        #expect(throws: ScenarioError.noReference(language: "de", tested: ["ar", "nl", "ti"])) { try NormsEquipercentile(reference: "de").apply(input) }
    }
}
