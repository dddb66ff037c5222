import Audit
import Foundation
import Reporting
import TestSupport
import Testing

/// What people wrote in actions.json comes back in the report of the control cycle.
@Suite struct ActionsInReportTests {
    private static let limits = Repository.root.appendingPathComponent("thresholds.json").path

    private func run(_ arguments: [String], in folder: URL) async throws -> Tool.Outcome {
        try await Tool.run(["run", "--demo", "--cycle", "2026-Q4", "--thresholds", Self.limits, "--language", "en", "--out", "report"] + arguments, in: folder)
    }

    @Test func theDemonstrationShowsTheExample() async throws {
        try await Tool.withFolder { folder in
            let outcome = try await run([], in: folder)
            #expect(outcome.status == 0, "\(outcome.error)")
            let report = try AuditReport(json: Data(contentsOf: folder.appendingPathComponent("report/audit.json")))
            #expect(report.inventory.count { $0.kind == .option } == 27)
            #expect(report.inventory.first { $0.id == "H250" }?.progress?.overdue == true)
            #expect(report.inventory.first { $0.id == "H224" }?.progress?.overdue == false)
            #expect(report.inventory.first { $0.id == "H271" }?.progress == nil)
            #expect(report.actions.map(\.status) == ["busy", "not_started"])
            #expect(report.inputs.actions?.count == 64)
            try expectWords(for: report)
            let text = try String(contentsOf: folder.appendingPathComponent("report/report.md"), encoding: .utf8)
            #expect(text.contains("Was each promise kept, and did it help?"))
        }
    }

    /// Nothing on the page is a bare code: every table, column, note and reason of a whole report has a phrase.
    private func expectWords(for report: AuditReport) throws {
        let data = try Data(contentsOf: Repository.root.appendingPathComponent("Sources/Reporting/Phrases/en.json"))
        let phrases = Set(try JSONDecoder().decode([String: String].self, from: data).keys)
        func expect(_ prefix: String, _ codes: [String]) {
            for code in Set(codes) {
                let key = "\(prefix).\(code.split(separator: ":").first ?? "")"
                #expect(phrases.contains(key), "\(key)")
            }
        }
        for key in Set(report.tables.flatMap { $0.columns.map(\.key) }) { #expect(Phrasebook.knowsColumn(key), "column \(key)") }
        expect("table", report.tables.map(\.id))
        expect("note", report.tables.flatMap(\.notes))
        expect("reason", report.findings.compactMap(\.reason) + report.unavailable.map(\.reason))
        expect("attribute", report.findings.map(\.attribute).filter { !$0.contains(" x ") })
        expect("chapter", report.indicators.map { "\($0.chapter).title" })
    }

    @Test func whatIsWrongIsSaidBeforeTheWork() async throws {
        try await Tool.withFolder { folder in
            let absent = try await run(["--actions", "absent.json"], in: folder)
            #expect(absent.status == 3 && absent.error.contains("absent.json"), "\(absent.error)")
            try Data(#"{"version": 1, "options": [{"id": "H2244", "status": "done", "owner": "x"}], "findings": []}"#.utf8)
                .write(to: folder.appendingPathComponent("mine.json"))
            let wrong = try await run(["--actions", "mine.json"], in: folder)
            #expect(wrong.status == 3 && wrong.error.contains("mine.json: options.[0].id") && wrong.error.contains("did you mean \"H224\""), "\(wrong.error)")
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("report/report.html").path))
        }
    }
}
