import Intake
import Postgres
import TestSupport
import Testing

@Suite struct CheckTests {
    private func check(_ url: String) throws -> CheckReport {
        try ContractCheck.run(Connection(url: url))
    }

    @Test func `a reader's view of the town is fine`() async throws {
        try await Town.with { database in
            let role = try await database.makeRole()
            try await database.run("GRANT USAGE ON SCHEMA fairness_audit TO \(role); GRANT SELECT ON ALL TABLES IN SCHEMA fairness_audit TO \(role)")
            let report = try check(database.url(forRole: role))
            #expect(report.status == .ok)
            #expect(report.findings == [])
            #expect(report.relations.map(\.name) == Contract.relations.map(\.name))
            let runs = try #require(report.relations.first { $0.name == "match_run" })
            #expect(runs.rowCount == 6 && runs.firstDay == "2026-08-01" && runs.lastDay == "2027-01-01")
            #expect(report.lines(bold: false).last == "The database fulfils the contract.")
            #expect(report.lines(bold: false).contains("  match_run            offered, 6 rows, 2026-08-01 to 2027-01-01"))
            try await database.dropRole(role)
        }
    }

    @Test func `a role that can write is a warning in bold`() async throws {
        try await Town.with { database in
            let role = try await database.makeRole()
            try await database.run(
                "GRANT USAGE, CREATE ON SCHEMA fairness_audit TO \(role); GRANT SELECT ON ALL TABLES IN SCHEMA fairness_audit TO \(role); GRANT TRUNCATE ON fairness_audit.scale TO \(role); GRANT UPDATE (gender) ON fairness_audit.participant TO \(role)")
            let report = try check(database.url(forRole: role))
            #expect(report.status == .ok)
            #expect(report.findings.map(\.kind) == [.canWrite, .canWrite])
            #expect(report.findings.map(\.text) == ["the role can create objects in the schema", "the role can write to participant, scale"])
            #expect(report.lines(bold: true).contains { $0.contains("\u{1B}[1mfairness_audit: the role can write to participant, scale\u{1B}[0m") })
            #expect(!report.lines(bold: false).joined().contains("\u{1B}"))
            // The tests' own role is a superuser.
            #expect(try check(database.url).findings.contains { $0.kind == .canWrite && $0.text.contains("superuser") })
            try await database.dropRole(role)
        }
    }

    @Test func `what is outside the contract is named, and then no row is read`() async throws {
        try await Town.with("ALTER TABLE participant ADD bsn text; CREATE TABLE names (n int); UPDATE participant SET gender = 'V'") { database in
            let report = try check(database.url)
            #expect(report.status == .outsideContract)
            #expect(report.findings.filter { $0.kind == .outsideContract }.map(\.place) == ["names", "participant.bsn"])
            #expect(report.relations.allSatisfy { $0.rowCount == nil })
            #expect(!report.findings.contains { $0.kind == .unknownCodes })
        }
    }

