import Foundation
import TestSupport
import Testing

@testable import Audit

@Suite struct DeterminismTests {
    @Test func theSameInputsGiveTheSameBytesWithAnyNumberOfThreads() async throws {
        try await Tool.withFolder { folder in
            let first = try await audit(folder, "first", ["--threads", "1"])
            #expect(try await audit(folder, "again", ["--threads", "1"]) == first)
            #expect(try await audit(folder, "threads", ["--threads", "2"]) == first)
        }
    }

    /// Where a machine lacks FMA and AVX2, glibc picks other versions of exp, log and lgamma.
    @Test func anotherLibmGivesTheSameVerdictsAndNumbersWithinOneInABillion() async throws {
        try await Tool.withFolder { folder in
            let first = try AuditReport(json: try await audit(folder, "first", []))
            let other = try AuditReport(
                json: try await audit(folder, "other", [], environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2"]))
            #expect(other.findings.map(\.verdict) == first.findings.map(\.verdict))
            #expect(other.fidelity == first.fidelity)
            #expect(other.summary == first.summary)
            let a = try JSONSerialization.jsonObject(with: first.json()), b = try JSONSerialization.jsonObject(with: other.json())
            #expect(Self.farthest(a, b) <= 1e-9)
        }
    }

    private func audit(_ folder: URL, _ name: String, _ options: [String], environment: [String: String] = [:]) async throws -> Data {
        let out = folder.appendingPathComponent(name)
        let run = try await Tool.run(["run", "--demo", "--cycle", "2026-Q4", "--out", out.path] + options, environment: environment)
        #expect(run.status == 0, "\(run.error)")
        return try Data(contentsOf: out.appendingPathComponent("audit.json"))
    }

    /// The largest relative difference of two documents; infinite when they differ in anything but a number.
    private static func farthest(_ a: Any, _ b: Any) -> Double {
        switch (a, b) {
        case (let a as [String: Any], let b as [String: Any]):
            a.keys.sorted() == b.keys.sorted() ? a.keys.map { farthest(a[$0] ?? 0, b[$0] ?? 0) }.max() ?? 0 : .infinity
        case (let a as [Any], let b as [Any]):
            a.count == b.count ? zip(a, b).map { farthest($0, $1) }.max() ?? 0 : .infinity
        case (let a as String, let b as String): a == b ? 0 : .infinity
        case (is NSNull, is NSNull): 0
        case (let a as NSNumber, let b as NSNumber):
            a == b ? 0 : abs(a.doubleValue - b.doubleValue) / max(abs(a.doubleValue), abs(b.doubleValue))
        default: .infinity
        }
    }
}
