/// The document as the names that the templates ask for.
struct HTMLView {
    let words: Words
    private let labels: ColumnLabels
    private let document: ReportDocument

    init(_ document: ReportDocument, words: Words) {
        self.document = document
        self.words = words
        labels = ColumnLabels(document)
    }

    func page(organisation: String) -> View {
        var view = View()
        view[.lang] = .text(document.language.rawValue)
        view[.pageTitle] = .text("\(document.title) · \(organisation)")
        view[.organisation] = .text(organisation)
        view[.runningHead] = .text(Self.forStyleSheet("\(document.title) – \(organisation)"))
        view[.labelRules] = .list(labels.rules.map { rule in
            var view = View()
            view[.labelCells] = .text(rule.cells)
            view[.labelText] = .text(rule.text)
            return view
        })
        view[.marks] = .drawing(Mark.sheet)
        view[.kicker] = .text(document.kicker)
        view[.title] = .text(document.title)
        view[.skip] = .text(words.text("skip"))
        view[.contents] = .text(words.text("contents"))
        view[.lede] = list(document.lede, .sentence)
        view[.banner] = .list(document.banner.map { banner in
            var view = View()
            view[.bannerTitle] = .text(banner.title)
            view[.bannerText] = list(banner.text, .paragraph)
            return [view]
        } ?? [])
        view.set(.tallyLabel, optional: document.tally.isEmpty ? nil : words.text("tally.label"))
        view[.tally] = .list(document.tally.map { item in
            var view = chip(item.mark)
            view[.count] = .text(item.count)
            view[.label] = .text(item.label)
            view.set(.remark, optional: item.remark)
            return view
        })
        let sections = document.sections.map(section)
        // What a reader needs first has no chapter number; the list of contents comes between it and the chapters.
        let openings = document.sections.prefix { $0.number == nil }.count
        view[.chapters] = .list(sections)
        view[.openings] = .list(Array(sections.prefix(openings)))
        view[.sections] = .list(Array(sections.dropFirst(openings)))
        view[.contentsAbove] = .flag(openings < sections.count)
        view[.footer] = .text(document.footer)
        return view
    }

