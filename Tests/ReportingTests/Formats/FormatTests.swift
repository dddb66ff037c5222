import Audit
import Foundation
import Testing

@testable import Reporting

@Suite("One document, two formats")
struct FormatTests {
    private static let library = Result { try TemplateLibrary() }

    private func files(_ fixture: ReportFixture, _ language: Language = .nl) throws -> ReportFiles {
        try ReportFiles(fixture.report(), language: language, library: Self.library.get())
    }

    /// The text of a page as a reader gets it: no tags, no drawings, no style sheet.
    private func text(html: String) -> String {
        var text = html
        for element in ["style", "svg", "title"] {
            while let open = text.range(of: "<\(element)"), let close = text.range(of: "</\(element)>", range: open.lowerBound..<text.endIndex) {
                text.replaceSubrange(open.lowerBound..<close.upperBound, with: " ")
            }
        }
        text = text.replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        return text.replacing("&#39;", with: "'").replacing("&amp;", with: "&").replacing("\u{AD}", with: "")
    }

    /// Every number, with its sign and decimal mark, and how often it stands there.
    private func numbers(_ text: String) -> [String: Int] {
        text.matches(of: /[+−]?[0-9]+(?:[.,][0-9]+)*/).reduce(into: [:]) { $0[String($1.0), default: 0] += 1 }
    }

    @Test("HTML and Markdown hold the same numbers, as often", arguments: ReportFixture.allCases.filter { $0 != .hostile && $0 != .everything }, Language.allCases)
    func sameNumbers(_ fixture: ReportFixture, _ language: Language) throws {
        let files = try files(fixture, language)
        // The list of contents, which only HTML has, repeats the numbers of the chapters.
        let page = files.html.components(separatedBy: "<nav")[0] + (files.html.components(separatedBy: "</nav>").last ?? "")
        let html = numbers(text(html: page)), markdown = numbers(files.markdown.replacing("&lt;", with: "<"))
        let differing = Set(html.keys).union(markdown.keys).filter { html[$0] != markdown[$0] }
            .map { "\($0): \(html[$0] ?? 0) and \(markdown[$0] ?? 0)" }.sorted()
        #expect(differing == [])
    }

    @Test("Every finding that may be shown is in both formats with its effect and interval")
    func everyFinding() throws {
        let report = try ReportFixture.usual.report()
        let files = try files(.usual)
        let words = Words(book: try Self.library.get().phrasebook(.nl))
        let page = text(html: files.html)
        for finding in report.findings {
            guard finding.verdict != .withheld, let value = finding.effect.value else { continue }
            let unit = report.indicators.first { $0.metric == finding.metric }?.unit ?? ""
            for text in [words.difference(value, unit: unit), words.range(finding.interval?.low, finding.interval?.high, unit: unit)] {
                #expect(page.contains(text), "\(finding.metric) \(finding.group): \(text)")
                #expect(files.markdown.contains(text), "\(finding.metric) \(finding.group): \(text)")
            }
        }
    }

