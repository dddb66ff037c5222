import Foundation
import Gate

/// A gate as the files of its folder, all rendered from one value before anything is written.
public struct GateFiles: Sendable {
    public static let names = ["gate.json", "gate.md", "gate.html", "gate.junit.xml", "gate.sarif"]

    /// Name and content of each file, in the order of `names`.
    public let all: [(name: String, data: Data)]

    /// - Parameters:
    ///   - library: the templates, with a municipality's own among them if it has any.
    ///   - candidatePath: where the candidate's file is in the repository, so that SARIF can point at it; without it there is only its name.
    /// - Throws: a template or phrasebook that cannot be used, or a name or phrase that has no value.
    public init(
        _ report: GateReport, language: Language = .nl, library: TemplateLibrary, candidatePath: String? = nil
    ) throws(RenderingError) {
        let json: Data
        do { json = try report.json() } catch { throw .encoding(String(describing: type(of: error))) }
        let contents = [
            json, Data(try GateMarkdown.render(report, language: language, library: library).utf8),
            Data(try GatePage.render(report, language: language, library: library).utf8),
            Data(try GateJUnit.render(report, language: language, library: library).utf8),
            try GateSARIF.render(report, language: language, library: library, candidatePath: candidatePath),
        ]
        all = zip(Self.names, contents).map { (name: $0, data: $1) }
    }
}
