import Cohort
import Foundation
import Intake
import Postgres
import TestSupport
import Testing

@Suite struct CaptureTests {
    private static func request(from: String = "2026-10-01", to: String = "2026-12-31", linkKey: LinkKey? = nil) throws -> CaptureRequest {
        try CaptureRequest(
            from: #require(Day(iso: from)), to: #require(Day(iso: to)), linkKey: linkKey, toolVersion: "test")
    }

    /// Captures into a folder of its own, which must be empty again when the capture fails.
    private func capture(_ url: String, _ request: CaptureRequest) throws -> Snapshot {
        let folder = NSTemporaryDirectory() + "/capture-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try Capture.run(Connection(url: url), request, to: folder + "/out.sqlite")
        } catch {
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "a file was left")
            throw error
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.sqlite"])
        return try Snapshot.read(from: folder + "/out.sqlite")
    }

    @Test func `only what belongs to the period passes, as coarse as it should be`() async throws {
        try await Town.with { database in
            let snapshot = try capture(database.url, Self.request())

            // Cem had no run; r0 and r1 lie before the period (r1 by half an hour, in Amsterdam), r5 begins after it.
            #expect(snapshot.participants.count == 2)
            #expect(snapshot.runs.count == 3)
            #expect(snapshot.lists.allSatisfy { $0 == RecordedList(workplaces: [0, 1, 2], distances: [0.5, 1, 1.5]) })
            let anna = try #require(snapshot.participants.first { $0.gender == "female" })
            let bo = try #require(snapshot.participants.first { $0.gender == "male" })
            #expect(anna.ageBand == "27-44" && anna.benefitDuration == "2-5y" && anna.intakeWeek?.iso == "2026-07-13")
            #expect(anna.municipality == "GM0406" && anna.educationLevel == "low" && anna.preferredLanguage == "ar" && anna.dutchLevel == "A2")
            #expect(anna.targetGroupRegister == true && anna.travelMaxMinutes == 45 && anna.hoursAvailable == 24)
            #expect(anna.firstRunOn?.iso == "2026-08-01")
            #expect(bo.ageBand == "55+" && bo.benefitDuration == "<1y" && bo.firstRunOn?.iso == "2026-12-31")
            #expect(bo.leftOn == nil && bo.leftReason == nil, "bo left after the period")

            // r3 was made five minutes before r2.
            let runsOfAnna = snapshot.runs.filter { $0.participantId == anna.participantId }.sorted { $0.sequence < $1.sequence }
            #expect(runsOfAnna.map(\.executedOn.iso) == ["2026-10-01", "2026-10-01"])
            #expect(runsOfAnna.map(\.sequence) == [1, 2])
            let choices = snapshot.choices.sorted { $0.sequence < $1.sequence }
            #expect(choices.map(\.matchRunId) == runsOfAnna.map(\.matchRunId))
            #expect(choices.map(\.chosenWorkplaceId) == ["w2", "w1"] && choices.map(\.overrideReason) == ["too_far", nil])

            // Anna's tests but the one of next year; what it says of later days is unknown.
            #expect(snapshot.assessments.count == 3)
            let a1 = try #require(snapshot.assessments.first { $0.testLanguage == "ar" })
            #expect(a1.startedOn?.iso == "2026-07-20" && a1.mode == "assisted" && a1.completeness == Double(Float(0.9)))
            #expect(snapshot.assessments.contains { $0.assessmentId == a1.supersededBy })
            let b1 = try #require(snapshot.assessments.first { $0.mode == "paper" })
            #expect(b1.completedOn == nil)
            #expect(snapshot.scores.count == 6)
            #expect(snapshot.scores.filter { $0.score == nil }.count == 1)
            #expect(snapshot.workplaces.map(\.workplaceId) == ["w1", "w2", "w3"])
            #expect(snapshot.workplaces.map(\.workKind) == ["paid", "day_activity", "sheltered"])
            #expect(snapshot.workplaces[0].employerId == snapshot.workplaces[1].employerId && snapshot.workplaces[2].employerId == nil)
            #expect(snapshot.workplaces[1].activeTo?.iso == "2026-12-31" && snapshot.workplaces[0].lastConfirmedOn?.iso == "2026-09-01")
            #expect(snapshot.profiles.count == 6)

            let placement = try #require(snapshot.placements.first)
            #expect(snapshot.placements.count == 1, "not the one before Anna's first run, nor those of Bo (later) and Cem")
            #expect(placement.participantId == anna.participantId && placement.startedOn.iso == "2026-11-01")
            #expect(placement.endedOn == nil && placement.endReason == nil, "it ended after the period")
            #expect(placement.matchRunId == runsOfAnna.last?.matchRunId)
            #expect(Set(snapshot.feedback.map(\.givenOn.iso)) == ["2026-11-05", "2026-12-05"])
            #expect(snapshot.feedback.allSatisfy { $0.participantId == anna.participantId })
            #expect(snapshot.feedback.compactMap(\.followedUpOn?.iso) == ["2026-12-07"])
            #expect(snapshot.invitations.count == 2)
            #expect(snapshot.invitations.first { $0.participantId == bo.participantId }?.response == nil, "bo answered after the period")
            #expect(snapshot.abilities.map(\.participantId) == [anna.participantId])
            #expect(snapshot.demands.count == 1 && snapshot.travelTimes.map(\.minutes) == [20] && snapshot.contacts.map(\.shownRank) == [3])
            #expect(snapshot.contacts[0].employerId == snapshot.workplaces[0].employerId)

            let manifest = snapshot.manifest
            #expect(manifest.contractVersion == Contract.version && manifest.period.from.iso == "2026-10-01" && manifest.period.to.iso == "2026-12-31")
            #expect(!manifest.linkable && manifest.ageBandBounds == [27, 45, 55] && manifest.timeZone == "Europe/Amsterdam")
            #expect(manifest.relations.count == Contract.relations.count && manifest.relations.values.allSatisfy(\.offered))
            #expect(manifest.transformations["participant.birth_year"] == "age band at the end of the period")
        }
    }

