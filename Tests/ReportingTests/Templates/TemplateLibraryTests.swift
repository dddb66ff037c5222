import Audit
import Foundation
import Testing

@testable import Reporting

@Suite("A municipality's own templates")
struct TemplateLibraryTests {
    /// A folder with these files, for as long as `body` runs.
    private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        try body(folder.path)
    }

    @Test("A folder overrides file by file; the rest stays")
    func override() throws {
        try withFolder(["chip.mustache": "<span class=\"own\">{{word}}</span>", "notes.txt": "not ours"]) { folder in
            let html = try HTMLFormat().render(ReportFixture.usual.report(), language: .nl, library: TemplateLibrary(overrides: folder))
            #expect(html.contains("<span class=\"own\">Verschil aangetoond</span>"))
            #expect(html.contains("class=\"decision"))
        }
    }

    @Test("A name that has no value where it stands is an error that names file and tag")
    func unresolved() throws {
        try withFolder(["chip.mustache": "{{word}} {{bodyTitle}} {{columnTitle}}"]) { folder in
            let library = try TemplateLibrary(overrides: folder)
            let error = #expect(throws: RenderingError.self) {
                try HTMLFormat().render(ReportFixture.usual.report(), language: .nl, library: library)
            }
            guard case .unresolvedName(let files, let tag)? = error else { Issue.record("\(String(describing: error))"); return }
            #expect(files.contains("chip.mustache"))
            #expect(tag == "{{bodyTitle}}")
        }
    }

    @Test("Files that replace nothing, folders that are not there, bytes that are no text, phrasebooks that are none")
    func unusable() throws {
        #expect(throws: RenderingError.unreadableFile("/nowhere/at/all")) { try TemplateLibrary(overrides: "/nowhere/at/all") }
        try withFolder(["chips.mustache": ""]) { folder in
            #expect(throws: RenderingError.self) { try TemplateLibrary(overrides: folder) }
        }
        try withFolder(["nl.json": "{\"title\": 3}"]) { folder in
            let library = try TemplateLibrary(overrides: folder)
            #expect(throws: RenderingError.phrasebook(file: "nl.json", problem: "it is not one JSON object of strings")) {
                try HTMLFormat().render(ReportFixture.usual.report(), language: .nl, library: library)
            }
        }
        for (phrases, problem) in [
            ("{\"no.such.phrase\": \"\"}", "no page asks for no.such.phrase"), ("{\"title\": \"{name}\"}", "title has no {name} to fill in"),
        ] {
            try withFolder(["nl.json": phrases]) { folder in
                let library = try TemplateLibrary(overrides: folder)
                #expect(throws: RenderingError.phrasebook(file: "nl.json", problem: problem)) { try library.phrasebook(.nl) }
            }
        }
    }

    @Test("A logo, colours and a few phrases of one's own; every other word stays")
    func own() throws {
        let files = [
            "logo.mustache": "<svg viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"Gemeente Huizen\"><path d=\"M0 0h9v9z\"/></svg>",
            "colours.mustache": ":root{--ink:#102030}", "nl.json": "{\"title\": \"Onze {system}\"}",
        ]
        try withFolder(files) { folder in
            let report = try ReportFixture.usual.report(), library = try TemplateLibrary(overrides: folder)
            let html = try HTMLFormat().render(report, language: .nl, library: library)
            #expect(html.contains("aria-label=\"Gemeente Huizen\"") && html.contains("--ink:#102030") && html.contains("<h1>Onze Ik zoek</h1>"))
            #expect(html.contains("Dit vraagt een besluit") && !html.contains("--zone:"))
            #expect(try HTMLFormat().render(report, language: .en, library: library).contains("<h1>Ik zoek: "))
        }
    }

    @Test("Words of the system stand in place of ours, and those of a folder in place of both")
    func system() throws {
        var report = try ReportFixture.quarter.report()
        report.about = .fixture(filledIn: false)
        report.about?.phrases = ["chapter.human.title": .init(nl: "Wat doen werkmakelaars ermee?", en: "What do brokers do with it?"), "title": .init(nl: "Van {system}", en: "Of {system}")]
        let html = try HTMLFormat().render(report, language: .nl, library: TemplateLibrary())
        let markdown = try MarkdownFormat().render(report, language: .en, library: TemplateLibrary())
        #expect(html.contains("Wat doen werkmakelaars ermee?") && html.contains("<h1>Van Ik zoek</h1>"))
        #expect(markdown.contains("# Of Ik zoek"))
        try withFolder(["nl.json": "{\"title\": \"Onze {system}\"}"]) { folder in
            let own = try HTMLFormat().render(report, language: .nl, library: TemplateLibrary(overrides: folder))
            #expect(own.contains("<h1>Onze Ik zoek</h1>"))
        }
        report.about?.phrases = ["no.such.phrase": .init(nl: "x", en: "x")]
        #expect(throws: RenderingError.phrasebook(file: "of the system's configuration", problem: "no page asks for no.such.phrase")) {
            try HTMLFormat().render(report, language: .nl, library: TemplateLibrary())
        }
    }

    @Test("A template of one's own escapes as the others do")
    func escaping() throws {
        try withFolder(["chip.mustache": "<span title=\"{{word}}\"></span>"]) { folder in
            let html = try HTMLFormat().render(ReportFixture.hostile.report(), language: .nl, library: TemplateLibrary(overrides: folder))
            let expected = "<span title=\"Spiegelbeeld van ‘x&quot;\u{301} onmouseover=alert(1) &lt;script&gt;"
            #expect(Data(html.utf8).range(of: Data(expected.utf8)) != nil)
        }
    }
}
