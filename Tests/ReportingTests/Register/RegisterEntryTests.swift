import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("Entry for the algorithm register")
struct RegisterEntryTests {
    private struct File: Decodable {
        var standardVersion: String
        var entry: [String: String?]
        var toFillIn: [Open]
        struct Open: Decodable { var field: String, label: String, by: String }
    }

    private func entry(_ report: AuditReport, _ language: Language = .nl) throws -> RegisterEntry {
        try RegisterEntry(report, language: language, library: try TemplateLibrary())
    }

    private func file(_ report: AuditReport, _ language: Language = .nl) throws -> File {
        try JSONDecoder().decode(File.self, from: try entry(report, language).json())
    }

    @Test("What the audit knows is filled in; each other field is open, with who knows it", arguments: Language.allCases)
    func fields(_ language: Language) throws {
        var report = try ReportFixture.usual.report()
        report.about = .fixture(filledIn: true)
        let file = try file(report, language)
        let filled = ["name", "organization", "description_short", "url", "human_intervention", "monitoring", "impacttoetsen", "methods_and_models"]
        #expect(Set(file.entry.filter { $0.value != nil }.keys) == Set(filled))
        #expect(file.entry["name"] == "Ik zoek" && file.entry["organization"] == "Gemeente Huizen")
        #expect(Set(file.toFillIn.map(\.field)) == Set(file.entry.filter { $0.value == nil }.keys))
        #expect(file.toFillIn.allSatisfy { !$0.label.isEmpty && !$0.by.isEmpty })
        #expect(file.entry.count == RegisterField.allCases.count)
        // What people still have to say about the law is not said by the tool.
        for open in ["lawful_basis", "publication_category", "status", "goal", "proportionality", "risks"] { #expect(file.toFillIn.contains { $0.field == open }, "\(open)") }
    }

    @Test("Without a description nothing is made up for it")
    func withoutDescription() throws {
        let file = try file(try ReportFixture.usual.report())
        #expect(Set(file.entry.filter { $0.value != nil }.keys) == ["name", "organization", "monitoring", "methods_and_models"])
    }

    @Test("The only numbers are counts of verdicts, days and versions", arguments: Language.allCases)
    func numbers(_ language: Language) throws {
        var report = try ReportFixture.usual.report()
        report.about = .fixture(filledIn: false)
        let summary = report.summary
        let counts = [
            summary.comparisons, summary.disparity, summary.adverseDisparities, summary.signal, summary.equivalent, summary.inconclusive, summary.withheld,
            summary.unavailable, summary.mirrors,
        ].map(String.init)
        let dates = [report.cycle.from, report.cycle.to, report.cycle.expires].flatMap { $0.split(separator: "-").map { String(Int($0) ?? 0) } }
        let versions = "\(report.inputs.core.version) \(report.tool.version) \(RegisterEntry.standardVersion) 2.4".split { !$0.isNumber }.map(String.init)
        let allowed = Set(counts + dates + versions)
        let text = try entry(report, language).markdown()
        let found = text.split { !$0.isNumber }.map(String.init)
        #expect(found.filter { !allowed.contains($0) }.isEmpty)
        // The sentence must be there, or the check above holds for nothing.
        #expect(text.contains(language == .nl ? "\(summary.comparisons) vergelijkingen gemaakt" : "It made \(summary.comparisons) comparisons"))
    }

    @Test("It says plainly what was not settled, and that nobody assessed it yet", arguments: Language.allCases)
    func honest(_ language: Language) throws {
        let draft = try file(try ReportFixture.usual.report(), language).entry["monitoring"]?.flatMap(\.self) ?? ""
        #expect(draft.contains(language == .nl ? "betekent niet dat er geen verschil is" : "does not mean that there is no difference"))
        #expect(draft.contains(language == .nl ? "nog niet beoordeeld" : "not assessed the results yet"))
        let failed = try file(try ReportFixture.fidelityFailed.report(), language).entry["monitoring"]?.flatMap(\.self) ?? ""
        #expect(failed.contains(language == .nl ? "niet goed genoeg worden nagespeeld" : "could not be replayed well enough"))
    }

    @Test("Names from the data stay text")
    func hostile() throws {
        let text = try entry(try ReportFixture.hostile.report()).markdown()
        #expect(!text.contains("<script") && !text.contains("http://evil"))
        #expect(try file(try ReportFixture.hostile.report()).entry["organization"] == ReportFixture.hostileName)
    }
}
