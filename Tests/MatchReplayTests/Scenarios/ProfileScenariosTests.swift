import Cohort
import MatchReplay
import Testing

struct ProfileScenariosTests {
    private func town(variants: [String: [String: Double]] = [:]) -> Municipality {
        Municipality(
            scales: ["a": "capacity", "b": "personality"],
            people: [("nl", 40.0), ("nl", 60), ("ar", 20), ("ar", 40)].map { .init(language: $0.0, scores: ["a": $0.1, "b": 10]) },
            places: [.init(id: "W1", targets: ["a": 50, "b": 10], variants: variants), .init(id: "W2", targets: ["a": 30, "b": 10])])
    }

    @Test func deliveredProfilesCountForTheirLanguage() throws {
        let input = ReplayInput(snapshot: try town(variants: ["ar": ["a": 20, "b": 10]]).snapshot(), core: .test())
        let changed = try ProfilesPerLanguage().apply(input)
        // Whom it is not about: the same. The person with 20 now has W1 first.
        #expect(try changed.places() == [[0, 1], [0, 1], [0, 1], [1, 0]])
        #expect(try input.places() == [[0, 1], [0, 1], [1, 0], [0, 1]])
        let none = ReplayInput(snapshot: try town(variants: ["6": ["a": 1]]).snapshot(), core: .test())
        #expect(throws: ScenarioError.noLanguageProfiles(tested: ["ar", "nl"])) { try ProfilesPerLanguage().apply(none) }
    }

    /// The mean of ar is 20 lower, spreads are equal: targets for ar go down by 20, whatever stands there under that name already.
    @Test func derivedProfilesGoTheOtherWay() throws {
        let input = ReplayInput(snapshot: try town(variants: ["ar": ["a": 99]]).snapshot(), core: .test(weights: .init(scales: ["b": 0], profile: false)))
        let changed = try ProfilesDerived(minimum: 2).apply(input)
        let targets = changed.snapshot.profiles.filter { $0.profileVariant == "ar" && $0.scaleCode == "a" }.map(\.target)
        #expect(targets == [30, 10])
        #expect(changed.snapshot.profiles.filter { $0.profileVariant.isEmpty } == input.snapshot.profiles.filter { $0.profileVariant.isEmpty })
        // Scale b has no spread: an error as soon as it counts.
        let error = #expect(throws: ScenarioError.self) { try ProfilesDerived(minimum: 2).apply(ReplayInput(snapshot: input.snapshot, core: .test())) }
        #expect(error == .noSpread(language: "ar", scale: "b"))
    }

    @Test func theCorrectedProfileTakesThePlace() throws {
        var town = town()
        town.people[2].corrected = ["a": 50, "b": 10]
        var snapshot = try town.snapshot()
        let input = ReplayInput(snapshot: snapshot, core: .test())
        #expect(try input.places()[2] == [1, 0])
        #expect(try CorrectedProfile().apply(input).places()[2] == [0, 1])

        let first = try #require(snapshot.assessments.firstIndex { $0.supersededBy != nil })
        let second = try #require(snapshot.assessments.firstIndex { $0.assessmentId == snapshot.assessments[first].supersededBy })
        snapshot.assessments[second].supersededBy = snapshot.assessments[first].assessmentId
        #expect(throws: ScenarioError.supersededInCircle) { try CorrectedProfile().apply(ReplayInput(snapshot: snapshot, core: .test())) }
        snapshot.assessments[second].supersededBy = snapshot.assessments[second].assessmentId
        #expect(throws: ScenarioError.supersededInCircle) { try CorrectedProfile().apply(ReplayInput(snapshot: snapshot, core: .test())) }
        snapshot.assessments[second].supersededBy = Pseudonym(high: 7, low: 7)
        #expect(throws: ScenarioError.supersededElsewhere) { try CorrectedProfile().apply(ReplayInput(snapshot: snapshot, core: .test())) }
        let other = try #require(snapshot.assessments.first { $0.participantId != snapshot.assessments[first].participantId })
        snapshot.assessments[second].supersededBy = other.assessmentId
        #expect(throws: ScenarioError.supersededElsewhere) { try CorrectedProfile().apply(ReplayInput(snapshot: snapshot, core: .test())) }
    }
}
