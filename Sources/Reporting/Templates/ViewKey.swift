/// Every name that a template may use. A template that uses another is refused when it is loaded.
enum ViewKey: String, CaseIterable {
    // The page.
    case lang, pageTitle, runningHead, labelRules, labelCells, labelText, marks, organisation, kicker, title, lede, sentence, skip, contents, chapters, footer
    case banner, bannerTitle, bannerText
    /// The verdict of a gate, as a mark; a control cycle has none.
    case verdict
    case tally, tallyLabel, count, label, remark, mark, markStyle
    // A section.
    /// `openings` stand before the list of contents, `sections` after it.
    case openings, sections, contentsAbove, anchor, number, sectionTitle, wide, foreign, blocks
    // A block: one of these flags or lists holds.
    case heading, paragraph, bullets, item, facts, term, fact, code, decision, grid, table, figure, signing
    // A decision.
    case decisionTitle, decisionStyle, chip, word, findings, restsOn, compact, verdictLabel, question, questionLabel, restsLabel, decisionFacts
    // Places to sign.
    case signed, choices, blanks
    // Tables.
    case bodies, bodyTitle, columnCount, short, dense, tight, long
    case caption, columns, columnTitle, rows, cells, text, first, more, line, chips, notes, note, labels
    // The grid.
    case corner, groups, strong
    // A figure.
    case figureTitle, svgWide, svgNarrow, figureCaption

    static var names: Set<String> { Set(allCases.map(\.rawValue)) }

    /// Finished drawings, which alone may stand unescaped.
    static var markupNames: Set<String> { [ViewKey.mark, .marks, .svgWide, .svgNarrow].reduce(into: []) { $0.insert($1.rawValue) } }
}
