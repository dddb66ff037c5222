import ArgumentParser
import Audit
import Cohort
import Foundation
import Reporting

struct Indicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the indicators, or explain one: what it asks, needs and means, and whose question it answers.",
        discussion: "fairness-audit indicators lists them; fairness-audit indicators M15 explains one. No data are read.")

    @Argument(help: "An indicator, such as M15. Without it all are listed.")
    var indicator: String?

    @Option(help: "Language: nl or en.")
    var language: Language = .nl

    @Option(help: "Limits as they are in force; with them the values that people set are printed beside the project's proposals.")
    var thresholds: String?

    @Flag(help: "Print JSON, with the words in both languages.")
    var json = false

    func validate() throws { _ = try entry() }

    func run() throws {
        let limits = try thresholds.map { try Thresholds.read(InputFile.read($0, what: "The limits"), source: $0) }
        let guide = try IndicatorGuide(language: language, library: TemplateLibrary())
        guard let entry = try entry() else {
            if json { return try print(IndicatorCatalogue.entries.map { IndicatorJSON($0) }) }
            let table = try guide.table(IndicatorCatalogue.entries)
            var text = TextTable(table.header.map { ($0, .left) })
            for row in table.rows { text.add(row) }
            return text.print()
        }
        if json { return try print(IndicatorJSON(entry)) }
        for line in try guide.explanation(of: entry, limits: limits?.indicators[entry.id]) { Terminal.print(line) }
    }

    /// - Throws: for an id that is not in the catalogue, with the nearest one.
    private func entry() throws -> IndicatorEntry? {
        guard let indicator else { return nil }
        let entries = IndicatorCatalogue.entries
        guard let entry = entries.first(where: { $0.id.lowercased() == indicator.lowercased() }) else {
            let nearest = Spelling.suggestion(for: indicator, among: entries.map(\.id))
            throw ValidationError("\"\(indicator)\" is no indicator\(nearest.isEmpty ? "." : nearest) fairness-audit indicators lists them.")
        }
        return entry
    }

    private func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Terminal.print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}

/// One indicator for machines: its entry, whether it compares groups, and the lines that it answers.
struct IndicatorJSON: Encodable {
    let entry: IndicatorEntry
    let comparesGroups: Bool
    let answers: [Line]

    struct Line: Encodable {
        let id: String
        let kind: String
        let source: String
        let line: Int
        let words: AuditReport.Words
    }

    init(_ entry: IndicatorEntry) {
        self.entry = entry
        comparesGroups = IndicatorCatalogue.comparesGroups(entry.id)
        answers = Inventory.lines(answeredBy: entry.id).map {
            Line(id: $0.id, kind: $0.kind.rawValue, source: $0.source.rawValue, line: $0.line, words: $0.words)
        }
    }

    private enum Key: String, CodingKey { case comparesGroups, answers }

    /// The entry's own keys, with two more beside them.
    func encode(to encoder: any Encoder) throws {
        try entry.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(comparesGroups, forKey: .comparesGroups)
        try container.encode(answers, forKey: .answers)
    }
}
