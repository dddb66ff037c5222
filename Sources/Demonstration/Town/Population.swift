import Cohort
import Intake

/// Who lives in the demonstration. Groups are dealt from shuffled decks and true scores are drawn apart from them,
/// so that no group truly differs from another unless that is what was planted.
package enum Population {
    /// Languages whose verbal scale measures low under `PlantedEffect.testLanguageShift`, and is low under `.trueLanguageDifference`.
    static let shiftedLanguages: Set<String> = ["ar", "ti"]

    /// Everybody whose first list falls, or would fall, in a year.
    /// - Parameter lean: how women and men differ under `PlantedEffect.stalePlaces`, which depends on the town's places.
    package static func residents(seed: UInt64, system: DemonstrationSystem = .ikZoek, year: Int, planted: Planting = [], lean: Lean? = nil) -> [Resident] {
        let plan = TownPlan.of(system), count = plan.peopleAYear
        let before = Timeline.referenceYear - year
        var groups = Draw(seed: seed, .groups, before)
        let languages = groups.deck(plan.languages)
        let ages = groups.deck(plan.ageBands)
        // Every day of the year but the last ten has its first runs.
        let first = Quarter.newYear(year), span = Quarter.newYear(year + 1) - first - 11
        let starts = groups.shuffled((0..<count).map { first + 5 + $0 * (span - 5) / count })
        return (0..<count).map { index in
            resident(
                before * 10_000 + index, seed: seed, plan: plan, year: year, planted: planted, lean: lean, language: languages[index],
                ages: ages[index], firstRunOn: starts[index])
        }
    }

    private static func resident(
        _ number: Int, seed: UInt64, plan: TownPlan, year: Int, planted: Planting, lean: Lean?, language: String, ages: ClosedRange<Int>,
        firstRunOn: Day
    ) -> Resident {
        var draw = Draw(seed: seed, .background, number)
        let digits = String(number + 1)
        var record = ParticipantRecord(participantId: "P" + String(repeating: "0", count: 5 - digits.count) + digits)
        let age = draw.integer(in: ages)
        record.birthYear = draw.known(year - age, unknown: 0.02)
        record.gender = draw.pick([("female", 0.48), ("male", 0.487), ("other", 0.008), (nil, 0.025)]) ?? nil
        record.municipality = draw.pick(plan.municipalities) ?? nil
        record.educationLevel = draw.pick([("low", 0.45), ("middle", 0.35), ("high", 0.15), (nil, 0.05)]) ?? nil
        let preferred = language == "nl" ? draw.pick([("nl", 0.86), ("pl", 0.04), ("tr", 0.04), ("ar", 0.03), ("fr", 0.03)]) : language
        record.preferredLanguage = draw.known(preferred, unknown: 0.04)
        let levels = language == "nl" ? [("B1", 0.15), ("B2", 0.25), ("C1", 0.3), ("C2", 0.3)] : [("A0", 0.1), ("A1", 0.35), ("A2", 0.35), ("B1", 0.2)]
        record.dutchLevel = draw.known(draw.pick(levels), unknown: 0.15)
        let intake = firstRunOn + -draw.integer(in: 21...70)
        record.intakeOn = draw.known(intake, unknown: 0.03)
        record.benefitSince = draw.known(intake + -draw.integer(in: 30...3800), unknown: 0.04)
        record.targetGroupRegister = draw.known(draw.chance(plan.targetGroupRegister), unknown: 0.05)
        record.travelMaxMinutes = draw.known(15 * draw.integer(in: plan.longestJourneys), unknown: 0.1)
        record.hoursAvailable = draw.known(4 * draw.integer(in: 2...10), unknown: 0.08)
        var scores = trueScores(number, seed: seed)
        if let size = planted[.trueLanguageDifference]?.size, shiftedLanguages.contains(language) {
            scores[TestBattery.verbal, default: 0] -= size
        }
        if let size = planted[.stalePlaces]?.size { lean?.move(&scores, gender: record.gender, by: size) }
        return Resident(
            number: number, language: language, mode: draw.pick(plan.modes) ?? "online", age: age, record: record, trueScores: scores,
            intakeOn: intake, firstRunOn: firstRunOn, counsellor: counsellor(number, seed: seed, of: plan.counsellorCount))
    }

    /// Capacities share a general factor (correlation .35) and vary less than in the norm group, as among people who seek work with help.
    private static func trueScores(_ number: Int, seed: UInt64) -> [String: Double] {
        var draw = Draw(seed: seed, .abilities, number)
        let general = draw.normal()
        let shared = (0.35).squareRoot(), own = (0.65).squareRoot()
        return Dictionary(
            uniqueKeysWithValues: TestBattery.dimensions.map { dimension in
                let capacity = dimension.component == "capacity"
                return (dimension.code, capacity ? 49 + 7 * (shared * general + own * draw.normal()) : TestBattery.normMean + 9 * draw.normal())
            })
    }

    private static func counsellor(_ number: Int, seed: UInt64, of count: Int) -> Int {
        var draw = Draw(seed: seed, .counsellor, number)
        return draw.pick((0..<count).map { ($0, 1 + 0.1 * Double($0)) }) ?? 0
    }
}
