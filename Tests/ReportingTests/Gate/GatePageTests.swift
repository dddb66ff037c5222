import Foundation
import Gate
import Testing

@testable import Reporting

@Suite("The page of a gate in a real browser", .serialized)
struct GatePageTests {
    private func html(_ fixture: GateFixture, _ language: Language = .nl) throws -> String {
        try GatePage.render(fixture.report, language: language, library: TemplateLibrary())
    }

    @Test("Nothing is wider than the window, loaded from elsewhere, or run", arguments: GateFixture.allCases)
    func fits(_ fixture: GateFixture) throws {
        let pages = try Browser.measure(html(fixture), widths: [320, 720, 1280])
        #expect(pages.count == 3)
        for page in pages {
            #expect(page.scrollWidth <= page.width, "\(page.width): \(page.tooWide)")
            #expect(page.tooWide == [])
            #expect(page.loads == [] && page.scripts == 0 && page.handlers == [])
        }
    }

    @Test("A policy forbids what the page does not do; the language is named", arguments: Language.allCases)
    func policy(_ language: Language) throws {
        let html = try html(.blockedByHarm, language)
        #expect(html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"))
        #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(html.components(separatedBy: "<h1>").count == 2)
    }

    @Test("A verdict is never told by colour alone: every mark has a shape and a word", arguments: GateFixture.allCases)
    func marks(_ fixture: GateFixture) throws {
        let html = try html(fixture)
        let chips = html.components(separatedBy: "class=\"chip ").dropFirst()
        #expect(!chips.isEmpty)
        for chip in chips {
            let inside = chip.components(separatedBy: "</span></span>")[0]
            #expect(inside.contains("<svg"))
            #expect(inside.contains(/<span>[^<]+$/), "\(inside)")
        }
    }

    @Test("On paper every page has its number")
    func printed() throws {
        let pages = try Browser.printed(html(.blockedByHarm))
        #expect(pages.count > 1)
        for (index, page) in pages.enumerated() { #expect(page.replacing(" / ", with: "/").contains("\(index + 1)/\(pages.count)")) }
    }

    @Test("What must be said is said, in words that promise nothing", arguments: Language.allCases)
    func words(_ language: Language) throws {
        let nl = language == .nl
        #expect(try html(.passed, language).contains(nl ? "Dat zegt niet dat niemand er slechter van wordt" : "That does not say that nobody is worse off"))
        #expect(try html(.blind, language).contains(nl ? "is deze poort blind" : "this gate is blind"))
        #expect(try html(.overridden, language).contains(nl ? "verlopen, telt niet meer" : "expired, no longer counts"))
        #expect(try html(.withheldGroups, language).contains(nl ? "Over 3 vragen is niets te zeggen" : "About 3 questions nothing can be said"))
        #expect(try html(.notSettled, language).contains(nl ? "kleinste verslechtering die deze poort kon zien" : "smallest change for the worse that this gate could have seen"))
        #expect(try html(.withAnchor, language).contains(nl ? "tegenover het anker" : "against the anchor"))
        for fixture in GateFixture.allCases where fixture != .hostile {
            let text = try html(fixture, language).lowercased()
            for word in ["debias", "unbiased", "no bias", "geen bias", "eerlijk", " fair "] { #expect(!text.contains(word), "\(fixture): \(word)") }
        }
    }

    @Test("A comment on a change has room for it: 65,536 characters", arguments: Language.allCases)
    func length(_ language: Language) throws {
        // Eight questions about twelve groups against both cores, and as many again in the scan: more than the organisation asks.
        var report = GateFixture.withAnchor.report
        let primary = report.findings.filter { $0.family == .primary && $0.verdict != .withheld }
        report.findings = (0..<192).map { primary[$0 % primary.count] }
        report.controls.harms = (0..<192).map { report.controls.harms[$0 % report.controls.harms.count] }
        #expect(try GateMarkdown.render(report, language: language, library: TemplateLibrary()).count < 65_536)
    }
}
