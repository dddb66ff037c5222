import Cohort
import Demonstration
import Foundation
import Testing

struct PlantingTests {
    @Test func effectsAreReadByName() throws {
        #expect(try Planting.parse("all") == PlantedEffect.all)
        #expect(PlantedEffect.all.effects.count == 9 && PlantedEffect.all[.trueLanguageDifference] == nil && PlantedEffect.all[.unloggedChange] == nil)
        #expect(try Planting.parse("all", system: .halloWerk) == [.intersection, .cherryPicking, .unreachableTravel])
        #expect(try Planting.parse("none") == [])
        #expect(try Planting.parse("true_language_difference") == [.trueLanguageDifference])
        #expect(try Planting.parse("counsellor_steering,test_language_shift") == [.testLanguageShift, .counsellorSteering])
        let plant = try #require(try Planting.parse("early_endings=0.2@2025-Q3,blind_trust")[.earlyEndings])
        #expect(plant.size == 0.2 && plant.from.description == "2025-Q3")
        #expect(try Planting.parse("early_endings@2025-Q3")[.earlyEndings]?.size == PlantedEffect.earlyEndings.standard.size)
        let all = PlantedEffect.all
        #expect(try Planting.parse(all.text) == all)
    }

    @Test(arguments: [
        ("test_language_shfit", "did you mean \"test_language_shift\"?"), ("", "cannot be planted"), ("blind_trust,blind_trust", "stands twice"),
        ("cherry_picking", "HalloWerk"), ("blind_trust=1.5", "from 0.0 to 1.0"), ("blind_trust=much", "\"much\""), ("blind_trust=nan", "not a size"),
        ("blind_trust@2027-Q1", "2024-Q1 to 2026-Q4"), ("blind_trust@then", "\"then\""),
    ])
    func whatCannotBePlantedIsSaid(text: String, words: String) {
        let error = #expect(throws: DemonstrationError.self) { try Planting.parse(text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func quartersAreThoseOfTheCalendar() throws {
        for quarter in Quarter.all.quarters {
            let month = 3 * quarter.number
            #expect(quarter.first == Day(year: quarter.year, month: month - 2, day: 1))
            #expect(quarter.last + 1 == quarter.next.first && quarter.last.month == month && quarter.last.year == quarter.year)
            #expect(Quarter(quarter.description) == quarter)
        }
        #expect(Quarter.all.quarters.count == 12)
        for text in ["2026-Q5", "2026-4", "26-Q1", "2026-Q10", ""] { #expect(Quarter(text) == nil) }
        #expect(throws: DemonstrationError.noSuchQuarters) { try DemonstrationMunicipality(seed: 1, planted: [], quarters: Quarter.year(2027)) }
    }

    /// By when the certification found it: never before it starts, and only of what was measured.
    @Test func theTruthPromisesByWhenItCanBeFound() {
        for effect in PlantedEffect.allCases where effect != .trueLanguageDifference {
            guard let promised = effect.detectable else { Issue.record("\(effect) promises nothing"); continue }
            #expect(promised >= effect.standard.from)
            #expect(Plant(effect).detectable == promised && Plant(effect, size: effect.standard.size * 1.01).detectable == nil)
            for system in effect.systems {
                let truth = Truth(seed: 1, system: system, planted: [effect])
                #expect(Truth.Language.allCases.allSatisfy { truth.text($0).contains(promised.description) })
            }
        }
        #expect(PlantedEffect.trueLanguageDifference.detectable == nil)
    }

    /// Every effect says what it is in both languages, and what must fire for programs.
    @Test(arguments: DemonstrationSystem.allCases)
    func theTruthOfEveryEffectIsTold(system: DemonstrationSystem) throws {
        for effect in PlantedEffect.allCases where effect.systems.contains(system) {
            let from = try #require(Quarter("2026-Q4"))
            let truth = Truth(seed: 1, system: system, planted: Planting([Plant(effect, from: from)]))
            #expect(truth.expected.allSatisfy { $0.effect == effect && $0.direction == "adverse" } && !truth.expected.isEmpty)
            for language in Truth.Language.allCases {
                let text = truth.text(language)
                #expect(text.contains(effect.rawValue) && text.contains("2026-Q4") && text.contains(system.name))
                for expectation in truth.expected { #expect(text.contains(expectation.indicator)) }
            }
            let read = try #require(try JSONSerialization.jsonObject(with: truth.json()) as? [String: Any])
            let planted = try #require((read["planted"] as? [[String: Any]])?.first)
            #expect(planted["effect"] as? String == effect.rawValue && planted["size"] as? Double == effect.standard.size)
            #expect(planted["unit"] as? String == effect.standard.unit.rawValue && planted["from"] as? String == "2026-Q4")
            #expect(planted["detectable"] is NSNull, "measured from the standard quarter alone")
            #expect((planted["expected"] as? [[String: Any]])?.first?["indicator"] as? String == truth.expected[0].indicator)
        }
    }
}
