import Audit

/// One way to write a report. A new format is one file that conforms to this.
public protocol ReportFormat: Sendable {
    /// Name of the file in the folder of a report.
    static var fileName: String { get }

    /// - Throws: a template or phrasebook that cannot be used, or a name or phrase that has no value.
    func render(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String
}

extension ReportFormat {
    /// The document, with every phrase filled in.
    func document(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> ReportDocument {
        let words = Words(book: try library.phrasebook(language))
        let document = ReportComposer(report: report, words: words).compose()
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: language.rawValue, keys: words.holes.keys.sorted()) }
        return document
    }
}
