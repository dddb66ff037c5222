import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("What became of the workshop")
struct WorkshopFollowUpTests {
    /// The chapter alone, with Markdown's escapes taken away; `nil` when there is none.
    private func chapter(_ report: AuditReport, _ language: Language = .nl) throws -> String? {
        let markdown = try ReportFiles(report, language: language, library: try TemplateLibrary()).markdown
        let title = language == .nl ? "## 13. Is elke afspraak nagekomen, en hielp het?" : "## 13. Was each promise kept, and did it help?"
        let parts = markdown.components(separatedBy: title)
        guard parts.count == 2 else { return nil }
        return (parts[1].components(separatedBy: "\n## ").first ?? "").replacing("\\", with: "")
    }

    @Test("Each option with its status, who, since when, evidence, outcome and trend")
    func options() throws {
        let text = try #require(try chapter(try ReportFixture.quarter.report()))
        for words in [
            "Van de 6 opties zijn er 1 gedaan, 1 bezig, 2 nog niet begonnen en 1 afgevallen. Over 1 is niets vastgelegd. Te laat: 1.",
            "Toets in andere talen gelijk maken<br>H224", "bezig<br>product owner<br>sinds 30 juni 2026<br>te laat: was voor 1 oktober 2026",
            "Brief aan de leverancier (https://example.org/brief)",
            "M2: 2 in het nadeel, 1 niet in het nadeel, 3 aantoonbaar klein, 5 niet vast te stellen en 1 niet getoond of niet te bepalen",
            "M2, sinds 2026-Q3: verschil groter voor Arabisch (toetstaal); verschil kleiner voor 55 jaar en ouder (leeftijd) en vrouwen (geslacht)",
            "M13: 2 niet vast te stellen", "M13: geen duidelijke verandering sinds 2026-Q3", "gedaan<br>product owner<br>sinds 30 juni 2026 |", "Reden shown_by_people",
            "nog niet begonnen<br>product owner<br>sinds 30 juni 2026<br>klaar voor 1 maart 2027", "geen dag afgesproken", "afgevallen", "geen bewijs vastgelegd",
            "M21: niet te bepalen: de bron levert geen terugkoppeling", "M23: controle van het rapport zelf, voldaan", "M22: beschreven, groepen niet vergeleken",
            "niet vastgelegd",
        ] { #expect(text.contains(words), "\(words)\n\(text)") }
        #expect(!text.contains("2026-Q2"), "only the latest earlier report")
    }

    @Test("Effects and values with where the report answers them, or why not")
    func answers() throws {
        let text = try #require(try chapter(try ReportFixture.quarter.report()))
        for words in ["M2 soort werk op de lijst: hoofdstuk 6<br>M5: niet in dit rapport", "Onzeker worden<br>H169 | – | Reden survey_needed", "M23: controle van het rapport zelf"] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
    }

    @Test("It says that a figure moved, and that this is no cause", arguments: Language.allCases)
    func noCause(_ language: Language) throws {
        let text = try #require(try chapter(try ReportFixture.quarter.report(), language))
        #expect(text.contains(language == .nl ? "niet waardoor" : "not what moved it"))
        for word in ["dankzij", "doordat", "thanks to", "because of", "heeft gewerkt", "worked"] { #expect(!text.contains(word), "\(word)") }
    }

    @Test("A broken line is said to be one")
    func broken() throws {
        var report = try ReportFixture.quarter.report()
        for state in [AuditReport.IndicatorOutcome.Trend.State.definitionChanged, .coreChanged, .nothingInCommon] {
            report.outcomes[0].trend = [.init(since: "2026-Q3", state: state, comparisons: 0, larger: [], smaller: [])]
            let text = try #require(try chapter(report))
            let said = ["definition_changed": "de maat is veranderd", "core_changed": "de rangschikking is veranderd", "nothing_in_common": "geen cijfer dat ook in 2026-Q3 staat"]
            #expect(text.contains(said[state.rawValue] ?? "?"))
            #expect(!text.contains("verschil groter"))
        }
    }

    @Test("Without an earlier report that is said, and only of what was compared")
    func noEarlierReport() throws {
        var report = try ReportFixture.quarter.report()
        #expect(try chapter(report)?.contains("geen eerder rapport") == false)
        for index in report.outcomes.indices { report.outcomes[index].trend = [] }
        #expect(try chapter(report)?.components(separatedBy: "geen eerder rapport").count == 2)
    }

    @Test("Without a file of actions the report says that it cannot say", arguments: Language.allCases)
    func noFile(_ language: Language) throws {
        var report = try ReportFixture.quarter.report()
        let missing = language == .nl ? "geen bestand met afspraken meegegeven" : "No file of agreed actions was given with this report"
        #expect(try chapter(report, language)?.contains(missing) == false)
        report.inputs.actions = nil
        for index in report.inventory.indices { report.inventory[index].progress = nil }
        let text = try #require(try chapter(report, language))
        #expect(text.contains(missing))
        #expect(!text.contains(language == .nl ? "gedaan |" : "done |"))
    }

    @Test("A report of a system without a workshop, or from before there was one, has only its agreements there")
    func none() throws {
        let json = try ReportFixture.usual.json()
        try #require(json.range(of: Data(#""inventory""#.utf8)) == nil)
        let report = try AuditReport(json: json)
        #expect(report.inventory.isEmpty && report.outcomes.isEmpty && report.inputs.actions == nil)
        #expect(try chapter(report)?.trimmingCharacters(in: .whitespacesAndNewlines) == "Er zijn nog geen afspraken vastgelegd.")
    }

    @Test("Every kind, section, status and reason of the inventory has words", arguments: Language.allCases)
    func words(_ language: Language) throws {
        let words = Words(book: try TemplateLibrary().phrasebook(language))
        let keys = InventoryLine.Kind.allCases.filter { $0 != .option && $0 != .stakeholder }.map { "followup.kind.\($0.rawValue)" }
            + InventoryLine.Section.allCases.map { "followup.section.\($0.rawValue)" } + ActionStatus.allCases.map { "followup.status.\($0.rawValue)" }
            + InventoryLine.Source.allCases.map { "followup.source.\($0.rawValue)" }
            + AuditReport.IndicatorOutcome.State.allCases.filter { $0 != .compared }.map { "followup.state.\($0.rawValue)" }
            + AuditReport.IndicatorOutcome.Trend.State.allCases.filter { $0 != .comparable }.map { "followup.trend.\($0.rawValue)" }
        for key in keys { #expect(words.has(key), "\(key)") }
    }
}
