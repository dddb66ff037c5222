import Audit
import Testing

@testable import Reporting

@Suite("The first page")
struct PageOneTests {
    private func document(_ fixture: ReportFixture, edition: Edition = .full) throws -> ReportDocument {
        var report = try fixture.report()
        report.edition = edition
        return ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(.nl))).compose()
    }

    private func grid(_ document: ReportDocument) throws -> Grid {
        let section = try #require(document.sections.first { $0.id == "stappen" })
        for case .grid(let grid) in section.blocks { return grid }
        throw Missing()
    }

    private struct Missing: Error {}

    @Test("It opens with what has to be decided, as short as can be; the evidence stands in chapter 1")
    func decisions() throws {
        let document = try document(.usual)
        let first = try #require(document.sections.first)
        #expect(first.id == "besluit")
        let cards = first.blocks.compactMap { block in if case .decision(let card) = block { card } else { nil } }
        #expect(!cards.isEmpty && cards.count <= 5)
        for card in cards {
            #expect(card.isCompact && card.restsOn.isEmpty && !card.question.isEmpty)
            #expect(card.facts.first?.term == "Zichtbaar bij" && ["De lijst", "De keuze van mensen"].contains(card.facts.first?.text))
        }
        let chapter = try #require(document.sections.first { $0.number == "1" })
        let whole = chapter.blocks.compactMap { block in if case .decision(let card) = block { card } else { nil } }
        #expect(whole.count >= cards.count)
        #expect(whole.allSatisfy { !$0.restsOn.isEmpty && !$0.isCompact })
    }

    @Test("The stages stand in the order of the way, and an outlined cell is an adverse answer to an agreed question")
    func stages() throws {
        let grid = try grid(document(.everything))
        #expect(grid.rows.map(\.question).prefix(3) == ["De gegevens", "De toets", "De lijst"])
        let report = try ReportFixture.everything.report()
        let strong = grid.rows.flatMap(\.cells).filter(\.isStrong)
        #expect(strong.isEmpty == !report.findings.contains { $0.family == .primary && $0.isFound && $0.isAdverse })
        for cell in strong { #expect(cell.mark?.tone == .adverse || cell.mark?.tone == .caution) }
    }

    @Test("Nothing compared gives no grid and says so", arguments: Edition.allCases)
    func nothing(_ edition: Edition) throws {
        let document = try document(.none, edition: edition)
        #expect(!document.sections.contains { $0.id == "stappen" })
        #expect(!document.sections.isEmpty)
    }

    @Test("The council's edition points to no chapter that it does not have")
    func council() throws {
        let document = try document(.everything, edition: .council)
        let text = MarkdownFormat().render(document)
        let numbers = Set(document.sections.compactMap(\.number))
        for match in text.matches(of: /hoofdstuk (\d+)/) { #expect(numbers.contains(String(match.1)), "hoofdstuk \(match.1)") }
    }
}
