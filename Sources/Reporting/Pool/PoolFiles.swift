import Audit
import Foundation

/// A pooled report as the files of its folder, all rendered from one value before anything is written.
public struct PoolFiles: Sendable {
    public static let names = ["report.html", "report.md", "pool.json"]
    /// Of the page that one organisation sees about itself: no numbers of any other are in it.
    public static let ownNames = ["report.html", "report.md"]

    /// Name and content of each file, in the order of `names`.
    public let all: [(name: String, content: Data)]

    /// - Parameter organisation: whose own page; `nil` = the report over all.
    /// - Throws: a template or phrasebook that cannot be used, or a name or phrase that has no value.
    public init(_ report: PooledReport, about organisation: String? = nil, language: Language = .nl, library: TemplateLibrary) throws(RenderingError) {
        let words = Words(book: try library.phrasebook(language))
        let composer = PoolComposer(report: report, words: words)
        let document = organisation.map { composer.document(about: $0) } ?? composer.document()
        let view = HTMLView(document, words: words).page(organisation: words.text("pool.organisation", ["count": String(report.organisations.count)]))
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: language.rawValue, keys: words.holes.keys.sorted()) }
        let json: Data
        do { json = try report.json() } catch { throw .encoding(String(describing: type(of: error))) }
        let contents = [Data(try library.render(view, template: "report").utf8), Data(MarkdownFormat().render(document).utf8), json]
        all = zip(organisation == nil ? Self.names : Self.ownNames, contents).map { (name: $0, content: $1) }
    }
}
