import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("A chapter answers, the annex counts")
struct IndicatorBlocksTests {
    private func document(_ report: AuditReport) throws -> ReportDocument {
        ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(.nl))).compose()
    }

    private func figures(_ section: ReportDocument.Section?) -> [Figure] {
        (section?.blocks ?? []).compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    @Test("Every question has its heading in a chapter, with thirty indicators too")
    func everyQuestion() throws {
        let report = try ReportFixture.everything.report()
        let sections = try document(report).sections
        let headings = sections.flatMap(\.blocks).compactMap { if case .heading(let text) = $0 { text } else { nil } }
        for description in report.indicators where description.headline { #expect(headings.contains(description.question.nl), "\(description.indicator)") }
        #expect(sections.compactMap(\.number).filter { Int($0) != nil } == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"])
    }

    @Test("A figure where something was found or asked first; the rest is said in a sentence, with all numbers in the annex")
    func figuresWhereFound() throws {
        let report = try ReportFixture.everything.report()
        let composer = ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(.nl)))
        let sections = try document(report).sections
        let drawn = sections.filter { Int($0.number ?? "") != nil }.flatMap(figures).count
        // A figure per question and grouping would be hundreds.
        let all = Set(composer.judged.map { "\($0.metric) \($0.attribute)" }).count
        #expect(drawn < all / 2, "\(drawn) of \(all)")
        for finding in composer.judged where finding.family == .primary {
            let title = sections.first { $0.id == "hoofdstuk-6" }.map(figures)?.contains { $0.table.caption.contains(composer.words.attribute(finding.attribute).lowercasedFirst) }
            #expect(title == true, "\(finding.attribute)")
        }
        let sentences = sections.flatMap(\.blocks).compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
        #expect(sentences.contains { $0.contains("Niet vast te stellen: ") && $0.contains("dat zegt niet dat er geen verschil is") })
    }

    @Test("Groupings without a figure are said to be the others, signals first; what that means is said once in a chapter")
    func notDrawn() throws {
        var report = try ReportFixture.everything.report()
        for index in report.findings.indices where report.findings[index].attribute == "test_mode" && report.findings[index].family == .scan && report.findings[index].group == "assisted" {
            (report.findings[index].verdict, report.findings[index].mirrorOf) = (.signal, nil)
        }
        var cautions = 0
        for section in try document(report).sections where Int(section.number ?? "") != nil {
            let rests = section.blocks.compactMap { if case .paragraph(let text) = $0, text.contains("niet in een figuur") || text.hasPrefix("Geen indeling staat in een figuur") { text } else { nil } }
            for rest in rests {
                #expect(rest.hasSuffix("Alle getallen staan in bijlage C."))
                let signal = rest.range(of: "Signaal: "), open = rest.range(of: "Niet vast te stellen: ")
                if let signal, let open { #expect(signal.lowerBound < open.lowerBound) }
            }
            let said = rests.count { $0.contains("dat zegt niet dat er geen verschil is") }
            #expect(said == min(1, rests.count), "\(section.id)")
            cautions += said
        }
        #expect(cautions > 0)
    }

    @Test("No table of the report is left out, and none stands twice", arguments: [ReportFixture.usual, .quarter, .everything])
    func everyTable(_ fixture: ReportFixture) throws {
        let report = try fixture.report()
        let captions = try document(report).sections.flatMap(\.blocks).compactMap { block -> String? in
            switch block {
            case .table(let table): table.caption
            case .figure(let figure): figure.table.caption
            default: nil
            }
        }
        for id in Set(report.tables.map(\.id)) { #expect(captions.contains { $0.hasPrefix("Tabel \(id) ") }, "\(id)") }
        let tables = captions.filter { $0.hasPrefix("Tabel ") }
        // Parts of a joined table may stand in the chapter and in the annex; a part stands once.
        let curves = tables.filter { $0.hasPrefix("Tabel 8.2") }
        #expect(Set(curves).count == curves.count && curves.count == report.tables.count { $0.id == "8.2" })
    }

    @Test("A grouping of which no group may be shown is named, not printed as an empty part; a table of nothing is a sentence")
    func emptyTables() throws {
        var report = try ReportFixture.usual.report()
        let alike = report.tables.indices.filter { report.tables[$0].id == "4.1" }
        try #require(alike.count > 1)
        let composer = { ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(.nl))) }
        report.tables[alike[0]].rows = []
        guard case .table(let table)? = try composer().plain(alike.map { report.tables[$0] }).first else { Issue.record("no table"); return }
        #expect(table.bodies.count == alike.count - 1 && table.bodies.allSatisfy { !$0.rows.isEmpty })
        #expect(table.notes.last?.hasPrefix("Geen groep is groot genoeg om te tonen bij: ") == true)
        for index in alike { report.tables[index].rows = [] }
        guard case .paragraph(let text)? = try composer().plain(alike.map { report.tables[$0] }).first else { Issue.record("no sentence"); return }
        #expect(text == "Tabel 4.1 Mensen en lijsten: geen groep is groot genoeg om te tonen.")
    }

    @Test("A grouping that a question is not asked by has a dash, not a verdict")
    func dash() throws {
        var report = try ReportFixture.usual.report()
        report.findings.removeAll { $0.indicator == "M13" && $0.attribute != "gender" }
        let grids = try document(report).sections.flatMap(\.blocks).compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        let row = try #require(grids.last?.rows.first { $0.question.contains("consulent") })
        #expect(row.cells.count { $0.mark == nil } == row.cells.count - 1)
    }

    @Test("Everybody together and intersections share a column")
    func combined() throws {
        let grid = try #require(try document(ReportFixture.everything.report()).sections.flatMap(\.blocks).compactMap { if case .grid(let grid) = $0 { grid } else { nil } }.first)
        #expect(grid.columns.last == "Samen of gekruist")
        #expect(grid.columns.count == 9)
    }
}
