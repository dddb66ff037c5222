import Cohort
import Foundation
import MatchReplay
import Testing

@testable import MatchReplay

/// A part of the people is linked as everybody is.
@Suite struct PopulationNormsTests {
    private static func halves() throws -> (whole: ReplayInput, parts: [ReplayInput]) {
        let snapshot = try LanguageLinksTests.snapshot(["nl": [13, 14, 15, 20], "ar": [9, 10, 11, 30]])
        let whole = ReplayInput(snapshot: snapshot, core: .test())
        let norms = try PopulationNorms(whole, reference: "nl", minimum: 3)
        let parts = [0, 1].map { half in
            var part = snapshot
            part.runs = snapshot.runs.indices.filter { $0 % 2 == half }.map { snapshot.runs[$0] }
            part.lists = part.runs.map { _ in RecordedList(workplaces: [], distances: []) }
            return ReplayInput(snapshot: part, core: .test(), population: norms)
        }
        return (whole, parts)
    }

    @Test func aPartIsCarriedAsTheWholeIs() throws {
        let (whole, parts) = try Self.halves()
        let scenarios: [any MatchReplay.Scenario] = [NormsMeanSigma(minimum: 3), try LambdaBand(percentage: 50, minimum: 3), ProfilesDerived(minimum: 3)]
        for scenario in scenarios {
            let expected = try scenario.apply(whole)
            for part in parts {
                let changed = try scenario.apply(part)
                #expect(changed.snapshot.scores == expected.snapshot.scores && changed.snapshot.profiles == expected.snapshot.profiles, "\(scenario.id)")
            }
        }
        // By itself a half has other means.
        var alone = parts[0]
        alone.population = nil
        #expect(try LambdaBand(percentage: 50, minimum: 2).apply(alone).snapshot.scores != LambdaBand(percentage: 50, minimum: 3).apply(whole).snapshot.scores)
    }

    @Test func whatCannotBeLinkedOverEverybodyIsNotLinked() throws {
        let snapshot = try LanguageLinksTests.snapshot(["nl": [13, 14], "ar": [9, 10, 11]])
        let input = ReplayInput(snapshot: snapshot, core: .test())
        let norms = try PopulationNorms(input, reference: "nl", minimum: 3)
        #expect(norms.equalSpreads == nil && norms.keptSpreads == nil && norms.languages == ["ar", "nl"])
        let part = ReplayInput(snapshot: snapshot, core: .test(), population: norms)
        #expect(throws: ScenarioError.notLinked(language: "nl")) { try NormsMeanSigma(minimum: 3).apply(part) }
        // Links to another language, or of other minima, are not those that were asked for.
        let linked = try PopulationNorms(input, reference: "ar", minimum: 2)
        #expect(throws: ScenarioError.notLinked(language: "nl")) {
            try NormsMeanSigma(minimum: 2).apply(ReplayInput(snapshot: snapshot, core: .test(), population: linked))
        }
    }

    @Test func theyTravelWithoutLosingABit() throws {
        let norms = try PopulationNorms(Self.halves().whole, reference: "nl", minimum: 3)
        #expect(try JSONDecoder().decode(PopulationNorms.self, from: JSONEncoder().encode(norms)) == norms)
    }
}