    /// The head of a printed page stands in a style sheet, where HTML's escapes mean nothing: only signs that end nothing there.
    private static func forStyleSheet(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) || " .,:?–-".unicodeScalars.contains($0) }
        return String(String.UnicodeScalarView(kept.prefix(90)))
    }

    private func section(_ section: ReportDocument.Section) -> View {
        var view = View()
        view[.anchor] = .text(section.id)
        view.set(.number, optional: section.number)
        view[.sectionTitle] = .text(section.title)
        view[.wide] = .flag(section.wide)
        view.set(.foreign, optional: section.foreign?.rawValue)
        view[.blocks] = .list(section.blocks.map(block))
        return view
    }

    /// Every kind of block has its own list; all but one are empty.
    private func block(_ block: Block) -> View {
        var view = View()
        for key in [ViewKey.heading, .paragraph, .bullets, .facts, .decision, .grid, .table, .figure, .signing] { view[key] = .list([]) }
        switch block {
        case .heading(let text): view.set(.heading, optional: text)
        case .paragraph(let text): view.set(.paragraph, optional: text)
        case .bullets(let items):
            var inner = View()
            inner[.rows] = list(items, .item)
            view[.bullets] = .list([inner])
        case .facts(let facts):
            var inner = View()
            inner[.rows] = .list(facts.map(fact))
            view[.facts] = .list([inner])
        case .decision(let decision): view[.decision] = .list([self.decision(decision)])
        case .grid(let grid): view[.grid] = .list([self.grid(grid)])
        case .table(let table): view[.table] = .list([self.table(table)])
        case .figure(let figure): view[.figure] = .list([self.figure(figure)])
        case .signing(let places):
            var inner = View()
            inner[.rows] = .list(places.map(signing))
            view[.signing] = .list([inner])
        }
        return view
    }

    private func signing(_ place: Signing) -> View {
        var view = View()
        view[.term] = .text(place.label)
        view.set(.signed, optional: place.signed)
        view[.choices] = list(place.choices, .item)
        view[.blanks] = list(place.lines, .label)
        return view
    }

    private func fact(_ fact: Block.Fact) -> View {
        var view = View()
        view[.term] = .text(fact.term)
        view[.fact] = .text(fact.text)
        view[.code] = .flag(fact.isCode)
        return view
    }

    private func decision(_ decision: Decision) -> View {
        var view = View()
        view[.decisionTitle] = .text(decision.title)
        view[.decisionStyle] = .text(decision.mark.style)
        view[.chip] = .list([chip(decision.mark)])
        view[.findings] = list(decision.findings, .sentence)
        view.set(.restsLabel, optional: decision.restsOn.isEmpty ? nil : words.text("card.rests"))
        view[.restsOn] = list(decision.restsOn, .sentence)
        view[.compact] = .flag(decision.isCompact)
        view[.verdictLabel] = .text(words.text("card.verdict"))
        view[.questionLabel] = .text(words.text("card.question"))
        view[.question] = .text(decision.question)
        view[.decisionFacts] = .list(decision.facts.map(fact))
        return view
    }

    private func grid(_ grid: Grid) -> View {
        var view = View()
        view[.caption] = .text(grid.caption)
        view[.labels] = .text(labels.style(of: grid))
        view[.long] = .flag(Self.isTooWide(grid))
        view[.corner] = .text(grid.corner)
        view[.columns] = list(grid.columns, .columnTitle)
        view[.rows] = .list(grid.rows.map { row in
            var view = View()
            view[.question] = .text(row.question)
            view[.cells] = .list(row.cells.map { cell in
                var view = cell.mark.map(chip) ?? notAsked
                view.set(.groups, optional: cell.groups)
                view[.strong] = .flag(cell.isStrong)
                return view
            })
            return view
        })
        view[.notes] = list(grid.notes, .note)
        return view
    }

    /// Whether the longest words of the columns do not fit beside each other, so that words must be broken.
    private static func isTooWide(_ grid: Grid) -> Bool {
        let longest = grid.columns.enumerated().map { index, title in
            let texts = [title] + grid.rows.flatMap { row in [row.cells[index].mark?.word, row.cells[index].groups].compactMap { $0 } }
            return texts.flatMap { $0.split { $0 == " " || $0 == "\u{AD}" } }.map(\.count).max() ?? 0
        }
        return longest.reduce(0, +) > 76
    }

    private var notAsked: View {
        var view = View()
        view[.mark] = .text("")
        view[.markStyle] = .text("t-plain")
        view[.word] = .text(Numbers.none)
        return view
    }

    private func table(_ table: Table) -> View {
        var view = View()
        view[.caption] = .text(table.caption)
        view[.columns] = .list(table.columns.map { column in
            var view = View()
            view[.columnTitle] = .text(column.title)
            view[.text] = .flag(!column.isNumber)
            return view
        })
        view[.labels] = .text(labels.style(of: table))
        // A short table stays on one printed page.
        view[.short] = .flag(Self.lines(table) <= 22)
        view[.dense] = .flag(table.columns.count > 8)
        view[.tight] = .flag(Self.isTight(table))
        view[.long] = .flag(Self.hasLongWord(table))
        view[.bodies] = .list(table.bodies.map { body in
            var view = View()
            view.set(.bodyTitle, optional: body.title)
            view[.columnCount] = .text(String(table.columns.count))
            view[.rows] = .list(body.rows.map { row(table, $0) })
            return view
        })
        view[.notes] = list(table.notes, .note)
        return view
    }

    /// How many lines its rows have, at least.
    private static func lines(_ table: Table) -> Int {
        table.bodies.reduce(0) { $0 + ($1.title == nil ? 0 : 1) + $1.rows.reduce(0) { $0 + ($1.map(lines).max() ?? 1) } }
    }

    private static func lines(_ cell: Table.Cell) -> Int {
        switch cell {
        case .text(let lines): lines.count
        case .mark(_, let remark): remark == nil ? 1 : 2
        }
    }

    /// Names from the data may be longer than their column; only then may a word be broken anywhere.
    private static func hasLongWord(_ table: Table) -> Bool {
        let names = table.bodies.flatMap { $0.rows.flatMap { $0 } }.flatMap { cell -> [String] in
            switch cell {
            case .text(let lines): lines
            case .mark(let mark, let remark): [mark.word, remark ?? ""]
            }
        }
        return (names + [table.columns.first?.title ?? ""]).contains { $0.split(separator: " ").contains { $0.count > 18 } }
    }

    /// Whether the lines of the numbers do not fit beside each other, so that they must be broken between words.
    private static func isTight(_ table: Table) -> Bool {
        let longest = table.columns.indices.dropFirst().filter { table.columns[$0].isNumber }.map { column in
            table.bodies.flatMap(\.rows).compactMap { row in
                if case .text(let lines) = row[column] { return lines.map(\.count).max() }
                return nil
            }.max() ?? 0
        }
        return longest.reduce(0, +) > 64
    }

    private func row(_ table: Table, _ row: [Table.Cell]) -> View {
        var view = View()
        fill(&view, row.first ?? .text(""))
        view[.cells] = .list(zip(table.columns, row).dropFirst().map { column, cell in
            var view = View()
            view[.text] = .flag(!column.isNumber)
            fill(&view, cell)
            if case .mark(let mark, let remark) = cell {
                var inner = chip(mark)
                inner.set(.remark, optional: remark)
                view[.chips] = .list([inner])
            } else {
                view[.chips] = .list([])
            }
            return view
        })
        return view
    }

    /// The first line of a cell, and those below it.
    private func fill(_ view: inout View, _ cell: Table.Cell) {
        let lines = if case .text(let lines) = cell { lines } else { [String]() }
        view[.first] = .text(lines.first ?? "")
        view[.more] = list(Array(lines.dropFirst()), .line)
    }

    private func figure(_ figure: Figure) -> View {
        var view = View()
        view[.figureTitle] = .text(figure.title)
        view[.svgWide] = .drawing(figure.wide)
        view[.svgNarrow] = .drawing(figure.narrow)
        view[.figureCaption] = .text(figure.caption)
        view[.table] = .list([table(figure.table)])
        return view
    }

    func chip(_ mark: VerdictMark) -> View {
        var view = View()
        view[.mark] = .drawing(Mark.reference(mark))
        view[.markStyle] = .text(mark.style)
        view[.word] = .text(mark.word)
        return view
    }

    private func list(_ texts: [String], _ key: ViewKey) -> View.Value {
        .list(texts.map { text in
            var view = View()
            view[key] = .text(text)
            return view
        })
    }
}
