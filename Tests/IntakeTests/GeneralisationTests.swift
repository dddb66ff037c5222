import Cohort
import Intake
import Testing

@Suite struct GeneralisationTests {
    @Test(arguments: [(26, "<27"), (27, "27-44"), (44, "27-44"), (45, "45-54"), (54, "45-54"), (55, "55+"), (90, "55+")])
    func `an age falls in one band`(age: Int, band: String) {
        #expect(AgeBands.standard.label(forAge: age) == band)
    }

    @Test(arguments: [(1999, "27-44"), (2012, "<27"), (1916, "55+"), (2013, nil), (1915, nil), (0, nil), (Int.min, nil)] as [(Int, String?)])
    func `an age that nobody has is unknown`(birthYear: Int, band: String?) {
        #expect(AgeBands.standard.label(birthYear: birthYear, year: 2026) == band)
    }

    @Test(arguments: [[], [45, 27], [27, 27], [15], [101]])
    func `bounds that make no bands are refused`(bounds: [Int]) {
        #expect(AgeBands(bounds: bounds) == nil)
    }

    @Test(arguments: [
        ("2026-12-31", "<1y"), ("2026-01-01", "<1y"), ("2025-12-31", "1-2y"), ("2025-01-01", "1-2y"), ("2024-12-31", "2-5y"),
        ("2022-01-01", "2-5y"), ("2021-12-31", "5y+"), ("2027-01-01", nil),
    ] as [(String, String?)])
    func `a duration is counted by the calendar`(since: String, band: String?) throws {
        let day = try #require(Day(iso: since))
        #expect(BenefitDuration.label(since: day, on: try #require(Day(iso: "2026-12-31"))) == band)
    }

    @Test(arguments: [
        (CodeRule.languageTag, "nl", true), (.languageTag, "en-GB", true), (.languageTag, "zh-Hant-TW", true),
        (.languageTag, "Jan de Vries", false), (.languageTag, "n", false), (.languageTag, "nl-", false), (.languageTag, "", false),
        (.municipality, "GM0406", true), (.municipality, "Huizen", false), (.municipality, "GM040", false), (.municipality, "GM04é6", false),
        (.ownCode, "too_far", true), (.ownCode, "wilde liever dichtbij werken", false), (.ownCode, "", false), (.ownCode, "Jan", false),
        (.label, "Zorg & welzijn", true), (.label, "a\nb", false), (.label, String(repeating: "x", count: 81), false),
        (Codes.gender, "female", true), (Codes.gender, "Female", false), (Codes.gender, "fémale", false),
    ])
    func `free text never fits a code`(rule: CodeRule, value: String, fits: Bool) {
        #expect(rule.accepts(value) == fits)
    }

    @Test func `a participant leaves with bands, a week and counted unknowns`() throws {
        let period = try #require(Period(from: Day(number: 20_727), to: Day(number: 20_818)))  // 2026-10-01 to 2026-12-31
        var generaliser = Generaliser(pseudonymiser: .fresh(), period: period)
        var record = ParticipantRecord(participantId: "anna")
        record.birthYear = 1990
        record.gender = "v"
        record.municipality = "Huizen"
        record.intakeOn = Day(iso: "2026-07-15")
        record.leftOn = Day(iso: "2027-01-01")
        record.leftReason = "moved"
        record.travelMaxMinutes = -1
        let row = generaliser.generalise(record)
        #expect(row.ageBand == "27-44" && row.gender == nil && row.municipality == nil && row.travelMaxMinutes == nil)
        #expect(row.intakeWeek?.iso == "2026-07-13")
        #expect(row.leftOn == nil && row.leftReason == nil)
        #expect(generaliser.unrecognised == ["participant.gender": 1, "participant.municipality": 1, "participant.travel_max_minutes": 1])
    }
}
