import Foundation
import Subprocess
import TestSupport

/// The built program, run as a person would run it.
enum Tool {
    struct Outcome {
        let status: Int32
        let output: String
        let error: String
    }

    /// The executable that was built with the tests: it lies beside the test bundle.
    static func path() throws -> String {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        let candidates = [bundle.deletingLastPathComponent(), Repository.root.appendingPathComponent(".build-test/release")]
        for folder in candidates {
            let tool = folder.appendingPathComponent("fairness-audit").path
            if FileManager.default.isExecutableFile(atPath: tool) { return tool }
        }
        throw TestSetupError("The program fairness-audit was not found beside the tests. Build it with: make test")
    }

    static func run(
        _ arguments: [String], in folder: URL = Repository.root, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let overrides = Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) })
        let result = try await Subprocess.run(
            .path(.init(try path())), arguments: .init(arguments), environment: .inherit.updating(overrides),
            workingDirectory: .init(folder.path), output: .string(limit: 1 << 22), error: .string(limit: 1 << 20))
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        return Outcome(status: status, output: result.standardOutput ?? "", error: result.standardError ?? "")
    }

    /// A folder of its own for one test, removed afterwards.
    static func withFolder<R>(_ body: (URL) async throws -> R) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fairness-audit-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// Runs a shell command line, for what a person would pipe together.
    static func shell(_ command: String) async throws -> Outcome {
        let result = try await Subprocess.run(
            .name("bash"), arguments: ["-euo", "pipefail", "-c", command], workingDirectory: .init(Repository.root.path),
            output: .string(limit: 1 << 22), error: .string(limit: 1 << 20))
        let status: Int32 = if case .exited(let code) = result.terminationStatus { code } else { 128 }
        return Outcome(status: status, output: result.standardOutput ?? "", error: result.standardError ?? "")
    }
}
