import Cohort
import Foundation
import GRDB
import TestSupport
import Testing

/// `capture --for-ci` through the built program, from a real server to a gate.
@Suite struct PipelineCaptureTests {
    private static let period = ["--from", "2026-01-01", "--to", "2026-12-31"]
    private static let core = ["--core", Repository.root.appendingPathComponent("core.json").path]

    /// The project's limits with as few control replicates as they allow: their number is not what is tested here.
    private static func thresholds(in folder: URL) throws -> [String] {
        let text = try String(contentsOf: Repository.root.appendingPathComponent("thresholds.json"), encoding: .utf8)
        let path = folder.appendingPathComponent("thresholds.json")
        let quick = text.replacing(#/("controls": \{\s*"value": )2000/#) { "\($0.output.1)100" }
        try #require(quick != text)
        try Data(quick.utf8).write(to: path)
        return ["--thresholds", path.path]
    }

    private static func rows(_ path: URL, _ sql: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path.path, configuration: configuration).read { try String.fetchAll($0, sql: sql) }
    }

    private static func number(_ path: URL, _ sql: String) throws -> Int { try #require(Int(rows(path, "SELECT CAST((\(sql)) AS TEXT)").first ?? "")) }

    private func files(_ folder: URL) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    @Test func fromADatabaseToAFileThatOnlyTheGateTakes() async throws {
        try await TestDatabase.with { database in
            try await Tool.withFolder { folder in
                #expect(try await Tool.run(["demo", "--year", "2026", "--database", database.url]).status == 0)
                let settings = try Self.core + Self.thresholds(in: folder)
                let made = try await Tool.run(
                    ["capture", "--for-ci", "--database", database.url, "--out", "ci.sqlite"] + Self.period + settings, in: folder)
                #expect(made.status == 0, "\(made.error)")
                #expect(try files(folder) == ["ci.sqlite", "thresholds.json"], "nothing else is left, and nothing of the captured people")
                for words in ["reproduced 1015 of 1015", "findings got another verdict", "pseudonymous, not anonymous"] {
                    #expect(made.output.contains(words), "\(made.output)")
                }
                let ci = folder.appendingPathComponent("ci.sqlite")
                #expect(try FileManager.default.attributesOfItem(atPath: ci.path)[.posixPermissions] as? Int == 0o600)
                try expectNothingForbidden(ci)
                try expectFiveAlike(ci)
                try expectSeal(ci)
                try await expectRefusals(in: folder, settings)
                try await expectGate(in: folder, settings)
                try await expectDamage(in: folder, settings)
            }
        }
    }

    /// Every column that a gate does not need, as the file has it.
    private func expectNothingForbidden(_ ci: URL) throws {
        for table in ["choice", "placement", "feedback", "invitation", "employer_contact"] {
            #expect(try Self.number(ci, "SELECT COUNT(*) FROM \(table)") == 0, "\(table)")
            #expect(try Self.number(ci, "SELECT offered FROM manifest_relation WHERE name = '\(table)'") == 0, "\(table)")
        }
        let columns = [
            "participant": [
                "municipality", "preferred_language", "dutch_level", "benefit_duration", "target_group_register", "intake_week", "first_run_on",
                "left_on", "left_reason",
            ],
            "assessment": [
                "supplier", "battery_version", "norm_version", "started_on", "completed_on", "completeness", "quality_flag", "superseded_by",
            ],
            "assessment_score": ["standard_error"], "match_result": ["distance"],
            "workplace": ["employer_id", "crebo_code", "crebo_level", "sector", "seats", "last_confirmed_on"],
        ]
        for (table, names) in columns {
            #expect(try Self.number(ci, "SELECT COUNT(*) FROM \(table)") > 0, "\(table)")
            for name in names { #expect(try Self.number(ci, "SELECT COUNT(\(name)) FROM \(table)") == 0, "\(table).\(name)") }
        }
        #expect(try Self.number(ci, "SELECT COUNT(*) FROM participant WHERE hours_available % 4 <> 0 OR travel_max_minutes % 15 <> 0") == 0)
        #expect(try Self.number(ci, "SELECT COUNT(*) FROM assessment WHERE assessment_id NOT IN (SELECT assessment_id FROM match_run)") == 0)
        // Lists keep their length.
        #expect(try Self.number(ci, "SELECT COUNT(*) FROM match_result") == 1015 * 25)
    }

    /// k as SQL counts it, and as the manifest says.
    private func expectFiveAlike(_ ci: URL) throws {
        let k = try Self.number(
            ci,
            """
            SELECT MIN(n) FROM (
                SELECT COUNT(*) AS n FROM (
                    SELECT p.participant_id, COALESCE(age_band, '?') AS a, COALESCE(gender, '?') AS g, COALESCE(education_level, '?') AS e,
                        (SELECT MIN(test_language) || '-' || MAX(test_language) FROM assessment t WHERE t.participant_id = p.participant_id) AS l
                    FROM participant p) GROUP BY a, g, e, l)
            """)
        #expect(k >= 5)
        #expect(try Self.rows(ci, "SELECT value FROM manifest WHERE key = 'achieved_k'") == ["\(k)"])
        #expect(try Self.rows(ci, "SELECT value FROM manifest WHERE key = 'quasi_identifiers'") == ["age_band,gender,education_level,test_language"])
        let small = "SELECT COUNT(*) FROM (SELECT 1 FROM assessment WHERE test_language <> 'und' GROUP BY test_language HAVING COUNT(DISTINCT participant_id) < 10)"
        #expect(try Self.number(ci, small) == 0)
    }

    private func expectSeal(_ ci: URL) throws {
        #expect(try Self.number(ci, "SELECT user_version FROM pragma_user_version") == 2)
        let seal = try #require(Snapshot.read(from: ci.path).manifest.seal)
        #expect(seal.runs == 1015 && seal.exact == 1015 && seal.coreName == "ik-zoek")
        let core = try Data(contentsOf: Repository.root.appendingPathComponent("core.json"))
        #expect(seal.coreSHA256 == Fingerprint.sha256(of: core))
        #expect(seal.movement.gates == 7 && seal.movement.findings > 100 && seal.movement.largestChange > 0)
        #expect(Set(seal.byGroup.map(\.attribute)) == Set(Attribute.standard.map(\.rawValue)))
        // Counted by the groups that are left: of no group more lists than the file itself shows.
        for count in seal.byGroup where count.attribute == "gender" {
            let lists = try Self.number(
                ci, "SELECT COUNT(*) FROM match_run JOIN participant USING (participant_id) WHERE gender = '\(count.group)'")
            #expect(count.runs == lists)
        }
    }

    private func expectRefusals(in folder: URL, _ settings: [String]) async throws {
        let core = Self.core, thresholds = settings.suffix(2)
        let commands: [[String]] = [
            ["run", "--cycle", "2026-Q4", "--out", "report"] + core + thresholds, ["replay"] + core, ["whatif"] + core,
            ["explain", "--indicator", "M2", "--attribute", "test_language", "--group", "ar"] + core,
            ["capture", "--for-ci", "--out", "again.sqlite"] + settings,
        ]
        for command in commands {
            let refused = try await Tool.run(command + ["--snapshot", "ci.sqlite"], in: folder)
            #expect(refused.status == 3, "\(command)")
            #expect(refused.error.contains("was made for the gate (capture --for-ci): scores in it were changed"), "\(refused.error)")
            #expect(refused.error.split(separator: "\n").count == 1 && refused.output.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("report/report.html").path))
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("again.sqlite").path))
    }

    /// The gate takes it, with the fidelity that was sealed; for another baseline nothing is known.
    private func expectGate(in folder: URL, _ settings: [String]) async throws {
        let core = Repository.root.appendingPathComponent("core.json").path
        let gate = ["gate", "--snapshot", "ci.sqlite", "--candidate", core] + settings.suffix(2)
        let passed = try await Tool.run(gate + ["--baseline", core, "--out", "gate"], in: folder)
        #expect(passed.status == 0, "\(passed.error)\(passed.output)")
        let json = try String(contentsOf: folder.appendingPathComponent("gate/gate.json"), encoding: .utf8)
        for words in [#""forCI" : true"#, #""source" : "sealed""#] { #expect(json.contains(words)) }
        let other = folder.appendingPathComponent("other.json")
        try Data(String(contentsOfFile: core, encoding: .utf8).replacing("\"2.3\"", with: "\"2.2\"").utf8).write(to: other)
        let unknown = try await Tool.run(gate + ["--baseline", other.path], in: folder)
        #expect(unknown.status == 3 && unknown.error.contains("sealed with core"), "\(unknown.error)")
    }

    private func expectDamage(in folder: URL, _ settings: [String]) async throws {
        try await DatabaseQueue(path: folder.appendingPathComponent("ci.sqlite").path).write { try $0.execute(sql: "UPDATE seal SET exact = 1014") }
        let core = Repository.root.appendingPathComponent("core.json").path
        let refused = try await Tool.run(
            ["gate", "--snapshot", "ci.sqlite", "--baseline", core, "--candidate", core] + settings.suffix(2), in: folder)
        #expect(refused.status == 3 && refused.error.contains("is damaged: its seal"), "\(refused.error)")
    }

    @Test func fromASnapshotTheScalingConstantsAreThoseOfTheCapture() async throws {
        try await Tool.withFolder { folder in
            #expect(try await Tool.run(["demo", "--year", "2026", "--snapshot", "all.sqlite"], in: folder).status == 0)
            let settings = try Self.core + Self.thresholds(in: folder)
            let made = try await Tool.run(["capture", "--for-ci", "--snapshot", "all.sqlite", "--out", "ci.sqlite"] + settings, in: folder)
            #expect(made.status == 0, "\(made.error)")
            let all = try Snapshot.read(from: folder.appendingPathComponent("all.sqlite").path)
            let ci = try Snapshot.read(from: folder.appendingPathComponent("ci.sqlite").path)
            #expect(ci.scaling == all.scaling)
            #expect(ci.scores.map(\.score) != all.scores.map(\.score))
            #expect(Set(ci.participants.map(\.participantId)).isDisjoint(with: all.participants.map(\.participantId)))
            // Nothing is replaced, as by every capture.
            let again = try await Tool.run(["capture", "--for-ci", "--snapshot", "all.sqlite", "--out", "ci.sqlite"] + settings, in: folder)
            #expect(again.status == 3 && again.error.contains("already exists. Choose another --out, or remove the file first"), "\(again.error)")
        }
    }

    @Test func aTownWithoutFiveAlikeIsStopped() async throws {
        try await TestDatabase.with { database in
            try await Tool.withFolder { folder in
                #expect(try await Tool.run(["demo", "--year", "2026", "--database", database.url]).status == 0)
                try await database.run(
                    """
                    SET search_path = fairness_audit;
                    CREATE TEMP TABLE kept AS SELECT DISTINCT participant_id FROM match_run ORDER BY 1 LIMIT 4;
                    DELETE FROM choice; DELETE FROM placement; DELETE FROM feedback;
                    DELETE FROM match_result WHERE match_run_id IN (SELECT match_run_id FROM match_run WHERE participant_id NOT IN (SELECT * FROM kept));
                    DELETE FROM match_run WHERE participant_id NOT IN (SELECT * FROM kept);
                    """)
                let settings = try Self.core + Self.thresholds(in: folder)
                let before = try files(folder)
                let stopped = try await Tool.run(
                    ["capture", "--for-ci", "--database", database.url, "--out", "ci.sqlite"] + Self.period + settings, in: folder)
                #expect(stopped.status == 4, "\(stopped.error)")
                #expect(stopped.error.contains("fewer than 5 people are alike"), "\(stopped.error)")
                #expect(try files(folder) == before)
            }
        }
    }

    @Test(arguments: [
        (["capture", "--database", "postgresql:///x", "--out", "a"], "--from DATE --to DATE"),
        (["capture", "--snapshot", "x", "--out", "a"], "--database URL"),
        (["capture", "--for-ci", "--out", "a"], "--snapshot FILE"),
        (["capture", "--for-ci", "--snapshot", "x", "--from", "2026-01-01", "--out", "a"], "its own"),
        (["capture", "--for-ci", "--snapshot", "x", "--link-key", "k", "--out", "a"], "never is"),
        (["capture", "--core", "core.json", "--database", "postgresql:///x", "--from", "2026-01-01", "--to", "2026-12-31", "--out", "a"], "--for-ci"),
    ])
    func aWrongCommandLineIsSixtyFour(arguments: [String], words: String) async throws {
        try await Tool.withFolder { folder in
            let refused = try await Tool.run(arguments, in: folder)
            #expect(refused.status == 64 && refused.error.contains(words), "\(refused.error)")
            #expect(try files(folder) == [])
        }
    }
}
