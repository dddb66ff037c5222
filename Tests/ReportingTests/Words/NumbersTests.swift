import Testing

@testable import Reporting

@Suite("Numbers as a reader writes them")
struct NumbersTests {
    @Test("Decimal comma, grouping from five digits, dash for what is not there", arguments: [
        (12.26 as Double?, 1, false, "12,3", "12.3"), (nil, 1, false, "–", "–"), (.infinity, 1, true, "–", "–"),
        (12.2, 1, true, "+12,2", "+12.2"), (-0.04, 1, true, "0,0", "0.0"), (-4.1, 1, true, "−4,1", "−4.1"),
        (22360, 0, false, "22.360", "22,360"), (2236, 0, false, "2236", "2236"), (0, 0, true, "0", "0"), (-1_234_567.8, 1, false, "−1.234.567,8", "−1,234,567.8"),
    ] as [(Double?, Int, Bool, String, String)])
    func decimals(_ value: Double?, _ digits: Int, _ sign: Bool, _ dutch: String, _ english: String) {
        #expect(Numbers(language: .nl).decimal(value, digits: digits, sign: sign) == dutch)
        #expect(Numbers(language: .en).decimal(value, digits: digits, sign: sign) == english)
    }

    @Test("p", arguments: [(0.0004, "< 0,001"), (0.001, "0,001"), (0.0449, "0,045"), (1, "1,000")])
    func p(_ value: Double, _ text: String) { #expect(Numbers(language: .nl).p(value) == text) }

    @Test("Dates in words; what is no date stays as it is")
    func dates() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        #expect(words.date("2026-12-31") == "31 december 2026")
        #expect(words.date("later") == "later")
        #expect(words.date("2026-13-01") == "2026-13-01")
    }

    @Test("Two rates in a sentence are whole, unless they would then read the same")
    func rates() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        #expect(words.ratePair(0.384, 0.262) == ("38", "26"))
        #expect(words.ratePair(0.262, 0.264) == ("26,2", "26,4"))
    }

    @Test("Groups: bands by their bounds, languages by name, unknown codes as they are")
    func groups() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        #expect(words.group("age_band", "<27") == "jonger dan 27")
        #expect(words.group("age_band", "30-49") == "30 tot en met 49 jaar")
        #expect(words.group("age_band", "67+") == "67 jaar en ouder")
        #expect(words.group("age_band", "oud") == "oud")
        #expect(words.group("test_language", "ti") == "Tigrinya")
        #expect(words.group("test_language", "xx-YY") == "xx-YY")
        #expect(words.group("gender x age_band", "female | 55+") == "vrouwen × 55 jaar en ouder")
        #expect(words.group("gender", "unknown") == "onbekend")
    }

    @Test("Sentences agree with their subject in every grouping")
    func sentences() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        func sentence(_ attribute: String, _ groups: [String]) -> String {
            words.sentence(of: nil, metric: "top5_day_activity_share", attribute: attribute, groups: groups, higher: true)
        }
        #expect(sentence("test_language", ["ar"]) == "Mensen die de toets in het Arabisch maken, krijgen vaker dagbesteding te zien")
        #expect(sentence("test_language", ["ar", "ti"]) == "Mensen die de toets in het Arabisch of Tigrinya maken, krijgen vaker dagbesteding te zien")
        #expect(sentence("gender", ["female"]) == "Vrouwen krijgen vaker dagbesteding te zien")
        #expect(sentence("education_level", ["low"]) == "Mensen met een lage opleiding krijgen vaker dagbesteding te zien")
        #expect(sentence("test_mode", ["paper"]) == "Mensen die de toets op papier maken, krijgen vaker dagbesteding te zien")
        #expect(sentence("municipality", ["GM0406"]) == "Mensen uit Huizen krijgen vaker dagbesteding te zien")
        #expect(words.sentence(of: nil, metric: "new_metric", attribute: "gender", groups: ["female"], higher: true) == "Vrouwen: new_metric")
        #expect(words.sentence(of: nil, metric: "new_metric", attribute: "test_mode", groups: ["paper"], higher: true) == "Mensen die de toets op papier maken: new_metric")
    }
}
