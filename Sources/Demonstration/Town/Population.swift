import Cohort
import Intake

/// Who lives in the demonstration. Groups are dealt from shuffled decks and true scores are drawn apart from them,
/// so that no group truly differs from another unless that is what was planted.
package enum Population {
    static let languages: [(String, Int)] = [("nl", 366), ("ar", 100), ("ti", 88), ("uk", 76), ("en", 56), ("tr", 27)]
    /// Languages whose verbal scale measures low under `PlantedEffect.testLanguageShift`, and is low under `.trueLanguageDifference`.
    static let shiftedLanguages: Set<String> = ["ar", "ti"]
    /// In T-points: 0.8 SD of the norm, as error or as truth.
    static let languageDifference = -0.8 * TestBattery.normDeviation
    static let ageBands: [(ClosedRange<Int>, Int)] = [(18...26, 128), (27...44, 242), (45...54, 163), (55...66, 180)]
    static let counsellorCount = 9

    static var count: Int { languages.reduce(0) { $0 + $1.1 } }

    package static func residents(seed: UInt64, planted: Set<PlantedEffect> = []) -> [Resident] {
        var groups = Draw(seed: seed, .groups)
        let languages = groups.deck(languages)
        let ages = groups.deck(ageBands)
        // Every day of the year but the last ten has its first runs.
        let span = Calendar.last - Calendar.first - 10
        let starts = groups.shuffled((0..<count).map { Calendar.first + 5 + $0 * (span - 5) / count })
        return (0..<count).map { resident($0, seed: seed, planted: planted, language: languages[$0], ages: ages[$0], firstRunOn: starts[$0]) }
    }

    private static func resident(
        _ index: Int, seed: UInt64, planted: Set<PlantedEffect>, language: String, ages: ClosedRange<Int>, firstRunOn: Day
    ) -> Resident {
        var draw = Draw(seed: seed, .background, index)
        let digits = String(index + 1)
        var record = ParticipantRecord(participantId: "P" + String(repeating: "0", count: 5 - digits.count) + digits)
        let age = draw.integer(in: ages)
        record.birthYear = draw.known(Calendar.year - age, unknown: 0.02)
        record.gender = draw.pick([("female", 0.48), ("male", 0.487), ("other", 0.008), (nil, 0.025)]) ?? nil
        record.municipality = draw.pick([("GM0406", 0.59), ("GM0376", 0.12), ("GM0417", 0.12), ("GM0317", 0.155), (nil, 0.015)]) ?? nil
        record.educationLevel = draw.pick([("low", 0.45), ("middle", 0.35), ("high", 0.15), (nil, 0.05)]) ?? nil
        let preferred = language == "nl" ? draw.pick([("nl", 0.86), ("pl", 0.04), ("tr", 0.04), ("ar", 0.03), ("fr", 0.03)]) : language
        record.preferredLanguage = draw.known(preferred, unknown: 0.04)
        let levels = language == "nl" ? [("B1", 0.15), ("B2", 0.25), ("C1", 0.3), ("C2", 0.3)] : [("A0", 0.1), ("A1", 0.35), ("A2", 0.35), ("B1", 0.2)]
        record.dutchLevel = draw.known(draw.pick(levels), unknown: 0.15)
        let intake = firstRunOn + -draw.integer(in: 21...70)
        record.intakeOn = draw.known(intake, unknown: 0.03)
        record.benefitSince = draw.known(intake + -draw.integer(in: 30...3800), unknown: 0.04)
        record.targetGroupRegister = draw.known(draw.chance(0.2), unknown: 0.05)
        record.travelMaxMinutes = draw.known(15 * draw.integer(in: 1...4), unknown: 0.1)
        record.hoursAvailable = draw.known(4 * draw.integer(in: 2...10), unknown: 0.08)
        var trueScores = trueScores(index, seed: seed)
        if planted.contains(.trueLanguageDifference), shiftedLanguages.contains(language) {
            trueScores[TestBattery.verbal, default: 0] += languageDifference
        }
        return Resident(
            number: index, language: language, mode: draw.pick([("online", 0.58), ("paper", 0.22), ("assisted", 0.2)]) ?? "online", age: age,
            record: record, trueScores: trueScores, firstRunOn: firstRunOn, counsellor: counsellor(index, seed: seed))
    }

    /// Capacities share a general factor (correlation .35) and vary less than in the norm group, as among people who seek work with help.
    private static func trueScores(_ index: Int, seed: UInt64) -> [String: Double] {
        var draw = Draw(seed: seed, .abilities, index)
        let general = draw.normal()
        let shared = (0.35).squareRoot(), own = (0.65).squareRoot()
        return Dictionary(
            uniqueKeysWithValues: TestBattery.dimensions.map { dimension in
                let capacity = dimension.component == "capacity"
                return (dimension.code, capacity ? 49 + 7 * (shared * general + own * draw.normal()) : TestBattery.normMean + 9 * draw.normal())
            })
    }

    private static func counsellor(_ index: Int, seed: UInt64) -> Int {
        var draw = Draw(seed: seed, .counsellor, index)
        return draw.pick((0..<counsellorCount).map { ($0, 1 + 0.1 * Double($0)) }) ?? 0
    }
}