    @Test func `what is missing is named with what it costs`() async throws {
        try await Town.with(
            """
            DROP TABLE match_result; ALTER TABLE assessment DROP test_language; DROP TABLE choice; DROP TABLE travel_time;
            ALTER TABLE participant DROP left_on; ALTER TABLE workplace DROP last_confirmed_on; ALTER TABLE assessment DROP completed_at;
            """
        ) { database in
            let report = try check(database.url)
            #expect(report.status == .missingRequired)
            #expect(report.findings.filter { $0.kind == .missingRequired }.map(\.place) == ["assessment.test_language", "match_result"])
            let costs = Dictionary(uniqueKeysWithValues: report.findings.filter { $0.kind == .unavailable }.map { ($0.place, $0.text) })
            #expect(
                costs == [
                    "choice": "is not offered, so unavailable: M12, M13, M14, M15", "travel_time": "is not offered, so unavailable: M29",
                    "participant.left_on": "is not offered, so unavailable: competing exits in M16, M17",
                    "workplace.last_confirmed_on": "is not offered, so unavailable: M11",
                    "assessment.completed_at": "is not offered, so unavailable: M9",
                ])
        }
    }

    @Test func `no schema, and a role without rights`() async throws {
        try await TestDatabase.with { database in
            let report = try check(database.url)
            #expect(report.status == .missingRequired)
        }
        try await Town.with { database in
            let role = try await database.makeRole()
            try await database.run("GRANT USAGE ON SCHEMA fairness_audit TO \(role); GRANT SELECT ON ALL TABLES IN SCHEMA fairness_audit TO \(role); REVOKE ALL ON fairness_audit.scale FROM \(role)")
            let report = try check(database.url(forRole: role))
            #expect(report.status == .missingRequired)
            #expect(report.findings.map(\.kind) == [.unreadable] && report.findings.map(\.place) == ["scale"])
            #expect(report.relations.first { $0.name == "match_run" }?.rowCount == 6)
            try await database.dropRole(role)
        }
    }

    @Test func `casts are named, and a value that does not cast is one finding without the value`() async throws {
        try await Town.with(
            """
            ALTER TABLE participant ALTER birth_year TYPE text; UPDATE participant SET birth_year = 'about 1990' WHERE participant_id = 'anna';
            ALTER TABLE match_result ALTER rank TYPE numeric(6);
            """
        ) { database in
            let report = try check(database.url)
            #expect(report.status == .missingRequired)
            let casts = try #require(report.relations.first { $0.name == "match_result" }?.casts)
            #expect(casts.map(\.column) == ["rank"] && casts.map(\.from) == ["numeric(6,0)"] && casts.map(\.to) == ["integer"])
            #expect(report.findings.filter { $0.kind == .doesNotCast }.map(\.place) == ["participant.birth_year"])
            #expect(!report.lines(bold: false).joined().contains("1990"))
        }
    }

    /// SQL that spoils the town's rows, and the one thing that check must find.
    static let faults: [(sql: String, kind: CheckReport.Finding.Kind, place: String, part: String)] = [
        ("UPDATE participant SET gender = 'V' WHERE participant_id <> 'cem'", .unknownCodes, "participant.gender", "2 values"),
        ("UPDATE choice SET override_reason = 'Mevrouw Jansen'", .unknownCodes, "choice.override_reason", "4 values"),
        ("DELETE FROM travel_time; DELETE FROM participant_ability; DELETE FROM placement; DELETE FROM feedback; DELETE FROM assessment WHERE participant_id = 'cem'; DELETE FROM assessment_score WHERE assessment_id = 'c1'; UPDATE match_run SET assessment_id = 'c1' WHERE match_run_id = 'r4'", .orphans, "match_run.assessment_id", "1 rows"),
        ("UPDATE assessment SET superseded_by = 'gone' WHERE assessment_id = 'a1'", .orphans, "assessment.superseded_by", "1 rows"),
        ("ALTER TABLE scale DROP CONSTRAINT scale_pkey; INSERT INTO scale SELECT * FROM scale WHERE scale_code = 'calm'", .duplicateKeys, "scale", "1 keys"),
        ("UPDATE assessment_score SET score = 'NaN' WHERE assessment_id = 'c1'", .notFinite, "assessment_score.score", "1 values"),
        ("UPDATE assessment_score SET score = 6 WHERE scale_code = 'calm' AND score IS NOT NULL", .outsideRange, "assessment_score.score", "2 scores lie outside the minimum and maximum of scale calm"),
        ("UPDATE feedback SET score = 9", .outsideRange, "feedback.score", "4 values"),
        ("UPDATE assessment_score SET score = NULL WHERE scale_code = 'calm'", .scaleWithoutScores, "ideal_profile.scale_code", "scale calm"),
        ("DELETE FROM match_result WHERE match_run_id IN ('r0', 'r4')", .runsWithoutResults, "match_run", "2 runs"),
        ("UPDATE match_result SET rank = 7 WHERE match_run_id = 'r0' AND rank = 3", .ranksNotConsecutive, "match_result.rank", "1 lists"),
        ("ALTER TABLE match_run ALTER executed_at DROP NOT NULL; UPDATE match_run SET executed_at = NULL WHERE match_run_id = 'r0'", .nullInRequired, "match_run.executed_at", "1 of 6 rows"),
    ]

    @Test(arguments: faults)
    func `a fault in the rows is counted, placed and not shown`(sql: String, kind: CheckReport.Finding.Kind, place: String, part: String) async throws {
        try await Town.with(sql) { database in
            let report = try check(database.url)
            let found = report.findings.filter { $0.kind != .canWrite }
            #expect(found.map(\.kind) == [kind])
            #expect(found.map(\.place) == [place])
            #expect(found.first?.text.contains(part) == true, "\(found.first?.text ?? "")")
            #expect(found.first?.advice.isEmpty == false)
            #expect(report.status == .ok)
            let text = report.lines(bold: false).joined(separator: "\n")
            for value in ["Jansen", "gone", "'V'"] { #expect(!text.contains(value)) }
        }
    }

    @Test func `checking changes nothing`() async throws {
        // Rows with where they lie and who wrote them last, because the server's own counts of changes arrive late.
        let rows = Contract.relations.map {
            "SELECT '\($0.name)', count(*), sum(hashtext(row.ctid::text || row.xmin::text || row::text)::bigint) FROM fairness_audit.\($0.name) AS row"
        }.joined(separator: " UNION ALL ")
        let state = rows + "; SELECT count(*) FROM pg_class"
        try await Town.with { database in
            let before = try await database.run(state)
            _ = try check(database.url)
            #expect(try await database.run(state) == before)
            // That it would be seen: the same value is written again.
            try await database.run("UPDATE fairness_audit.scale SET minimum = minimum WHERE scale_code = 'calm'")
            #expect(try await database.run(state) != before)
        }
    }
}
