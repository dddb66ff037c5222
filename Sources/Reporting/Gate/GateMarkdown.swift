import Gate

/// One text for the summary of a job and for a comment on a change.
enum GateMarkdown {
    static func render(_ report: GateReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String {
        MarkdownFormat().render(try GateComposer.composed(report, language: language, library: library) { $0.document() })
    }
}
