import Foundation
import FoundationXML
import Gate
import Testing

@testable import Reporting

@Suite("Names and reasons that others wrote stay text on every surface of a gate")
struct GateHostileTests {
    private static let library = Result { try TemplateLibrary() }

    private func file(_ name: String, _ language: Language) throws -> Data {
        try #require(try GateFiles(GateFixture.hostile.report, language: language, library: Self.library.get()).all.first { $0.name == name }).data
    }

    /// A sign and a combining mark are one `Character`; who reads the bytes sees the sign.
    private func holds(_ data: Data, _ text: String) -> Bool { data.range(of: Data(text.utf8)) != nil }

    @Test("JUnit: the elements and attributes are ours, the text is theirs", arguments: Language.allCases)
    func junit(_ language: Language) throws {
        let data = try file("gate.junit.xml", language)
        let document = try XMLDocument(data: data)
        let elements = try document.nodes(forXPath: "//*").compactMap { $0 as? XMLElement }
        #expect(Set(elements.compactMap(\.name)).isSubset(of: ["testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped", "system-out"]))
        let attributes = Set(elements.flatMap { $0.attributes ?? [] }.compactMap(\.name))
        #expect(attributes.isSubset(of: ["name", "tests", "failures", "errors", "skipped", "time", "timestamp", "value", "classname", "type", "message"]))
        #expect(try document.nodes(forXPath: "//comment()|//processing-instruction()").isEmpty)
        let names = elements.compactMap { $0.attribute(forName: "name")?.stringValue }
        #expect(names.contains { $0.contains("]]> <!-- %0A%25") && $0.contains("</failure>") })
        #expect(!holds(data, "]]>") && !holds(data, "<!--") && !holds(data, "\u{0}") && !holds(data, "\u{1B}") && !holds(data, "\u{FFFE}"))
    }

    @Test("SARIF: no link, no place to fill in, no control character in a message", arguments: Language.allCases)
    func sarif(_ language: Language) throws {
        let log = try #require(try JSONSerialization.jsonObject(with: file("gate.sarif", language)) as? [String: Any])
        var messages: [String] = []
        func collect(_ value: Any) {
            if let object = value as? [String: Any] {
                if let text = object["text"] as? String { messages.append(text) }
                object.values.forEach(collect)
            } else if let array = value as? [Any] {
                array.forEach(collect)
            }
        }
        collect(log)
        #expect(messages.contains { $0.contains("{{count}}") && $0.contains("\\]\\]>") })
        for message in messages {
            let rest = message.replacing("\\[", with: "").replacing("\\]", with: "").replacing("{{", with: "").replacing("}}", with: "")
            #expect(!rest.contains { "[]{}".contains($0) }, "\(message)")
            #expect(!message.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
    }

    @Test("HTML: no element, attribute, style or script of theirs", arguments: Language.allCases)
    func html(_ language: Language) throws {
        let data = try file("gate.html", language), page = String(decoding: data, as: UTF8.self)
        for text in ["<script", "<b>&", "</failure>", "<!--", "x\"\u{301}", "&\"\u{301}"] { #expect(!holds(data, text), "\(text)") }
        #expect(page.components(separatedBy: "</style>").count == 2)
        #expect(page.contains("{{organisation}}"), "a name that looks like a tag of a template stays what it is")
    }

    @Test("Markdown: no cell, code, link or element of theirs", arguments: Language.allCases)
    func markdown(_ language: Language) throws {
        let text = String(decoding: try file("gate.md", language), as: UTF8.self)
        var width: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else { width = nil; continue }
            let bars = line.replacing("\\|", with: "").filter { $0 == "|" }.count
            if let width { #expect(bars == width, "\(line)") } else { width = bars }
        }
        // In a code span nothing is markup; the fence is longer than any run of backticks inside.
        #expect(!text.replacing("<br>", with: "").replacing(/`` [^\n]* ``/, with: "").contains("<"))
        #expect(!text.contains("##vso") && !text.contains("\n::"))
        #expect(text.contains("\\*d\\*") && text.contains("\\`c\\`"))
    }

    @Test("Annotations: one command per line, with the arguments that we gave it", arguments: Language.allCases)
    func annotations(_ language: Language) throws {
        let library = try Self.library.get(), report = GateFixture.hostile.report, path = "a,b:c%0A]\n;d\u{301}.json"
        for line in try GateAnnotations.github(report, language: language, library: library, candidatePath: path) {
            #expect(line.firstMatch(of: /^::(error|warning|notice) file=a%2Cb%3Ac%250A\] ;d\u{301}\.json,line=1,title=([^,:]*)::/) != nil, "\(line)")
            #expect(!line.utf8.contains { $0 < 32 } && !line.contains("##"))
            // A percent sign of theirs is never the start of an escape.
            #expect(line.matches(of: /%(..)/).allSatisfy { ["25", "0D", "0A", "3A", "2C"].contains(String($0.1)) })
            #expect(!line.contains(/%0[AD]/))
        }
        for line in try GateAnnotations.azure(report, language: language, library: library, candidatePath: path) {
            #expect(line.hasPrefix("##vso[task.logissue type="))
            let properties = line.prefix { $0 != "]" }
            #expect(properties.split(separator: ";").map { $0.prefix { $0 != "=" } }.dropFirst() == ["sourcepath", "linenumber"])
            #expect(properties.contains("a,b:c%AZP250A%5D %3Bd\u{301}.json"))
            #expect(!line.utf8.contains { $0 < 32 } && !line.dropFirst(2).contains("##"))
        }
    }

    @Test("A comma or colon with a combining mark does not end an argument")
    func combining() throws {
        var report = GateFixture.hostile.report
        report.release.name = "a,\u{301}line=9:\u{301}:\u{301}x"
        let line = try GateAnnotations.github(report, library: Self.library.get())[0]
        let title = try #require(line.unicodeScalars.split(separator: "=").dropFirst().first.map { String(String.UnicodeScalarView($0)) })
        #expect(title.hasPrefix("Release a%2C\u{301}line"))
        #expect(!line.unicodeScalars.dropFirst(2).prefix { $0 != ":" }.contains(","))
    }
}
