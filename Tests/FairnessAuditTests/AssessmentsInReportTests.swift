import Audit
import Foundation
import TestSupport
import Testing

/// What people wrote in assessments.json comes back in the report that it is about, and in no other.
@Suite struct AssessmentsInReportTests {
    private static let limits = Repository.root.appendingPathComponent("thresholds.json").path

    private func run(_ arguments: [String], cycle: String = "2026-Q4", in folder: URL) async throws -> Tool.Outcome {
        try await Tool.run(["run", "--demo", "--cycle", cycle, "--thresholds", Self.limits, "--out", cycle] + arguments, in: folder)
    }

    private func report(_ cycle: String, in folder: URL) throws -> AuditReport {
        try AuditReport(json: Data(contentsOf: folder.appendingPathComponent("\(cycle)/audit.json")))
    }

    /// A quarter without assessments, then the next with the example: status, memory, and the day on which the pages are made.
    @Test func theDemonstrationShowsTheExampleAndRemembersTheQuarterBefore() async throws {
        try await Tool.withFolder { folder in
            let before = try await run([], cycle: "2026-Q2", in: folder)
            #expect(before.status == 0, "\(before.error)")
            let earlier = try report("2026-Q2", in: folder)
            #expect(earlier.assessments.isEmpty && earlier.inputs.assessments == nil && earlier.changes == nil, "the example is about another report")
            #expect(!earlier.tables.contains { $0.id == "1.1" })

            let outcome = try await run(["--on", "2027-05-01"], in: folder)
            #expect(outcome.status == 0, "\(outcome.error)")
            let now = try report("2026-Q4", in: folder)
            #expect(now.assessments.count == 2 && now.inputs.assessments?.count == 64)
            #expect(now.status == ReportStatus.of(now) && now.status?.state == .draft && now.status?.unsigned == [.advice, .decision])
            #expect(now.changes?.since == "2026-Q2")
            let trends = now.tables.filter { $0.id == "1.1" }
            #expect(!trends.isEmpty)
            for trend in trends { #expect(trend.rows.allSatisfy { [.text("2026-Q2"), .text("2026-Q4")].contains($0[0]) }) }
            let page = try String(contentsOf: folder.appendingPathComponent("2026-Q4/report.md"), encoding: .utf8)
            #expect(page.contains("Dit rapport is verlopen") && page.contains("Wat is er veranderd sinds 2026-Q2?"))

            let again = try await Tool.run(["report", "--from", "2026-Q4/audit.json", "--out", "pages", "--on", "2027-04-30"], in: folder)
            #expect(again.status == 0, "\(again.error)")
            let inForce = try String(contentsOf: folder.appendingPathComponent("pages/report.md"), encoding: .utf8)
            #expect(!inForce.contains("Dit rapport is verlopen") && inForce.contains("niet definitief"))
        }
    }

    @Test func whatIsWrongIsSaidAndNothingIsWritten() async throws {
        try await Tool.withFolder { folder in
            func write(_ text: String) throws { try Data(text.utf8).write(to: folder.appendingPathComponent("mine.json")) }
            func refused(_ words: [String], cycle: String = "2026-Q4") async throws {
                let outcome = try await run(["--assessments", "mine.json"], cycle: cycle, in: folder)
                #expect(outcome.status == 3, "\(outcome.error)")
                for word in words { #expect(outcome.error.contains(word), "\(outcome.error)") }
                #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("\(cycle)/audit.json").path))
            }
            try await refused(["mine.json"])
            try write(#"{"version": 1, "cycle": "2026-Q4", "findings": [{"finding": "M31"}]}"#)
            try await refused(["mine.json: findings.[0].finding", "\"M31\" is no indicator"])
            try write(#"{"version": 1, "cycle": "2026-Q3", "findings": []}"#)
            try await refused(["mine.json is about the report of 2026-Q3", "2026-Q4"])
            try write(#"{"version": 1, "cycle": "2026-Q4", "findings": [{"finding": "M2 top5_day_activity_share test_langauge"}]}"#)
            try await refused(["findings.[0].finding", "\"M2 top5_day_activity_share test_langauge\" is no finding of this report"])
        }
    }

    @Test func aDayIsADay() async throws {
        let outcome = try await Tool.run(["report", "--from", "x", "--out", "y", "--on", "tomorrow"])
        #expect(outcome.status == 64 && outcome.error.contains("--on"), "\(outcome.error)")
    }
}
