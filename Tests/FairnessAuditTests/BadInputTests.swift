import Foundation
import TestSupport
import Testing

/// Bad input gets one clear message, the right exit code and no partial output.
@Suite struct BadInputTests {
    /// What every refusal has in common: the code, the words, and nothing left in the folder that was not there before.
    private func expectRefusal(
        _ arguments: [String], status: Int32, words: [String], in folder: URL, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try contents(folder)
        let outcome = try await Tool.run(arguments, in: folder)
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)", sourceLocation: sourceLocation)
        for word in words {
            #expect((outcome.error + outcome.output).contains(word), "\(outcome.error)\(outcome.output)", sourceLocation: sourceLocation)
        }
        #expect(outcome.error.components(separatedBy: "fairness-audit: ").count <= 2, "one message", sourceLocation: sourceLocation)
        #expect(try contents(folder) == before, "nothing is left behind", sourceLocation: sourceLocation)
    }

    private func contents(_ folder: URL) throws -> [String] {
        (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { !$0.hasSuffix("/") && !isEmptyFolder(folder, $0) }.sorted()
    }

    private func isEmptyFolder(_ folder: URL, _ path: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path))?.isEmpty ?? false
    }

    private let period = ["--from", "2026-01-01", "--to", "2026-12-31"]

    private func demoSnapshot(_ folder: URL) async throws -> String {
        let path = folder.appendingPathComponent("demo.sqlite").path
        let made = try await Tool.run(["demo", "--snapshot", path])
        #expect(made.status == 0, "\(made.error)")
        return path
    }

    /// The project's own limits and core, so that only what is wrong is wrong.
    private var settings: [String] {
        ["--thresholds", Repository.root.appendingPathComponent("thresholds.json").path, "--core", Repository.root.appendingPathComponent("core.json").path]
    }

    @Test(arguments: [
        (["run", "--demo", "--once", "--from", "2026-12-31", "--to", "2026-01-01"], "exchange them"),
        (["capture", "--database", "postgresql:///x", "--from", "2026-12-31", "--to", "2026-01-01", "--out", "a"], "exchange them"),
        (["run", "--demo", "--cycle", "2026-Q5"], "2026-Q4"),
        (["run", "--demo"], "Say what is judged"),
        (["run", "--cycle", "2026-Q4"], "Say where the data come from"),
        (["run", "--demo", "--cycle", "2026-Q4", "--planted", "everything"], "everything"),
        (["demo"], "Say what to do"),
        (["check"], "Say what to do"),
        (["nonsense"], "nonsense"),
    ])
    func aWrongCommandLineIsSixtyFour(arguments: [String], words: String) async throws {
        try await Tool.withFolder { folder in try await expectRefusal(arguments, status: 64, words: [words], in: folder) }
    }

    @Test func aSnapshotThatIsTruncatedOrMissingOrSomethingElse() async throws {
        try await Tool.withFolder { folder in
            let path = try await demoSnapshot(folder)
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
            let run = ["run", "--cycle", "2026-Q4", "--out", "report"] + settings
            try await expectRefusal(run + ["--snapshot", path], status: 3, words: ["is damaged", "Capture it again"], in: folder)
            try await expectRefusal(run + ["--snapshot", "absent.sqlite"], status: 3, words: ["No snapshot at absent.sqlite"], in: folder)
            try Data("hello".utf8).write(to: URL(fileURLWithPath: path))
            try await expectRefusal(run + ["--snapshot", path], status: 3, words: ["is not a snapshot"], in: folder)
        }
    }

    @Test func aSnapshotOfANewerVersion() async throws {
        try await Tool.withFolder { folder in
            let path = try await demoSnapshot(folder)
            let changed = try await Tool.shell("python3 -c \"import sqlite3; c = sqlite3.connect('\(path)'); c.execute('PRAGMA user_version = 9'); c.commit()\"")
            #expect(changed.status == 0, "\(changed.error)")
            try await expectRefusal(
                ["run", "--snapshot", path, "--cycle", "2026-Q4", "--out", "report"] + settings, status: 3,
                words: ["snapshot format 9", "newer fairness-audit"], in: folder)
        }
    }

    @Test func limitsWithAnUnknownKey() async throws {
        try await Tool.withFolder { folder in
            let text = try String(contentsOf: Repository.root.appendingPathComponent("thresholds.json"), encoding: .utf8)
            try text.replacing("\"minimumGroup\"", with: "\"minimumGruop\"").write(
                to: folder.appendingPathComponent("mine.json"), atomically: true, encoding: .utf8)
            try await expectRefusal(
                ["run", "--demo", "--cycle", "2026-Q4", "--thresholds", "mine.json"], status: 3, words: ["mine.json", "analysis.minimumGroup"], in: folder)
        }
    }

    @Test func aReportThatCannotBeWrittenOrIsThereAlready() async throws {
        try await Tool.withFolder { folder in
            try Data("a file".utf8).write(to: folder.appendingPathComponent("occupied"))
            let run = ["run", "--demo", "--cycle", "2026-Q4"] + settings
            try await expectRefusal(run + ["--out", "occupied/report"], status: 3, words: ["Nothing was written to occupied/report"], in: folder)

            #expect(try await Tool.run(run + ["--out", "report"], in: folder).status == 0)
            let before = try Data(contentsOf: folder.appendingPathComponent("report/audit.json"))
            try await expectRefusal(run + ["--out", "report", "--seed", "2"], status: 3, words: ["--force"], in: folder)
            #expect(try Data(contentsOf: folder.appendingPathComponent("report/audit.json")) == before)
            #expect(try await Tool.run(run + ["--out", "report", "--seed", "2", "--force"], in: folder).status == 0)
            #expect(try Data(contentsOf: folder.appendingPathComponent("report/audit.json")) != before)
        }
    }

    @Test func aPeriodOutsideTheSnapshot() async throws {
        try await Tool.withFolder { folder in
            let path = try await demoSnapshot(folder)
            try await expectRefusal(
                ["run", "--snapshot", path, "--cycle", "2027-Q1", "--out", "report"] + settings, status: 3,
                words: ["2027-03-31", "holds 2024-01-01 to 2026-12-31"], in: folder)
        }
    }

    @Test func aServerThatIsNotThere() async throws {
        try await Tool.withFolder { folder in
            let url = "postgresql://audit:SECRETWORD@127.0.0.1:1/werk"
            for arguments in [["check"], ["capture", "--out", "a.sqlite"] + period, ["run", "--cycle", "2026-Q4", "--out", "r"] + settings] {
                let outcome = try await Tool.run(arguments + ["--database", url], in: folder)
                #expect(outcome.status == 3, "\(outcome.error)")
                #expect(!(outcome.error + outcome.output).contains("SECRETWORD"))
                #expect((outcome.error + outcome.output).contains("127.0.0.1"))
            }
            #expect(try contents(folder).isEmpty)
        }
    }

    /// Each row: SQL that spoils a good database, the exit code, words of the message, and a value that must not be in it.
    @Test(arguments: [
        ("DROP TABLE fairness_audit.match_result", Int32(3), ["match_result"], "-"),
        ("ALTER TABLE fairness_audit.participant ADD COLUMN full_name text", 4, ["participant.full_name"], "-"),
        ("CREATE TABLE fairness_audit.notes (note text)", 4, ["notes"], "-"),
        ("UPDATE fairness_audit.assessment_score SET score = 'NaN' WHERE assessment_id = (SELECT min(assessment_id) FROM fairness_audit.match_run)",
            3, ["assessment_score.score"], "-"),
        ("UPDATE fairness_audit.assessment_score SET score = 12345 WHERE assessment_id = (SELECT min(assessment_id) FROM fairness_audit.match_run)",
            3, ["scale"], "12345"),
        ("DELETE FROM fairness_audit.match_result WHERE match_run_id = (SELECT min(match_run_id) FROM fairness_audit.match_run)", 3, ["results"], "-"),
        ("""
        INSERT INTO fairness_audit.scale VALUES ('unused', 'capacity', 'x', 'x', 0, 10, false);
        INSERT INTO fairness_audit.ideal_profile SELECT min(workplace_id), '', 'unused', 5, 1 FROM fairness_audit.workplace
        """, 3, ["unused"], "-"),
    ])
    func aDatabaseThatContradictsTheContract(spoil: String, status: Int32, words: [String], hidden: String) async throws {
        try await TestDatabase.with { database in
            try await Tool.withFolder { folder in
                let loaded = try await Tool.run(["demo", "--database", database.url], in: folder)
                #expect(loaded.status == 0, "\(loaded.error)")
                try await database.run(spoil)
                let capture = ["capture", "--database", database.url, "--out", "a.sqlite"] + period
                try await expectRefusal(capture, status: status, words: words, in: folder)
                let outcome = try await Tool.run(capture, in: folder)
                #expect(hidden == "-" || !outcome.error.contains(hidden), "no value in a message")
                try await expectRefusal(
                    ["run", "--database", database.url, "--cycle", "2026-Q4", "--out", "r"] + settings, status: status, words: words, in: folder)
            }
        }
    }

    @Test func aRoleWithoutSelect() async throws {
        try await TestDatabase.with { database in
            let loaded = try await Tool.run(["demo", "--database", database.url])
            #expect(loaded.status == 0, "\(loaded.error)")
            let role = try await database.makeRole()
            let without = try await Tool.run(["check", "--database", database.url(forRole: role)])
            #expect(without.status == 3, "\(without.output)\(without.error)")
            try await database.dropRole(role)
        }
    }

    @Test func aDatabaseIsNotLoadedTwice() async throws {
        try await TestDatabase.with { database in
            #expect(try await Tool.run(["demo", "--database", database.url]).status == 0)
            let again = try await Tool.run(["demo", "--database", database.url])
            #expect(again.status == 3)
            #expect(again.error.contains("fairness_audit"))
        }
    }
}
