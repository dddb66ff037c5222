import Cohort
import Demonstration
import Intake
import Testing

struct PlantedEffectTests {
    /// What the plan promises of one seed: a difference that a family of 30 comparisons at 5 % (|z| > 3.1) still shows.
    @Test func whatIsPlantedIsThere() throws {
        let records = try DemonstrationMunicipality(seed: 1, planted: [.testLanguageShift, .counsellorSteering]).records
        let language = Facts.languages(records), shares = Facts.dayActivityShares(records)
        for group in ["ar", "ti"] {
            let shift = Facts.compare(shares) { language[$0] == group }
            #expect(shift.difference > 0.15 && shift.z > 3.3, "\(group): \(shift)")
        }
        let older = Facts.aged55AndOlder(records)
        let steering = Facts.compare(Facts.steering(records)) { older.contains($0) }
        #expect(steering.difference > 0.15 && steering.z > 3.3, "\(steering)")
    }

    @Test func nothingPlantedIsNothingThere() throws {
        var zs: [Double] = []
        for seed: UInt64 in 1...4 {
            let records = try DemonstrationMunicipality(seed: seed, planted: []).records
            let language = Facts.languages(records), shares = Facts.dayActivityShares(records), steering = Facts.steering(records)
            let older = Facts.aged55AndOlder(records)
            for group in ["ar", "ti", "uk", "en"] { zs.append(Facts.compare(shares) { language[$0] == group }.z) }
            zs.append(Facts.compare(steering) { older.contains($0) }.z)
        }
        // 20 nearly independent z: their spread must be that of chance (chi-squared with 20 degrees of freedom, .0001 to .9999), and none
        // as large as what is planted gives. Shares are skewed, so that the Welch z of a small group has longer tails than the normal.
        #expect(zs.allSatisfy { abs($0) < 4.5 })
        #expect((4.4...52.4).contains(zs.reduce(0) { $0 + $1 * $1 }), "\(zs)")
    }

    /// Planting changes what it is about, and nothing else.
    @Test func plantingTouchesOnlyWhatItIsAbout() throws {
        let plain = try Facts.plain.get().records
        let shifted = try DemonstrationMunicipality(seed: 1, planted: [.testLanguageShift]).records
        #expect(shifted.participants == plain.participants)
        #expect(shifted.assessments == plain.assessments)
        #expect(shifted.workplaces == plain.workplaces && shifted.profiles == plain.profiles && shifted.runs == plain.runs)
        #expect(shifted.placements.map(\.startedOn) == plain.placements.map(\.startedOn))
        let language = Dictionary(uniqueKeysWithValues: plain.assessments.map { ($0.assessmentId, $0.testLanguage) })
        var moved = 0
        for (before, after) in zip(plain.scores, shifted.scores) {
            #expect(before.assessmentId == after.assessmentId && before.scaleCode == after.scaleCode && before.standardError == after.standardError)
            let isAbout = before.scaleCode == "cap_verbal" && ["ar", "ti"].contains(language[before.assessmentId])
            if let low = after.score, let high = before.score, isAbout {
                #expect(abs(high - low - 8) < 1e-9)
                moved += 1
            } else {
                #expect(before == after)
            }
        }
        #expect(moved > 180)

        let steered = try DemonstrationMunicipality(seed: 1, planted: [.counsellorSteering]).records
        #expect(steered.results == plain.results && steered.scores == plain.scores && steered.participants == plain.participants)
        let older = Set(Population.residents(seed: 1, year: 2026).filter { $0.age >= 55 }.map(\.key))
        let person = Dictionary(uniqueKeysWithValues: plain.runs.map { ($0.matchRunId, $0.participantId) })
        #expect(zip(plain.choices, steered.choices).allSatisfy { $0 == $1 || older.contains(person[$0.matchRunId] ?? "") })
        #expect(plain.choices != steered.choices)
    }

    /// A true difference gives, sitting by sitting, the scores that the error gives; what follows the true scores may differ.
    @Test func aTrueDifferenceGivesTheSameScores() throws {
        let plain = try Facts.plain.get().records
        let shifted = try DemonstrationMunicipality(seed: 1, planted: [.testLanguageShift]).records
        let truly = try DemonstrationMunicipality(seed: 1, planted: [.trueLanguageDifference]).records
        #expect(truly.participants.map(\.participantId) == plain.participants.map(\.participantId))
        #expect(truly.workplaces == plain.workplaces && truly.profiles == plain.profiles)
        func scores(_ records: DemonstrationRecords) -> [String: Double?] {
            Dictionary(uniqueKeysWithValues: records.scores.map { ("\($0.assessmentId) \($0.scaleCode)", $0.score) })
        }
        let (measured, real, before) = (scores(shifted), scores(truly), scores(plain))
        let common = measured.keys.filter { real[$0] != nil }
        #expect(common.count > measured.count * 95 / 100)
        #expect(common.allSatisfy { measured[$0] == real[$0] })
        #expect(common.contains { real[$0] != before[$0] })
        // Whom it is not about: everything as it was.
        let language = Facts.languages(plain)
        func rows(_ records: DemonstrationRecords) -> [String] {
            records.runs.filter { !["ar", "ti"].contains(language[$0.participantId] ?? "") }.map { "\($0)" }
                + records.placements.filter { !["ar", "ti"].contains(language[$0.participantId] ?? "") }.map { "\($0)" }
        }
        #expect(rows(truly) == rows(plain))
        // Who can less is placed later: that is what outcomes could tell, and profiles cannot.
        #expect(truly.placements.map(\.startedOn) != shifted.placements.map(\.startedOn))
        let words = try DemonstrationMunicipality(seed: 1, planted: [.trueLanguageDifference]).truth
        #expect(words.expected.map { "\($0.indicator) \($0.group) \($0.verdict)" } == ["M2 ar disparity", "M2 ti disparity"])
        #expect(words.text(.nl).contains("meet dat goed") && words.text(.en).contains("measures it rightly"))
    }

    @Test func truthSaysWhatARightAuditMustSay() throws {
        let truth = try Facts.planted.get().truth
        #expect(truth.expected.map { "\($0.indicator) \($0.attribute) \($0.group) \($0.direction) \($0.verdict)" } == [
            "M2 test_language ar adverse disparity", "M2 test_language ti adverse disparity", "M2 test_mode paper adverse disparity",
            "M10 education_level low adverse disparity", "M11 gender female adverse disparity", "M12 age_band 45-54 adverse disparity",
            "M13 age_band 55+ adverse disparity", "M18 age_band 27-44 adverse disparity", "M27 gender x age_band female | 55+ adverse disparity",
            "M25 test_language uk adverse disparity",
        ])
        for words in ["M2", "M13", "toetstaal", "55+", "verschil aangetoond", "seed 1", "meetfout"] { #expect(truth.text(.nl).contains(words)) }
        for words in ["M2", "M13", "test language", "55+", "disparity, adverse", "seed 1", "measurement error"] { #expect(truth.text(.en).contains(words)) }
        let nothing = try Facts.plain.get().truth
        #expect(nothing.expected.isEmpty)
        #expect(nothing.text(.nl).contains("Geplant: niets") && nothing.text(.en).contains("Planted: nothing"))
    }
}
