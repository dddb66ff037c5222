import Audit
import Foundation
import Mustache

/// The templates and phrasebooks of a report: those in the binary. A folder may replace templates, file by file, and phrases, one by one.
public struct TemplateLibrary: Sendable {
    private let mustache: MustacheLibrary
    /// Names that each template asks for, to say where an unresolved one stands.
    private let namesByFile: [String: Set<String>]
    private let phrases: [String: [UInt8]]
    /// What a folder says otherwise, by the same file names.
    private let changes: [String: [UInt8]]

    /// - Parameter overrides: a folder with files named as in `fileNames`; `nil` = only what is in the binary.
    /// - Throws: a file that cannot be read, replaces nothing, or holds a tag that would be passed over in silence.
    public init(overrides: String? = nil) throws(RenderingError) {
        var files: [String: [UInt8]] = [:]
        for file in EmbeddedFile.all { files[file.name] = file.bytes }
        phrases = files.filter { $0.key.hasSuffix(".json") }
        let own = try overrides.map { folder throws(RenderingError) in try Self.read(folder: folder, known: files.keys.sorted()) } ?? [:]
        changes = own.filter { $0.key.hasSuffix(".json") }
        for (name, bytes) in own { files[name] = bytes }

        MustacheContentTypes.register(ByteEscapedHTML(), named: ByteEscapedHTML.name)
        let ending = ".mustache"
        let templates = files.keys.filter { $0.hasSuffix(ending) }.sorted()
        let partials = Set(templates.map { String($0.dropLast(ending.count)) })
        var library = MustacheLibrary()
        var names: [String: Set<String>] = [:]
        for file in templates {
            guard let text = String(validating: files[file] ?? [], as: UTF8.self) else { throw .notUTF8(file) }
            let scan = try TemplateScan(file: file, text: text, declared: ViewKey.names, markup: ViewKey.markupNames, partials: partials)
            names[file] = scan.names
            do {
                try library.register(ByteEscapedHTML.pragma + text, named: String(file.dropLast(ending.count)))
            } catch {
                throw .template(file: file, tag: "the file", problem: "it is not a mustache template (\(error))")
            }
        }
        mustache = library
        namesByFile = names
    }

    /// What a folder can override.
    public static var fileNames: [String] { EmbeddedFile.all.map(\.name).sorted() }

    /// - Parameter system: words of the system under audit in place of ours; those of a folder come before both.
    func phrasebook(_ language: Language, system: [String: AuditReport.Words] = [:]) throws(RenderingError) -> Phrasebook {
        let file = "\(language.rawValue).json"
        guard let bytes = phrases[file] else { throw .phrasebook(file: file, problem: "it is not there") }
        let words = system.mapValues { language == .nl ? $0.nl : $0.en }
        let book = try Phrasebook(language: language, json: bytes).saying(words, file: "of the system's configuration")
        return try changes[file].map { bytes throws(RenderingError) in try book.saying(try Phrasebook.read(bytes, file: file), file: file) } ?? book
    }

    /// The words of a report: of the system that it is about.
    func phrasebook(_ language: Language, of report: AuditReport) throws(RenderingError) -> Phrasebook {
        try phrasebook(language, system: report.about?.phrases ?? [:])
    }

    /// Whether pages can be made in the words of a system: asked before hours of work, not after.
    public func check(_ phrases: [String: AuditReport.Words]) throws(RenderingError) {
        for language in Language.allCases { _ = try phrasebook(language, system: phrases) }
    }

    /// Renders the page; a name that has no value where it is used is an error, not an empty place.
    func render(_ view: View, template: String) throws(RenderingError) -> String {
        let misses = Misses()
        let root = RootView(view: view, misses: misses)
        guard let page = mustache.render(root, withTemplate: template) else {
            throw .template(file: template + ".mustache", tag: "the file", problem: "it is not there")
        }
        if let miss = misses.names.first {
            throw .unresolvedName(files: namesByFile.filter { $0.value.contains(miss) }.keys.sorted(), tag: "{{\(miss)}}")
        }
        return page
    }

    private static func read(folder: String, known: [String]) throws(RenderingError) -> [String: [UInt8]] {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch { throw .unreadableFile(folder) }
        var files: [String: [UInt8]] = [:]
        for name in names where name.hasSuffix(".mustache") || name.hasSuffix(".json") {
            guard known.contains(name) else { throw .unknownOverride(name, known: known) }
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { throw .unreadableFile(name) }
            files[name] = Array(data)
        }
        return files
    }
}