    @Test("What the first page must say", arguments: Language.allCases)
    func firstPage(_ language: Language) throws {
        let page = text(html: try files(.usual, language).html)
        let said = language == .nl
            ? ["Ik zoek: wie krijgt welk advies?", "Voor 2 groepen is een verschil in hun nadeel aangetoond, of gevonden in de verkenning: Arabisch (toetstaal) en vrouwen (geslacht).",
               "toeval alleen zou er ongeveer 2,4 geven", "Mensen die de toets in het Arabisch maken, krijgen vaker dagbesteding te zien",
               "Van de 100 plekken in hun top 5 zijn er 44 dagbesteding, bij de anderen 26 van de 100.", "Dit weten we niet", "hadden we", "Pools (toetstaal)",
               "gepseudonimiseerd, niet anoniem", "Spiegelbeeld van ‘Arabisch’", "Verschil gevonden in de verkenning", "hangt af van wat gelijk gehouden wordt",
               "nog te bepalen", "niet definitief"]
            : ["Ik zoek: who gets which advice?", "chance alone would give about 2.4", "What we do not know", "Mirror of ‘Arabic’", "pseudonymous, not anonymous"]
        for words in said { #expect(page.contains(words), "\(words)") }
    }

    @Test("A replay that does not hold opens the report")
    func fidelityFailed() throws {
        let html = try files(.fidelityFailed).html
        let banner = try #require(html.range(of: "class=\"banner\"")), title = try #require(html.range(of: "<h1"))
        #expect(banner.lowerBound < title.lowerBound)
        #expect(text(html: html).contains("Bij het naspelen kwamen 1130 van de 1204 lijsten precies uit."))
        #expect(text(html: html).contains("Dat raakt hoofdstuk 6 (krijgt iedereen een goede lijst?)."))
        #expect(!text(html: try files(.usual).html).contains("Bij het naspelen kwamen"))
    }

    @Test("Nothing compared is said, and is no reassurance")
    func nothing() throws {
        let page = text(html: try files(.none).html)
        #expect(page.contains("Er is niets vergeleken"))
        #expect(!page.contains("Geen enkele vergelijking liet"))
    }

    @Test("Names from the data stay text in HTML and Markdown")
    func hostile() throws {
        let files = try files(.hostile)
        #expect(!files.html.contains("<script"))
        let rawQuote = Array("x\"\u{301}".utf8)
        #expect(Data(files.html.utf8).range(of: Data(rawQuote)) == nil)
        #expect(files.html.components(separatedBy: "</style>").count == 2)
        #expect(!files.html.contains("{count} {{") && files.html.contains("{{organisation}}"))
        #expect(!files.markdown.contains("<script"))
        #expect(files.markdown.contains("\\[k\\](http\\://evil.example/)"))
        #expect(!files.markdown.replacing("\\]", with: "").contains("](http"))
        #expect(!files.markdown.contains("http://"))
        let rows = files.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.hasSuffix("|")) }
    }

    @Test("Tables in Markdown have as many cells in each row as in the header")
    func markdownTables() throws {
        for fixture in ReportFixture.allCases {
            var width: Int?
            for line in try files(fixture).markdown.split(separator: "\n", omittingEmptySubsequences: false) {
                guard line.hasPrefix("|") else { width = nil; continue }
                let bars = line.replacing("\\|", with: "").filter { $0 == "|" }.count
                if let width { #expect(bars == width, "\(fixture): \(line)") } else { width = bars }
            }
        }
    }

    @Test("The same report gives the same bytes")
    func deterministic() throws {
        let report = try ReportFixture.quarter.report()
        let first = try ReportFiles(report, library: try TemplateLibrary()), second = try ReportFiles(report, library: try TemplateLibrary())
        #expect(first.html == second.html && first.markdown == second.markdown && first.json == second.json)
        #expect(try AuditReport(json: first.json) == report)
    }

    @Test("An action and an assessment that people wrote are shown where they belong")
    func actions() throws {
        let page = text(html: try files(.quarter).html)
        #expect(page.components(separatedBy: "Hertoets 54 mensen in twee talen").count >= 4)
        #expect(page.contains("15 februari 2027"))
        #expect(page.contains("Aangetoond voor Arabisch: necessary"))
        #expect(page.contains("de bron levert geen terugkoppeling"))
        #expect(page.contains("Laatste twaalf maanden, alleen ter beschrijving"))
    }

    @Test("The terminal gets at most ten lines, in plain text", arguments: ReportFixture.allCases)
    func terminal(_ fixture: ReportFixture) throws {
        let lines = try TerminalSummary.lines(try fixture.report(), language: .nl, library: try Self.library.get())
        #expect(lines.count <= 10 && lines.count >= 6)
        #expect(lines.allSatisfy { !$0.contains("\n") && !$0.isEmpty })
    }
}
