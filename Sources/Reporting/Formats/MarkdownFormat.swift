import Audit

/// The same document as Markdown, as GitHub renders it.
public struct MarkdownFormat: ReportFormat {
    public static let fileName = "report.md"

    public let day: String?

    public init(on day: String? = nil) { self.day = day }

    public func render(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String {
        render(try document(report, language: language, library: library))
    }

    /// Any document, whatever it is about.
    func render(_ document: ReportDocument) -> String {
        var parts = ["*\(escaped(document.kicker))*", "# \(escaped(document.title))"]
        if let banner = document.banner {
            parts.append(([("**" + escaped(banner.title) + "**")] + banner.text.map(escaped)).map { "> \($0)" }.joined(separator: "\n>\n"))
        }
        parts.append(document.lede.map(escaped).joined(separator: " "))
        parts.append(document.tally.map { item in
            "- \(Mark.character(item.mark.verdict)) **\(item.count)** \(escaped(item.label))" + (item.remark.map { " (\(escaped($0)))" } ?? "")
        }.joined(separator: "\n"))
        for section in document.sections {
            parts.append("## " + (section.number.map { "\($0). " } ?? "") + escaped(section.title))
            parts += section.blocks.map(block)
        }
        parts.append("---\n\n\(escaped(document.footer))")
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .heading(let text): "### \(escaped(text))"
        case .paragraph(let text): escaped(text)
        case .bullets(let items): items.map { "- \(escaped($0))" }.joined(separator: "\n")
        case .facts(let facts): facts.map(fact).joined(separator: "\n")
        case .decision(let decision): self.decision(decision)
        case .grid(let grid): self.grid(grid)
        case .table(let table): self.table(table)
        case .signing(let places): places.map(signing).joined(separator: "\n")
        case .figure(let figure): "#### \(escaped(figure.title))\n\n\(escaped(figure.caption))\n\n" + self.table(figure.table)
        }
    }

    private func signing(_ place: Signing) -> String {
        let boxes = place.choices.map { "☐ \(escaped($0))" }, blanks = place.lines.map { "\(escaped($0)) ……………" }
        return "- **\(escaped(place.label))**: " + (place.signed.map(escaped) ?? (boxes + blanks).joined(separator: " "))
    }

    private func fact(_ fact: Block.Fact) -> String {
        "- **\(escaped(fact.term))**: " + (fact.isCode ? code(fact.text) : escaped(fact.text))
    }

    private func decision(_ decision: Decision) -> String {
        ([
            "### \(Mark.character(decision.mark)) \(escaped(decision.title))",
            "**\(escaped(decision.mark.word))**. " + decision.findings.map(escaped).joined(separator: " "),
        ] + decision.restsOn.map { escaped($0) } + [escaped(decision.question), decision.facts.map(fact).joined(separator: "\n")])
            .joined(separator: "\n\n")
    }

    private func grid(_ grid: Grid) -> String {
        let rows = grid.rows.map { row in
            [escaped(row.question)] + row.cells.map { cell in
                guard let mark = cell.mark else { return Numbers.none }
                return "\(Mark.character(mark)) \(escaped(mark.word))" + (cell.groups.map { ": \(escaped($0))" } ?? "")
            }
        }
        return "**\(escaped(grid.caption))**\n\n"
            + lines([grid.corner] + grid.columns, numbers: [], rows: rows) + grid.notes.map { "\n\n\(escaped($0))" }.joined()
    }

    private func table(_ table: Table) -> String {
        let rows = table.bodies.flatMap { body in
            (body.title.map { [["**\(escaped($0))**"] + table.columns.dropFirst().map { _ in "" }] } ?? []) + body.rows.map { $0.map(cell) }
        }
        let numbers = Set(table.columns.indices.filter { table.columns[$0].isNumber })
        return "**\(escaped(table.caption))**\n\n" + lines(table.columns.map(\.title), numbers: numbers, rows: rows)
            + table.notes.map { "\n\n\(escaped($0))" }.joined()
    }

    private func cell(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let lines): lines.map(escaped).joined(separator: "<br>")
        case .mark(let mark, let remark):
            "\(Mark.character(mark)) \(escaped(mark.word))" + (remark.map { "<br>\(escaped($0))" } ?? "")
        }
    }

    private func lines(_ header: [String], numbers: Set<Int>, rows: [[String]]) -> String {
        let rule = header.indices.map { numbers.contains($0) ? "---:" : "---" }
        return ([header.map(escaped), rule] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    /// No name from the data can become markup: Markdown's own signs are escaped, HTML's too, and a line stays one line.
    private func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        // A place to break a word is for a page that knows its width.
        for byte in HTMLEscape.escaped(text.replacing("\u{AD}", with: "")).replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("://", with: "\u{0}").utf8 {
            switch byte {
            // An address in a name is no link: its colon is escaped (a zero byte cannot come from the text, it was replaced above).
            case 0: bytes += "\\://".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "!"):
                bytes += [UInt8(ascii: "\\"), byte]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A code span with a fence longer than any run of backticks inside.
    private func code(_ text: String) -> String {
        // Nothing is escaped in a code span, so a line end, or a command for who prints the file to a log, must not be there.
        let line = LogText.plain(text)
        let longest = line.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        return longest == 0 ? "\(fence)\(line)\(fence)" : "\(fence) \(line) \(fence)"
    }
}
