import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("What has changed since the previous report")
struct ChangesSinceTests {
    private func lines(_ report: AuditReport, _ language: Language = .nl) throws -> [String] {
        let words = Words(book: try TemplateLibrary().phrasebook(language))
        let blocks = ReportComposer(report: report, words: words).changesSince()
        #expect(words.holes.keys.isEmpty, "\(words.holes.keys)")
        return blocks.flatMap { block -> [String] in
            switch block {
            case .bullets(let items): items
            default: ["?"]
            }
        }
    }

    @Test("Six lines for the first page")
    func sixLines() throws {
        #expect(try lines(ReportFixture.quarter.report()) == [
            "De grenswaarden zijn veranderd. Dat raakt 2 eerste vragen.",
            "De rangschikking ging van ik-zoek 2.2 naar ik-zoek 2.3. De poort kon het niet vaststellen (release 2026.11).",
            "Nieuw aangetoond: sturing naar dagbesteding (geslacht).", "Nog steeds aangetoond: dagbesteding in de top 5 (toetstaal).",
            "3 verschillen zijn niet meer aangetoond: 1 nu aantoonbaar klein, 1 nu niet vast te stellen en 1 nu niet getoond. Dat zegt niet waardoor.",
            "Afspraken: 1 nagekomen, 1 niet nagekomen, 1 nog niet aan de beurt en 1 niet meer genoemd.",
        ])
    }

    @Test("Nothing changed: six lines that say so", arguments: Language.allCases)
    func nothing(_ language: Language) throws {
        var report = try ReportFixture.quarter.report()
        report.changes = .init(
            since: "2026-Q3", thresholds: .init(changed: false, limits: [], added: [], dropped: []), core: nil, findings: .init(new: [], remaining: [], gone: []), promises: [])
        let lines = try lines(report, language)
        #expect(lines.count == 6 && Set(lines).count == 6)
        #expect(lines[0] == (language == .nl ? "De grenswaarden zijn dezelfde." : "The thresholds are the same."))
    }

    @Test("Without an earlier report there is nothing to say")
    func first() throws {
        #expect(try lines(ReportFixture.usual.report()) == [])
        let pages = try ReportFiles(ReportFixture.usual.report(), library: TemplateLibrary())
        #expect(!pages.markdown.contains("veranderd sinds"))
        let later = try ReportFiles(ReportFixture.quarter.report(), library: TemplateLibrary())
        #expect(later.markdown.components(separatedBy: "## Wat is er veranderd sinds 2026-Q3?").count == 3, "on the first page and in chapter 11")
    }

    @Test("Chapter 11 names every finding with what it became, chapter 13 every promise")
    func inFull() throws {
        let report = try ReportFixture.quarter.report()
        let eleven = try #require(try Chapter.text("11", of: report)), thirteen = try #require(try Chapter.text("13", of: report))
        for words in [
            "Dagbesteding in de top 5, toetstaal: Turks | Nu aantoonbaar klein", "Dagbesteding in de top 5, toetstaal: Engels | Nu niet vast te stellen",
            "Dagbesteding in de top 5, toetstaal: Pools | Nu niet getoond", "Sturing naar dagbesteding, geslacht: vrouwen | ▲", "10,0 werd 8,0 | 10,0",
            "Nu ook een eerste vraag: dagbesteding in de top 5 (geslacht).", "Niet meer aangetoond is niet hetzelfde als verdwenen.",
        ] { #expect(eleven.contains(words), "\(words)\n\(eleven)") }
        for words in ["Toets in andere talen gelijk maken<br>H224 | product owner | 1 oktober 2026 |", "**Niet nagekomen**", "Bespreken in het team<br>Sturing naar dagbesteding, geslacht: vrouwen", "**Niet meer genoemd**"] {
            #expect(thirteen.contains(words), "\(words)\n\(thirteen)")
        }
    }

    @Test("A difference that is no longer shown is never said to be solved", arguments: Language.allCases)
    func neverSolved(_ language: Language) throws {
        let phrases = try TemplateLibrary().phrasebook(language).phrases.filter { $0.key.hasPrefix("since.") }.values.joined(separator: " ").lowercased()
        for word in ["opgelost", "verholpen", "verdwenen is", "solved", "fixed", "resolved", "dankzij", "thanks to"] { #expect(!phrases.contains(word), "\(word)") }
        for now in AuditReport.Changes.Gone.Now.allCases { #expect(try TemplateLibrary().phrasebook(language).phrases["since.now.\(now.rawValue)"] != nil) }
    }

    @Test("A long list is cut, and says how much more there is")
    func longList() throws {
        var report = try ReportFixture.quarter.report()
        report.changes?.findings.new = ["gender", "age_band", "test_mode", "education_level", "test_language"].map { "M2 top5_day_activity_share \($0) x" }
        let line = try #require(try lines(report).first { $0.hasPrefix("Nieuw") })
        #expect(line.hasSuffix("en nog 2.") && line.contains("(toetsvorm)") && !line.contains("(opleiding"), "\(line)")
    }
}