    @Test func `no key, birth year or time of day is in the file`() async throws {
        try await Town.with { database in
            let path = NSTemporaryDirectory() + "/capture-\(UUID().uuidString).sqlite"
            defer { try? FileManager.default.removeItem(atPath: path) }
            // Keys long enough not to turn up by chance.
            try await database.run(
                """
                SET search_path = fairness_audit;
                UPDATE participant SET participant_id = 'identified-' || participant_id;
                UPDATE assessment SET participant_id = 'identified-' || participant_id; UPDATE match_run SET participant_id = 'identified-' || participant_id;
                DELETE FROM placement; DELETE FROM feedback; DELETE FROM invitation; DELETE FROM participant_ability; DELETE FROM travel_time;
                DELETE FROM employer_contact; UPDATE choice SET counsellor_id = 'identified-' || counsellor_id;
                UPDATE workplace SET employer_id = 'identified-' || employer_id;
                """)
            try Capture.run(Connection(url: database.url), Self.request(), to: path)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for trace in ["identified", "1990", "23:59", "00:05"] { #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace)") }
            #expect(bytes.range(of: Data("27-44".utf8)) != nil)
        }
    }

    @Test func `two captures link under a kept key, and only then`() async throws {
        let path = NSTemporaryDirectory() + "/link-key-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: path, contents: Data(repeating: 7, count: 32), attributes: [.posixPermissions: 0o600])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let key = try LinkKey(contentsOf: path)
        try await Town.with { database in
            let quarter = try capture(database.url, Self.request(linkKey: key))
            let year = try capture(database.url, Self.request(from: "2026-01-01", linkKey: key))
            #expect(quarter.manifest.linkable)
            #expect(Set(quarter.runs.map(\.matchRunId)).isStrictSubset(of: Set(year.runs.map(\.matchRunId))))
            let fresh = try capture(database.url, Self.request())
            #expect(Set(fresh.runs.map(\.matchRunId)).isDisjoint(with: quarter.runs.map(\.matchRunId)))
        }
    }

    @Test func `views over other types, with optional columns left out, give the same snapshot`() async throws {
        try await Town.with { database in
            try await database.run(
                """
                ALTER SCHEMA fairness_audit RENAME TO production; CREATE SCHEMA fairness_audit;
                CREATE TYPE production.sex AS ENUM ('female', 'male', 'other');
                DO $$ DECLARE t text; BEGIN
                    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'production' LOOP
                        EXECUTE format('CREATE VIEW fairness_audit.%I AS SELECT * FROM production.%I', t, t);
                    END LOOP; END $$;
                DROP VIEW fairness_audit.participant, fairness_audit.match_result, fairness_audit.ideal_profile, fairness_audit.travel_time, fairness_audit.match_run;
                CREATE VIEW fairness_audit.participant AS SELECT participant_id::varchar(40), birth_year::numeric, gender::production.sex,
                    municipality::bpchar(6), benefit_since::timestamptz, travel_max_minutes::bigint FROM production.participant;
                CREATE VIEW fairness_audit.match_result AS SELECT match_run_id::varchar, workplace_id::varchar(9), rank::smallint,
                    distance::numeric FROM production.match_result;
                CREATE VIEW fairness_audit.match_run AS SELECT match_run_id::varchar, participant_id, assessment_id, algorithm_version,
                    executed_at AT TIME ZONE 'Europe/Amsterdam' AS executed_at FROM production.match_run;
                CREATE VIEW fairness_audit.ideal_profile AS SELECT workplace_id, scale_code, target::int FROM production.ideal_profile;
                """)
            let snapshot = try capture(database.url, Self.request())
            let anna = try #require(snapshot.participants.first { $0.gender == "female" })
            #expect(anna.ageBand == "27-44" && anna.benefitDuration == "2-5y" && anna.municipality == "GM0406" && anna.travelMaxMinutes == 45)
            #expect(anna.educationLevel == nil)
            #expect(snapshot.runs.count == 3 && snapshot.lists[0].distances == [0.5, 1, 1.5])
            #expect(snapshot.profiles.count == 6 && snapshot.profiles.allSatisfy { $0.profileVariant == "" && $0.weight == 1 })
            #expect(snapshot.manifest.relations["travel_time"]?.offered == false)
            #expect(snapshot.manifest.relations["ideal_profile"]?.missingColumns == ["profile_variant", "weight"])
        }
    }

    @Test func `codes outside the list become unknown and are counted`() async throws {
        try await Town.with(
            """
            UPDATE participant SET gender = 'V' WHERE participant_id <> 'cem'; UPDATE participant SET municipality = 'Huizen';
            UPDATE choice SET override_reason = 'Mevrouw Jansen wilde niet'; UPDATE assessment SET quality_flag = 'zei dat hij Piet heet';
            """
        ) { database in
            let snapshot = try capture(database.url, Self.request())
            #expect(snapshot.participants.allSatisfy { $0.gender == nil && $0.municipality == nil })
            #expect(snapshot.choices.allSatisfy { $0.overrideReason == nil } && snapshot.assessments.allSatisfy { $0.qualityFlag == nil })
            #expect(
                snapshot.manifest.unrecognised == [
                    "participant.gender": 2, "participant.municipality": 2, "choice.override_reason": 2, "assessment.quality_flag": 3,
                ])
        }
    }

