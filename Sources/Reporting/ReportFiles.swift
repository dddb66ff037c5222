import Audit
import Foundation

/// A whole report as the files of its folder, rendered from one value before anything is written.
public struct ReportFiles: Sendable {
    public let html: String
    public let markdown: String
    public let json: Data

    public static let jsonName = "audit.json"

    /// - Parameters:
    ///   - library: the templates, with a municipality's own among them if it has any.
    ///   - day: on which they are made; `nil` = a day on which the report has not expired.
    public init(_ report: AuditReport, language: Language = .nl, library: TemplateLibrary, on day: String? = nil) throws(RenderingError) {
        html = try HTMLFormat(on: day).render(report, language: language, library: library)
        markdown = try MarkdownFormat(on: day).render(report, language: language, library: library)
        do { json = try report.json() } catch { throw .encoding(String(describing: type(of: error))) }
    }

    /// Name and content of each file.
    public var all: [(name: String, content: Data)] { pages + [(Self.jsonName, json)] }

    /// Those that are read by people.
    public var pages: [(name: String, content: Data)] {
        [(HTMLFormat.fileName, Data(html.utf8)), (MarkdownFormat.fileName, Data(markdown.utf8))]
    }
}
