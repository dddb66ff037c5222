import Testing

@testable import Audit
@testable import Reporting

@Suite("Matrix of norms")
struct NormMatrixTests {
    /// A report with every chapter there is.
    private func sections() throws -> [ReportDocument.Section] {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let other = Words(book: try TemplateLibrary().phrasebook(.en))
        var report = try ReportFixture.everything.report()
        // The workshop's chapter is there when a system follows one up.
        report.inventory = try ReportFixture.quarter.report().inventory
        return ReportComposer(report: report, words: words, other: other).compose().sections
    }

    @Test("It points only at sections that exist, and at every chapter and annex that shows something")
    func places() throws {
        let sections = try sections()
        let pointed = Set(NormMatrix.norms.flatMap(\.sections))
        for id in pointed { #expect(sections.contains { $0.id == id }, "\(id) is in no report") }
        for section in sections where section.number != nil && section.id != "bijlage-d" {
            #expect(pointed.contains(section.id), "no norm points at \(section.id), \(section.title)")
        }
    }

    @Test("Every norm has a place, words in each language, and stands once")
    func complete() throws {
        #expect(NormMatrix.norms.count > 60)
        #expect(Set(NormMatrix.norms.map(\.phrase)).count == NormMatrix.norms.count)
        for norm in NormMatrix.norms {
            #expect(!norm.sections.isEmpty, "\(norm.phrase)")
            for language in Language.allCases { #expect(try TemplateLibrary().phrasebook(language).phrases[norm.phrase] != nil, "\(norm.phrase)") }
        }
        let phrases = try TemplateLibrary().phrasebook(.nl).phrases.keys.filter { $0.hasPrefix("norm.") && $0.split(separator: ".").count > 2 && !$0.hasPrefix("norm.source.") }
        #expect(Set(phrases) == Set(NormMatrix.norms.map(\.phrase)))
    }

    @Test("A chapter that this report does not have is not pointed at")
    func absent() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        var report = try ReportFixture.usual.report()
        report.indicators.removeAll { $0.chapter == "human" }
        report.findings.removeAll { $0.chapter == "human" }
        let composer = ReportComposer(report: report, words: words)
        #expect(!composer.compose().sections.contains { $0.id == "hoofdstuk-7" })
        let section = try #require(composer.compose().sections.first { $0.id == "bijlage-f" })
        guard case .table(let table) = section.blocks[1] else { Issue.record("no table"); return }
        let rows = table.bodies.flatMap(\.rows)
        let oversight = try #require(rows.first { OutlineTests.text($0[0]) == "14" })
        #expect(OutlineTests.text(oversight[2]) == "niet in dit rapport")
        let legal = try #require(rows.first { OutlineTests.text($0[0]) == "5" })
        #expect(OutlineTests.text(legal[2]) == "hoofdstuk 3; bijlage E")
    }

    @Test("What was not read is said to be still to be checked")
    func unread() throws {
        let unread = NormMatrix.norms.filter { !$0.isRead }
        // Of the audit court's and audit service's norms only the numbers are known.
        #expect(NormMatrix.norms.filter { $0.source == .auditCourt || $0.source == .auditService }.allSatisfy { !$0.isRead })
        let markdown = try MarkdownFormat().render(try ReportFixture.usual.report(), language: .nl, library: try TemplateLibrary())
        #expect(markdown.ranges(of: "| nog na te gaan |").count == unread.count)
    }
}
