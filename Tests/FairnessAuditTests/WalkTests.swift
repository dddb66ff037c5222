import Foundation
import TestSupport
import Testing

@testable import Audit

/// The walk as a newcomer makes it, through the built program and a real server.
@Suite struct WalkTests {
    @Test func fromTheDatabaseAndFromTheSnapshotTheSameIsFound() async throws {
        try await TestDatabase.with { database in
            try await Tool.withFolder { folder in
                #expect(try await Tool.run(["demo", "--database", database.url]).status == 0)
                let check = try await Tool.run(["check", "--database", database.url])
                #expect(check.status == 0, "\(check.output)\(check.error)")

                let settings = ["--thresholds", Repository.root.appendingPathComponent("thresholds.json").path]
                let core = ["--core", Repository.root.appendingPathComponent("core.json").path]
                let fromDatabase = try await Tool.run(
                    ["run", "--database", database.url, "--cycle", "2026-Q4", "--out", "a", "--keep-snapshot", "kept.sqlite"] + settings + core, in: folder)
                #expect(fromDatabase.status == 0, "\(fromDatabase.error)")
                #expect(fromDatabase.output.split(separator: "\n").count <= 11)
                let again = try await Tool.run(["run", "--snapshot", "kept.sqlite", "--cycle", "2026-Q4", "--out", "b"] + settings + core, in: folder)
                #expect(again.status == 0, "\(again.error)")
                let (a, b) = try (report(folder, "a"), report(folder, "b"))
                #expect(a == b)

                // The demonstration without a database is the same town: other pseudonyms, the same figures.
                #expect(try await Tool.run(["run", "--demo", "--cycle", "2026-Q4", "--out", "c"] + settings, in: folder).status == 0)
                let c = try report(folder, "c")
                #expect(c.findings.map(\.indicator) == a.findings.map(\.indicator))
                // M8 draws errors by pseudonym, so that other pseudonyms draw others; which of two equal sides fares worse is then chance.
                for (x, y) in zip(a.findings, c.findings) where x.indicator != "M8" {
                    #expect(x.n == y.n, "\(x.indicator) \(x.metric) \(x.attribute) \(x.group)")
                    // The exact test of a small group deals people in the order of their pseudonyms: its p may lie on either side of .05.
                    #expect(x.verdict == y.verdict || x.reason == "below_minimum_group", "\(x.indicator) \(x.metric) \(x.attribute) \(x.group)")
                    #expect(abs((x.effect.value ?? 0) - (y.effect.value ?? 0)) < 1e-9)
                }
            }
        }
    }

    @Test func aPlatformGoesTheSameWay() async throws {
        try await TestDatabase.with { database in
            try await Tool.withFolder { folder in
                #expect(try await Tool.run(["demo", "--system", "hallowerk", "--year", "2026", "--database", database.url]).status == 0)
                let check = try await Tool.run(["check", "--database", database.url])
                #expect(check.status == 0, "\(check.output)\(check.error)")
                let settings = ["--system", "hallowerk", "--thresholds", Repository.root.appendingPathComponent("thresholds.json").path]
                let core = ["--core", Repository.root.appendingPathComponent("core-hallowerk.json").path]
                let fromDatabase = try await Tool.run(
                    ["run", "--database", database.url, "--cycle", "2026-Q4", "--out", "a"] + settings + core, in: folder)
                #expect(fromDatabase.status == 0, "\(fromDatabase.error)")
                let demo = try await Tool.run(["run", "--demo", "--year", "2026", "--cycle", "2026-Q4", "--out", "b"] + settings, in: folder)
                #expect(demo.status == 0, "\(demo.error)")
                let (a, b) = try (report(folder, "a"), report(folder, "b"))
                #expect(a.fidelity.runs == a.fidelity.exact && a.fidelity.runs > 800)
                let (judged, again) = (a.findings.filter { $0.indicator != "M8" }, b.findings.filter { $0.indicator != "M8" })
                #expect(judged.map(\.n) == again.map(\.n))
                for (x, y) in zip(judged, again) { #expect(x.verdict == y.verdict || x.reason == "below_minimum_group") }
                #expect(a.findings.contains { $0.indicator == "M22" } && a.findings.contains { $0.indicator == "M29" })
            }
        }
    }

    @Test func failOnTurnsAFindingIntoOne() async throws {
        try await Tool.withFolder { folder in
            let run = ["run", "--demo", "--cycle", "2026-Q4"]
            let outcome = try await Tool.run(run + ["--out", folder.path + "/a", "--fail-on", "disparity"])
            #expect(outcome.status == 1, "\(outcome.error)")
            #expect(FileManager.default.fileExists(atPath: folder.path + "/a/report.html"))
        }
    }

    @Test func theTruthOfTheDemonstrationIsWhatTheAuditFinds() async throws {
        let truth = try await Tool.run(["demo", "--truth", "--language", "en"])
        #expect(truth.status == 0)
        for word in ["test_language_shift", "counsellor_steering", "M2", "M13", "55+"] { #expect(truth.output.contains(word)) }
        let json = try await Tool.run(["demo", "--truth", "json", "--system", "hallowerk", "--planted", "cherry_picking=4@2025-Q3"])
        #expect(json.status == 0)
        for word in ["\"cherry_picking\"", "\"2025-Q3\"", "odds_divisor", "\"M22\""] { #expect(json.output.contains(word), "\(json.output)") }
        let refused = try await Tool.run(["demo", "--truth", "--planted", "cherry_picking"])
        #expect(refused.status == 64 && refused.error.contains("HalloWerk"))
    }

    @Test func helpAndVersionAreFine() async throws {
        #expect(try await Tool.run(["--help"]).status == 0)
        #expect(try await Tool.run(["--version"]).output.contains("0.1.0"))
        #expect(try await Tool.run(["check", "--contract"]).output.contains("CREATE TABLE"))
    }

    private func report(_ folder: URL, _ name: String) throws -> AuditReport {
        try AuditReport(json: Data(contentsOf: folder.appendingPathComponent("\(name)/audit.json")))
    }
}
