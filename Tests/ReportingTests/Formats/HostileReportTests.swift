import Audit
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("Whatever others wrote stays text in the whole report", .serialized)
struct HostileReportTests {
    private static let library = Result { try TemplateLibrary() }

    private func files(_ language: Language, _ name: (String) -> String) throws -> ReportFiles {
        try ReportFiles(ReportFixture.filled(named: name), language: language, library: Self.library.get())
    }

    @Test("HTML: the elements and attributes of the same report with harmless names, and no others", arguments: Language.allCases)
    func html(_ language: Language) throws {
        let hostile = try files(language, HostileText.name).html
        for attempt in [0, 4, 7] { #expect(hostile.contains(HTMLEscape.escaped(HostileText.attempts[attempt])), "attempt \(attempt) is on the page") }
        let shapes = try Browser.shapes([hostile, files(language, HostileText.harmless).html])
        try #require(shapes.count == 2 && shapes[0].elements.count > 30)
        #expect(differences(shapes[0].elements, shapes[1].elements) == [])
        // Words in drawings are broken by their width, so there may be more of them; each is what the template writes.
        #expect(Set(shapes[0].words.keys) == Set(shapes[1].words.keys))
    }

    @Test("Markdown: the elements of the same report with harmless names, as a renderer makes them", arguments: Language.allCases)
    func markdown(_ language: Language) throws {
        let pages = try [HostileText.name, HostileText.harmless].map { try Browser.rendered(markdown: files(language, $0).markdown) }
        let shapes = try Browser.shapes(pages)
        try #require(shapes.count == 2 && shapes[0].elements["td "] ?? 0 > 1000)
        #expect(differences(shapes[0].elements, shapes[1].elements) == [])
        #expect(shapes[0].elements.keys.allSatisfy { !$0.hasPrefix("a ") && !$0.hasPrefix("img ") && !$0.hasPrefix("script") })
    }

    @Test("The comparison sees an element and an attribute that the other page lacks")
    func sees() throws {
        let good = "<!doctype html><p class=\"a\">x</p>"
        let shapes = try Browser.shapes([good, good.replacing(">x", with: " onclick=\"y()\">x"), good.replacing("x<", with: "x<b>y</b><"), good])
        #expect(differences(shapes[0].elements, shapes[1].elements) == ["p class: 1 and 0", "p class onclick: 0 and 1"])
        #expect(differences(shapes[0].elements, shapes[2].elements) == ["b : 0 and 1"])
        #expect(differences(shapes[0].elements, shapes[3].elements) == [])
        let link = try Browser.shapes([Browser.rendered(markdown: "[k](http://x.example/) and <b>b</b>")])
        #expect(link[0].elements["a href"] == 1 && link[0].elements["b "] == 1)
    }

    @Test("Nothing is wider than the window, whatever the names", arguments: [false, true])
    func fits(_ isLong: Bool) throws {
        let some = ["Gemeente Huizen", "ar", "product owner", "Hertoets 54 mensen in twee talen", "A. de Vries", "Brief aan de leverancier"]
        let html = try files(.nl) { isLong ? (some.contains($0) ? $0 + HostileText.long : $0) : HostileText.name($0) }.html
        for page in try Browser.measure(html, widths: [320, 1280]) {
            #expect(page.scrollWidth <= page.width, "\(page.width): \(page.tooWide)")
            #expect(page.tooWide == [])
            #expect(page.loads == [])
            #expect(page.handlers == [] && page.scripts == 0)
            #expect(page.clippedText == [])
        }
    }

    private func differences(_ one: [String: Int], _ other: [String: Int]) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted().map { "\($0): \(one[$0] ?? 0) and \(other[$0] ?? 0)" }
    }
}