    /// SQL that spoils the town, and what the capture must say of it.
    static let refusals: [(sql: String, expected: String)] = [
        ("ALTER TABLE participant ADD bsn text", "offers more than the contract: participant.bsn"),
        ("CREATE VIEW names AS SELECT 1 AS a", "offers more than the contract: names"),
        ("DROP TABLE match_result", "cannot do without: match_result"),
        ("ALTER TABLE workplace DROP work_kind", "cannot do without: workplace.work_kind"),
        ("ALTER TABLE placement DROP started_on", "cannot do without: placement.started_on"),
        ("UPDATE assessment_score SET score = 'NaN' WHERE assessment_id = 'a1'", "assessment_score.score holds NaN"),
        ("UPDATE assessment_score SET score = 101 WHERE assessment_id = 'a1'", "outside the minimum and maximum of scale"),
        ("DELETE FROM match_result WHERE match_run_id = 'r4'", "1 match run(s) have no results"),
        ("DELETE FROM match_result WHERE match_run_id = 'r4' AND rank = 2", "ranks of 1 list(s)"),
        ("UPDATE assessment_score SET score = NULL WHERE scale_code = 'calm'", "scale calm, on which nobody"),
        ("INSERT INTO ideal_profile VALUES ('w1', '', 'spatial', 3, 1)", "scale spatial, which relation scale does not have"),
        ("ALTER TABLE participant DROP CONSTRAINT participant_pkey; INSERT INTO participant (participant_id) VALUES ('anna')", "participant has two rows with one key"),
        ("ALTER TABLE choice DROP CONSTRAINT choice_pkey; UPDATE choice SET choice_id = 'c1'", "choice has two rows with one key"),
        ("DELETE FROM participant WHERE participant_id = 'anna'", "names a row that relation participant does not have"),
        ("UPDATE match_result SET workplace_id = 'w9' WHERE rank = 1", "names a row that relation workplace does not have"),
        ("UPDATE workplace SET work_kind = 'volunteer'", "workplace.work_kind holds a value"),
        ("UPDATE workplace SET active_from = '-infinity'", "workplace.active_from holds infinity"),
        ("DELETE FROM match_run WHERE executed_at > '2026-09-30'", "No match run was executed from 2026-10-01 to 2026-12-31"),
        (
            "ALTER TABLE participant ALTER birth_year TYPE text; UPDATE participant SET birth_year = 'about 1990'",
            "does not fit while reading participant"
        ),
        ("ALTER TABLE match_result DROP CONSTRAINT match_result_pkey; ALTER rank DROP NOT NULL; UPDATE match_result SET rank = NULL", "match_result.rank cannot be read"),
    ]

