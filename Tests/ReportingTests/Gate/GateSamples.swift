import Foundation
import Testing

@testable import Reporting

/// Writes what a reader sees to a folder, to be looked at: `FAIRNESS_AUDIT_SAMPLES=FOLDER swift test --filter GateSamples`.
@Suite("Samples of the gate")
struct GateSamples {
    @Test("Samples", .enabled(if: ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SAMPLES"] != nil), arguments: GateFixture.allCases, Language.allCases)
    func write(_ fixture: GateFixture, _ language: Language) throws {
        let library = try TemplateLibrary(), report = fixture.report
        let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SAMPLES"] ?? "").appendingPathComponent("\(fixture.rawValue).\(language.rawValue)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(GateTerminal.lines(report, language: language, library: library).joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("terminal.txt"))
        try Data(GatePage.render(report, language: language, library: library).utf8).write(to: folder.appendingPathComponent("gate.html"))
        try Data(GateMarkdown.render(report, language: language, library: library).utf8).write(to: folder.appendingPathComponent("gate.md"))
    }
}
