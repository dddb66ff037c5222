import Gate

/// The gate as one HTML file that a product owner can read and sign: no scripts, nothing loaded from elsewhere.
enum GatePage {
    static func render(_ report: GateReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String {
        let view = try GateComposer.composed(report, language: language, library: library) { composer in
            let page = HTMLView(composer.document(), words: composer.words)
            var view = page.page(organisation: report.system.organisation)
            view[.verdict] = .list([page.chip(composer.verdictMark())])
            return view
        }
        return try library.render(view, template: "gate")
    }
}
