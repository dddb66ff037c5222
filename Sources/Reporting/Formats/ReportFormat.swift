import Audit

/// One way to write a report. A new format is one file that conforms to this.
public protocol ReportFormat: Sendable {
    /// Name of the file in the folder of a report.
    static var fileName: String { get }

    /// The day on which the page is made: the only thing in it that is not in the report. `nil` = one on which it has not expired.
    var day: String? { get }

    /// - Throws: a template or phrasebook that cannot be used, or a name or phrase that has no value.
    func render(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String
}

extension ReportFormat {
    /// The document, with every phrase filled in.
    func document(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> ReportDocument {
        let words = Words(book: try library.phrasebook(language, of: report))
        let other = Words(book: try library.phrasebook(language == .nl ? .en : .nl, of: report))
        let document = ReportComposer(report: report, words: words, other: other, day: day).compose()
        for words in [words, other] where !words.holes.keys.isEmpty {
            throw .missingPhrases(language: words.language.rawValue, keys: words.holes.keys.sorted())
        }
        return document
    }
}
