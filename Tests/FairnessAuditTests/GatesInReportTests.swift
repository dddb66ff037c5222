import Foundation
import TestSupport
import Testing

/// What the gate recorded comes back in the report of the control cycle.
struct GatesInReportTests {
    private static let limits = Repository.root.appendingPathComponent("thresholds.json").path

    @Test func theReportTellsTheGatesAndTheVersionWithoutOne() async throws {
        try await Tool.withFolder { folder in
            let core = try String(contentsOf: Repository.root.appendingPathComponent("core.json"), encoding: .utf8)
            let candidate = core.replacingOccurrences(of: "\"algorithmVersion\": \"2.3\"", with: "\"algorithmVersion\": \"2.4\"")
            try #require(candidate != core)
            try Data(candidate.utf8).write(to: folder.appendingPathComponent("candidate.json"))
            let gate = try await Tool.run(
                ["gate", "--demo", "--candidate", "candidate.json", "--thresholds", Self.limits, "--release", "autumn", "--on", "2026-11-23", "--record", "gates"],
                in: folder)
            #expect(gate.status == 0, "\(gate.error)")

            let run = try await Tool.run(
                ["run", "--demo", "--cycle", "2026-Q4", "--thresholds", Self.limits, "--gates", "gates", "--out", "reports/2026-Q4", "--language", "en"], in: folder)
            #expect(run.status == 0, "\(run.error)")
            let data = try Data(contentsOf: folder.appendingPathComponent("reports/2026-Q4/audit.json"))
            let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let releases = try #require(report["releases"] as? [[String: Any]])
            #expect(releases.map { $0["name"] as? String } == ["autumn"])
            #expect((releases.first?["candidate"] as? [String: Any])?["version"] as? String == "2.4")
            #expect(report["liveVersions"] as? [[String: String]] == [["version": "2.3", "gate": "none"]])
            let text = try String(contentsOf: folder.appendingPathComponent("reports/2026-Q4/report.md"), encoding: .utf8)
            #expect(text.contains("Version 2.3 made lists and went live without a gate on record."))
        }
    }

    @Test func aRecordThatIsNotThereIsSaidBeforeTheWork() async throws {
        try await Tool.withFolder { folder in
            let run = try await Tool.run(["run", "--demo", "--cycle", "2026-Q4", "--thresholds", Self.limits, "--gates", "nowhere"], in: folder)
            #expect(run.status == 3)
            #expect(run.error.contains("nowhere is not a folder that can be read"), "\(run.error)")
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("reports/2026-Q4/report.html").path))
        }
    }
}
