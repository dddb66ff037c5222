import Audit

/// One HTML file: no scripts, nothing loaded from elsewhere. The page itself is in the templates; this only fills them.
public struct HTMLFormat: ReportFormat {
    public static let fileName = "report.html"

    public let day: String?

    public init(on day: String? = nil) { self.day = day }

    public func render(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String {
        let document = try document(report, language: language, library: library)
        let words = Words(book: try library.phrasebook(language, of: report))
        let view = HTMLView(document, words: words).page(organisation: report.system.organisation)
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: language.rawValue, keys: words.holes.keys.sorted()) }
        return try library.render(view, template: "report")
    }
}
