import Testing

@testable import Audit
@testable import Reporting

@Suite("Tables as they are")
struct PlainTablesTests {
    private func table(_ id: String, _ attribute: String?, _ columns: [ReportTable.Column], _ rows: [[ReportTable.Cell]], _ language: Language = .nl) throws -> Table {
        let composer = ReportComposer(report: try ReportFixture.usual.report(), words: Words(book: try TemplateLibrary().phrasebook(language)))
        let blocks = composer.plain([ReportTable(id: id, indicator: "M25", attribute: attribute, columns: columns, rows: rows, notes: [])])
        guard case .table(let table)? = blocks.first else { throw RenderingError.phrasebook(file: id, problem: "no table") }
        return table
    }

    private func words(_ row: [Table.Cell]) -> [String] {
        row.map { if case .text(let lines) = $0 { lines.joined(separator: " ") } else { "" } }
    }

    private let columns: [ReportTable.Column] = [.init("group", nil), .init("scale", nil), .init("participants", "people"), .init("stability_p", "number")]

    @Test("Scales of the test are parts with their names; one that nobody named has its code")
    func scales() throws {
        let rows: [[ReportTable.Cell]] = [
            [.text("ar"), .text("cap_verbal"), .number(94), .number(0.459)], [.text("ar"), .text("own_scale"), .number(94), .number(0.2)],
            [.text("nl"), .text("cap_verbal"), .number(366), .number(1)], [.text("nl"), .text("own_scale"), .none, .none],
        ]
        let shown = try table("4.5", "test_language", columns, rows)
        #expect(shown.columns.map(\.title) == ["Groep", "Mensen", "p, stabiliteitsindex"])
        #expect(shown.bodies.map(\.title) == ["Verbaal vermogen", "own_scale"])
        #expect(shown.bodies.map { $0.rows.map(words) } == [[["Arabisch", "94", "0,46"], ["Nederlands", "366", "1,00"]], [["Arabisch", "94", "0,20"], ["Nederlands", "–", "–"]]])
        #expect(try table("4.5", "test_language", columns, rows, .en).bodies.first?.title == "Verbal ability")
    }

    @Test("A probability has two decimals in every row, and is never printed as nothing", arguments: [(0.0004, "< 0,01"), (0.01, "0,01"), (0.5, "0,50"), (1, "1,00")])
    func probabilities(_ value: Double, _ text: String) throws {
        let shown = try table("4.5", "test_language", columns, [[.text("ar"), .text("cap_verbal"), .number(94), .number(value)]])
        #expect(shown.bodies.first?.rows.map(words) == [["Arabisch", "94", text]])
    }

    @Test("A question is named beside its code")
    func questions() throws {
        let shown = try table("4.7", nil, [.init("indicator", nil), .init("difference", "points")], [[.text("M13"), .number(0.1)], [.text("M1"), .number(0.1)], [.text("M99"), .number(0.1)]])
        #expect(shown.bodies.first?.rows.map { words($0)[0] } == ["M13 Keuzes naast de lijst", "M1 Afstand tot de beste plek", "M99"])
    }
}
