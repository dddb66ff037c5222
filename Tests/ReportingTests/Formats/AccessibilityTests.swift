import Audit
import Foundation
import Testing

@testable import Reporting

@Suite("Readable for everybody")
struct AccessibilityTests {
    private func html(_ fixture: ReportFixture, _ language: Language = .nl) throws -> String {
        try HTMLFormat().render(fixture.report(), language: language, library: TemplateLibrary())
    }

    @Test("Language, skip link, heading order, captions, scopes, titles of drawings, unique ids", arguments: ReportFixture.allCases)
    func structure(_ fixture: ReportFixture) throws {
        let html = try html(fixture)
        #expect(html.contains("<html lang=\"nl\">"))
        #expect(html.contains("<a class=\"skip\" href=\"#begin\">") && html.contains("<main id=\"begin\">"))
        let levels = html.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "h\(before) is followed by h\(after)") }
        func count(_ text: String) -> Int { html.components(separatedBy: text).count - 1 }
        #expect(count("<table") == count("<caption>"))
        let withoutScope = html.matches(of: /<th(?![^>]*scope)[ >]/).count
        #expect(withoutScope == 0)
        // A drawing is there in two layouts with one name and one description.
        #expect(count("role=\"img\"") == 2 * count("<title id="))
        #expect(count("role=\"img\"") == 2 * count("<desc id="))
        let unnamed = html.matches(of: /<svg(?![^>]*(role="img"|aria-hidden="true"))/).count
        #expect(unnamed == 0)
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
    }

    @Test("Colours of text keep 4.5 to 1 against what they stand on, drawings 3 to 1", arguments: [
        ("#16213a", "#ffffff", 4.5), ("#566073", "#ffffff", 4.5), ("#566073", "#f5f7fa", 4.5), ("#b3261e", "#ffffff", 4.5), ("#b3261e", "#fbeceb", 4.5),
        ("#8f4a00", "#ffffff", 4.5), ("#8f4a00", "#fdf3e6", 4.5), ("#0b6e5f", "#ffffff", 4.5), ("#16213a", "#fbeceb", 4.5), ("#566073", "#fdf3e6", 4.5),
        ("#566073", "#fbeceb", 4.5), ("#1d4f9c", "#ffffff", 4.5), ("#2f5fb3", "#ffffff", 4.5), ("#7a4a9e", "#ffffff", 4.5), ("#1b6474", "#ffffff", 4.5),
        ("#a35500", "#ffffff", 3), ("#a35500", "#e1f0ec", 3), ("#b3261e", "#e1f0ec", 3), ("#566073", "#e1f0ec", 3), ("#0b6e5f", "#e1f0ec", 3), ("#1b7386", "#ffffff", 3),
    ])
    func contrast(_ text: String, _ ground: String, _ least: Double) throws {
        let sheets = EmbeddedFile.all.filter { ["style.mustache", "colours.mustache"].contains($0.name) }
        try #require(sheets.count == 2)
        let style = sheets.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for colour in [text, ground] where colour != "#ffffff" { #expect(style.contains(colour), "\(colour) is not in the style sheet") }
        #expect(ratio(text, ground) >= least)
    }

    /// WCAG 2.1: contrast ratio by relative luminance.
    private func ratio(_ first: String, _ second: String) -> Double {
        func luminance(_ hex: String) -> Double {
            let value = Int(hex.dropFirst(), radix: 16) ?? 0
            func channel(_ shift: Int) -> Double {
                let part = Double((value >> shift) & 255) / 255
                return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
        }
        let lights = [luminance(first), luminance(second)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    @Test("Every verdict has a shape and a word of its own")
    func verdicts() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let marks = [Verdict.equivalent, .inconclusive, .signal, .disparity, .withheld, .unavailable].map { words.mark($0, direction: nil) }
        #expect(Set(marks.map(\.word)).count == 6)
        #expect(Set(marks.map { Mark.character($0.verdict) }).count == 6)
        let shapes = marks.map { mark in Mark.symbol(mark).markup.replacing(/\sclass="[^"]*"/, with: "") }
        #expect(Set(shapes).count == 6)
    }
}
