import Foundation
import Testing
import TestSupport

@testable import Reporting

@Suite("The files of a gate are what their schemas say", .serialized)
struct GateSchemaTests {
    /// Writes the files of these gates, lets `change` alter one, and asks the script.
    private func validate(
        _ fixtures: [GateFixture], language: Language = .nl, path: String? = nil, environment: [String: String] = [:],
        change: (file: String, from: String, to: String)? = nil
    ) throws -> (status: Int32, output: String) {
        let library = try TemplateLibrary()
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("gates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        var folders: [String] = []
        for fixture in fixtures {
            let folder = root.appendingPathComponent(fixture.rawValue)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, data) in try GateFiles(fixture.report, language: language, library: library, candidatePath: path).all {
                var data = data
                if let change, change.file == name {
                    let text = String(decoding: data, as: UTF8.self)
                    try #require(text.contains(change.from), "\(name) does not hold \(change.from)")
                    data = Data(text.replacing(change.from, with: change.to, maxReplacements: 1).utf8)
                }
                try data.write(to: folder.appendingPathComponent(name))
            }
            folders.append(folder.path)
        }
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Repository.root.appendingPathComponent("scripts/validate-gate-surfaces.py").path] + folders
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test("Valid by the published schemas of JUnit and SARIF and our own of gate.json", arguments: Language.allCases)
    func valid(_ language: Language) throws {
        let result = try validate(GateFixture.allCases, language: language, path: language == .nl ? "cores/een kern: [2].json" : nil)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\(GateFixture.allCases.count) gates, 0 errors"))
    }

    @Test("A file that is not valid is found", arguments: [
        ("gate.junit.xml", "<testsuite name=\"gate.invariants\" tests", "<testsuite name=\"gate.invariants\" test"), ("gate.junit.xml", "<system-out>", "<system-in>"), ("gate.junit.xml", "</system-out>", "</system-out><verdict/>"),
        ("gate.sarif", "\"level\" : \"error\"", "\"level\" : \"fatal\""), ("gate.sarif", "\"ruleId\"", "\"rule_id\""), ("gate.sarif", "\"language\" : \"nl\"", "\"language\" : \"?\""),
        ("gate.json", "\"exitCode\" : 1", "\"exitCode\" : 0"), ("gate.json", "\"attempt\" : null,", ""), ("gate.json", "\"consequence\" : \"blocks\"", "\"consequence\" : \"shouts\""),
    ])
    func invalid(_ file: String, _ from: String, _ to: String) throws {
        let result = try validate([.blockedByHarm], change: (file, from, to))
        #expect(result.status == 1, "\(result.output)")
        #expect(result.output.contains(file))
    }

    @Test("A schema that is missing is a failure, not a pass")
    func missing() throws {
        let result = try validate([.passed], environment: ["FAIRNESS_AUDIT_SCHEMAS": "/nowhere"])
        #expect(result.status == 2)
        #expect(result.output.contains("scripts/install.sh test"))
    }
}
