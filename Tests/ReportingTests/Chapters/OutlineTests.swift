import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("The outline of the report")
struct OutlineTests {
    private func document(_ report: AuditReport, _ language: Language = .nl) throws -> ReportDocument {
        try HTMLFormat().document(report, language: language, library: try TemplateLibrary())
    }

    @Test("Chapters stand in order, and the annexes are A to I", arguments: [ReportFixture.usual, .none, .quarter, .everything])
    func order(_ fixture: ReportFixture) throws {
        let sections = try document(try fixture.report()).sections
        let chapters = sections.compactMap { section in section.number.flatMap { Int($0) } }
        #expect(chapters == chapters.sorted() && Set(chapters).count == chapters.count)
        #expect(Set(chapters).isSuperset(of: [1, 2, 3, 4, 11, 12]))
        #expect(sections.filter { $0.id.hasPrefix("bijlage-") }.map(\.number) == ["A", "B", "C", "D", "E", "F", "G", "H", "I"])
        #expect(Set(sections.map(\.id)).count == sections.count)
    }

    @Test("A phrase that names an annex names the one where it is", arguments: Language.allCases)
    func annexesNamed(_ language: Language) throws {
        let phrases = try TemplateLibrary().phrasebook(language).phrases
        let annex = language == .nl ? "bijlage" : "annex"
        let named = ["chapter.brief": "C", "chapter.rest": "C", "chapter.rest.all": "C", "chapter.same": "C", "grid.note": "C", "grid.note.council": "C", "lawful.data.note": "G", "lawful.disclosure.log": "E", "lawful.disclosure.unknown": "E", "note.assumed_reliabilities": "C"]
        for (key, phrase) in phrases where phrase.lowercased().contains(/\b(bijlage|annex) [a-z]\b/) {
            let letter = try #require(named[key], "\(key) names an annex that no test knows of")
            #expect(phrase.lowercased().contains("\(annex) \(letter.lowercased())"), "\(key)")
        }
    }

    @Test("Tables that no chapter shows are in the annex of all results")
    func tables() throws {
        let report = try ReportFixture.usual.report()
        let page = try MarkdownFormat().render(report, language: .nl, library: try TemplateLibrary())
        for table in report.tables { #expect(page.contains("Tabel \(table.id)"), "\(table.id)") }
    }

    @Test("The summary at the end is in the other language and says so", arguments: Language.allCases)
    func otherLanguage(_ language: Language) throws {
        let report = try ReportFixture.usual.report()
        let html = try HTMLFormat().render(report, language: language, library: try TemplateLibrary())
        let foreign = language == .nl ? "en" : "nl"
        #expect(html.contains("<section id=\"bijlage-i\" aria-labelledby=\"bijlage-i-h\" lang=\"\(foreign)\">"))
        #expect(html.contains("<a href=\"#bijlage-i\" lang=\"\(foreign)\">"))
        #expect(html.ranges(of: " lang=\"\(foreign)\"").count == 2)
        let section = try #require(try document(report, language).sections.last)
        let composed = ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(language == .nl ? .en : .nl)))
        for sentence in composed.lede() {
            #expect(section.blocks.contains { if case .paragraph(sentence) = $0 { true } else { false } }, "\(sentence)")
        }
    }

    @Test("Every step of Holm can be followed: place, p, limit and verdict agree")
    func holm() throws {
        let sections = try document(try ReportFixture.usual.report()).sections
        let annex = try #require(sections.first { $0.id == "bijlage-d" })
        let tables = annex.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let steps = try #require(tables.first { $0.caption == "Stappen van Holm" }).bodies.flatMap(\.rows)
        // 14 comparisons at 5 %: the first is held against 0.05/14, the second against 0.05/13.
        #expect(steps.prefix(2).map { $0[3] }.map(Self.text) == ["0,0036", "0,0038"])
        #expect(Self.text(steps[0][2]) == "< 0,001" && Self.text(steps[0][5]) == "ja")
        #expect(steps.last.map { Self.text($0[5]) } == "nee")
    }

    @Test("What was left out is counted by place and rule, with the groups named and no number of people")
    func withheld() throws {
        let report = try ReportFixture.allWithheld.report()
        let annex = try #require(try document(report).sections.first { $0.id == "bijlage-e" })
        let table = try #require(annex.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first)
        #expect(table.bodies.count == 1)
        let row = try #require(table.bodies[0].rows.first)
        #expect(Self.text(row[1]) == "3")
        for name in ["Arabisch", "Tigrinya", "Oekraïens"] { #expect(Self.text(row[2]).contains(name)) }
    }

    @Test("An earlier report with other limits is told as a change")
    func limitsChanged() throws {
        var report = try ReportFixture.quarter.report()
        #expect(try MarkdownFormat().render(report, language: .nl, library: try TemplateLibrary()).contains("Er is geen eerder rapport waarmee de grenswaarden zijn te vergelijken."))
        var limits = report.inputs.thresholds
        report.history[0].thresholds = limits
        func answers() throws -> [String] {
            let annex = try #require(try document(report).sections.first { $0.id == "bijlage-b" })
            let table = try #require(annex.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.last)
            return table.bodies[0].rows.map { Self.text($0[3]) }
        }
        #expect(try answers() == [Numbers.none, "nee"])
        limits.sha256 = String(repeating: "0", count: 64)
        report.history[0].thresholds = limits
        #expect(try answers() == [Numbers.none, "ja"])
    }

    @Test("The command to make it again names every kind of file that the report rests on")
    func command() throws {
        func command(_ report: AuditReport) throws -> String {
            let annex = try #require(try document(report).sections.first { $0.id == "bijlage-g" })
            for block in annex.blocks { if case .facts(let facts) = block { return facts[0].text } }
            return ""
        }
        var report = try ReportFixture.quarter.report()
        #expect(try command(report) == "fairness-audit run --snapshot GEGEVENS.sqlite --system SYSTEEM.json --thresholds GRENSWAARDEN.json --core RANGSCHIKKING.json --actions AFSPRAKEN.json --gates POORT/ --cycle 2026-Q4")
        report = try ReportFixture.usual.report()
        report.edition = .public
        #expect(try command(report).hasSuffix("--core RANGSCHIKKING.json --once --from 2026-01-01 --to 2026-12-31 --edition public"))
    }

    static func text(_ cell: Table.Cell) -> String {
        if case .text(let lines) = cell { lines.joined(separator: " ") } else { "" }
    }
}
