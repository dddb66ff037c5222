import Audit

@testable import Reporting

/// One chapter of a report as a reader of Markdown gets it, with Markdown's escapes taken away.
enum Chapter {
    /// - Returns: `nil` when there is no such chapter.
    static func text(_ number: String, of report: AuditReport, _ language: Language = .nl, on day: String? = nil) throws -> String? {
        let markdown = try ReportFiles(report, language: language, library: try TemplateLibrary(), on: day).markdown
        let parts = markdown.components(separatedBy: "\n## \(number). ")
        guard parts.count == 2 else { return nil }
        return (parts[1].components(separatedBy: "\n## ").first ?? "").replacing("\\", with: "")
    }
}
