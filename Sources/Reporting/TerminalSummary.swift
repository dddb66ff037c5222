import Audit

/// The ten lines that `run` prints: what was found, what was not settled, and whether the replay holds.
public enum TerminalSummary {
    public static func lines(_ report: AuditReport, language: Language = .nl, library: TemplateLibrary) throws(RenderingError) -> [String] {
        let words = Words(book: try library.phrasebook(language, of: report))
        let composer = ReportComposer(report: report, words: words)
        var lines = [composer.kicker(), composer.lede()[0]]
        lines.append(composer.fidelitySentence())
        lines += composer.tally().map { item in
            "\(Mark.character(item.mark.verdict)) \(item.count) \(item.label)" + (item.remark.map { " (\($0))" } ?? "")
        }
        let found = composer.judged.filter { $0.isAdverse && $0.verdict == .disparity }
        for finding in found.prefix(2) { lines.append("\(composer.sentence([finding])): \(composer.numberSentence(finding, named: false))") }
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: language.rawValue, keys: words.holes.keys.sorted()) }
        // A name from the data must not be able to move the cursor.
        return lines.prefix(10).map { line in String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control })) }
    }
}
