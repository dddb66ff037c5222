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
        for file in try GateFiles(report, language: language, library: library, candidatePath: "cores/core.json").all {
            try file.data.write(to: folder.appendingPathComponent(file.name))
        }
        let annotations = try GateAnnotations.github(report, language: language, library: library, candidatePath: "cores/core.json")
            + GateAnnotations.azure(report, language: language, library: library)
        try Data(annotations.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("annotations.txt"))
    }
}
