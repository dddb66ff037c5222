/// A report in words and finished numbers, before any format. HTML and Markdown are written from the same document,
/// so that they cannot disagree about a number.
struct ReportDocument {
    var language: Language
    /// Organisation, period, expiry.
    var kicker: String
    var title: String
    /// At most three sentences.
    var lede: [String]
    /// Opens the report when nothing below it may be taken as it stands.
    var banner: Banner?
    var tally: [Tally]
    var sections: [Section]
    var footer: String

    struct Banner {
        var title: String
        var text: [String]
    }

    struct Tally {
        var mark: VerdictMark
        var count: String
        var label: String
        var remark: String?
    }

    struct Section {
        var id: String
        /// Chapter number or annex letter.
        var number: String?
        var title: String
        var blocks: [Block]
        /// Wide tables: more room on a screen, smaller print on paper.
        var wide = false
        /// When it is written in another language than the page.
        var foreign: Language?
    }
}

/// One thing on the page.
enum Block {
    case heading(String)
    case paragraph(String)
    case bullets([String])
    case facts([Fact])
    case decision(Decision)
    case grid(Grid)
    case table(Table)
    case figure(Figure)
    case signing([Signing])

    struct Fact {
        var term: String
        var text: String
        var isCode = false
    }
}

/// A finding that somebody has to decide about.
struct Decision {
    var mark: VerdictMark
    var title: String
    var findings: [String]
    var restsOn: [String]
    var question: String
    /// Label and text: decision, who, before when.
    var facts: [Block.Fact]
    /// Among others on one page: as few lines as it takes.
    var isCompact = false
}

struct Table {
    var caption: String
    var columns: [Column]
    var bodies: [Body]
    var notes: [String]

    init(caption: String, columns: [Column], bodies: [Body], notes: [String] = []) {
        self.caption = caption
        self.columns = columns
        self.bodies = bodies
        self.notes = notes
    }

    init(caption: String, columns: [Column], rows: [[Cell]], notes: [String] = []) {
        self.init(caption: caption, columns: columns, bodies: [Body(title: nil, rows: rows)], notes: notes)
    }

    /// Rows that belong together, under a heading of their own.
    struct Body {
        var title: String?
        /// The first cell of a row is its header.
        var rows: [[Cell]]
    }

    struct Column {
        var title: String
        var isNumber = false
    }

    enum Cell {
        /// One or more lines.
        case text([String])
        case mark(VerdictMark, remark: String?)

        static func text(_ line: String) -> Cell { .text([line]) }
    }
}

/// Questions by groupings.
struct Grid {
    var caption: String
    var corner: String
    var columns: [String]
    var rows: [Row]
    var notes: [String]

    struct Row {
        var question: String
        var cells: [Cell]
    }

    struct Cell {
        /// `nil` = this question is not asked by this grouping.
        var mark: VerdictMark?
        /// Which groups, when a difference was found.
        var groups: String?
        /// An answer to a question that was agreed beforehand: what the eye has to find first.
        var isStrong = false
    }
}

/// A chart in two layouts, with the same numbers in a table.
struct Figure {
    var title: String
    var wide: SVG
    var narrow: SVG
    var caption: String
    var table: Table
}