    @Test(arguments: refusals)
    func `what is wrong is refused in one sentence without values, and leaves no file`(sql: String, expected: String) async throws {
        try await Town.with(sql.replacing("; ALTER rank", with: "; ALTER TABLE match_result ALTER rank")) { database in
            let error = #expect(throws: (any Error).self) { try capture(database.url, Self.request()) }
            let text = error.map { String(describing: $0) } ?? ""
            #expect(text.contains(expected), "\(text)")
            for value in ["about 1990", "anna", "volunteer", "w9", "101"] { #expect(!text.contains(value), "\(text)") }
            let outside = expected.contains("more than the contract")
            #expect(((error as? IntakeError)?.kind == .outsideContract) == outside)
        }
    }

    @Test func `a role without SELECT on one relation`() async throws {
        try await Town.with { database in
            let role = try await database.makeRole()
            try await database.run(
                "GRANT USAGE ON SCHEMA fairness_audit TO \(role); GRANT SELECT ON ALL TABLES IN SCHEMA fairness_audit TO \(role); REVOKE ALL ON fairness_audit.placement FROM \(role)")
            let error = #expect(throws: PostgresError.self) { try capture(database.url(forRole: role), Self.request()) }
            #expect(error == .permissionDenied(during: "reading placement", reason: "no right to SELECT from fairness_audit.placement"))
            try await database.run("GRANT SELECT ON fairness_audit.placement TO \(role)")
            #expect(try capture(database.url(forRole: role), Self.request()).runs.count == 3)
            try await database.dropRole(role)
        }
    }

    @Test func `dates the wrong way round, and a time zone that is not one`() async throws {
        #expect(throws: IntakeError.periodReversed(from: "2026-12-31", to: "2026-10-01")) {
            try Self.request(from: "2026-12-31", to: "2026-10-01")
        }
        try await Town.with { database in
            var request = try Self.request()
            request.timeZone = "Europe/Huizen"
            #expect(throws: IntakeError.unknownTimeZone) { try capture(database.url, request) }
        }
    }

    @Test func `a server that goes away while lists are read leaves no file`() async throws {
        // A view that kills its own reader after a number of rows.
        try await Town.with(
            """
            INSERT INTO match_result SELECT 'r4', 'w1', n, 1 FROM generate_series(4, 200000) n;
            ALTER TABLE match_result RENAME TO stored; ALTER TABLE stored SET SCHEMA public;
            CREATE FUNCTION public.fall(rank int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN
                IF rank = 150000 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN rank; END $$;
            CREATE VIEW match_result AS SELECT match_run_id, workplace_id, public.fall(rank) AS rank, distance FROM public.stored;
            """
        ) { database in
            #expect(throws: PostgresError.connectionLost(during: "reading match_result")) { try capture(database.url, Self.request()) }
        }
    }

    @Test func `an existing file is not replaced, and not touched by a failure`() async throws {
        try await Town.with { database in
            let path = NSTemporaryDirectory() + "/kept-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: SnapshotError.exists(path: path)) {
                try Capture.run(Connection(url: database.url), Self.request(), to: path)
            }
            try await database.run("DELETE FROM fairness_audit.match_result WHERE match_run_id = 'r4'")
            #expect(throws: IntakeError.runsWithoutResults(count: 1)) {
                try Capture.run(Connection(url: database.url), Self.request(), to: path, overwrite: true)
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
        }
    }
}
