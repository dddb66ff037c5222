import Intake
import TestSupport

/// A town small enough to know by heart, in the contract's tables.
///
/// Anna had a run in August, one on the last evening of September and one in October; Bo had one in October; Cem has had none.
enum Town {
    static let rows = """
        SET search_path = fairness_audit;
        INSERT INTO participant VALUES
            ('anna', 1990, 'female', 'GM0406', 'low', 'ar', 'A2', '2023-10-15', true, 45, 24, '2026-07-15', NULL, NULL),
            ('bo', 1960, 'male', 'GM0376', 'high', 'nl', NULL, '2026-01-01', false, NULL, NULL, NULL, '2027-02-01', 'moved'),
            ('cem', 2000, 'other', 'GM0406', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
        INSERT INTO scale VALUES
            ('verbal', 'capacity', 'Verbaal', 'Verbal', 0, 100, false), ('calm', 'personality', 'Kalm', 'Calm', 1, 5, true);
        INSERT INTO assessment VALUES
            ('a1', 'anna', 'AMN', '7', 'n1', 'ar', 'assisted', '2026-07-20 10:00+02', '2026-07-20 11:00+02', 0.9, NULL, 'a2'),
            ('a2', 'anna', 'AMN', '7', 'n1', 'nl', 'online', '2026-09-01 10:00+02', '2026-09-01 11:00+02', 1, 'too_fast', NULL),
            ('a3', 'anna', 'AMN', '7', 'n1', 'nl', 'online', '2027-03-01 10:00+01', NULL, NULL, NULL, NULL),
            ('b1', 'bo', 'AMN', '7', 'n1', 'nl', 'paper', '2026-09-10 10:00+02', '2027-01-05 10:00+01', 1, NULL, NULL),
            ('c1', 'cem', 'AMN', '7', 'n1', 'nl', 'online', '2026-09-10 10:00+02', NULL, NULL, NULL, NULL);
        INSERT INTO assessment_score VALUES
            ('a1', 'verbal', 40, 3), ('a1', 'calm', 2, NULL), ('a2', 'verbal', 50, 3), ('a2', 'calm', NULL, NULL),
            ('b1', 'verbal', 70, 3), ('b1', 'calm', 5, NULL), ('c1', 'verbal', 10, NULL), ('a3', 'verbal', 60, NULL);
        INSERT INTO workplace VALUES
            ('w1', 'e1', '25655', 2, 'zorg', 'paid', 2, 16, '2026-01-01', NULL, '2026-09-01'),
            ('w2', 'e1', NULL, NULL, NULL, 'day_activity', NULL, NULL, '2026-01-01', '2026-12-31', NULL),
            ('w3', NULL, NULL, 4, 'horeca', 'sheltered', 1, NULL, '2026-06-01', NULL, NULL);
        INSERT INTO ideal_profile SELECT w, '', s, 3, 1 FROM unnest(ARRAY['w1','w2','w3']) w, unnest(ARRAY['verbal','calm']) s;
        INSERT INTO match_run VALUES
            ('r0', 'anna', 'a1', 'v1', '2026-08-01 09:00+02'),
            ('r1', 'anna', 'a2', 'v1', '2026-09-30 23:30+02'),
            ('r2', 'anna', 'a2', 'v1', '2026-10-01 00:10+02'),
            ('r3', 'anna', 'a2', 'v1', '2026-10-01 00:05+02'),
            ('r4', 'bo', 'b1', 'v1', '2026-12-31 23:59+01'),
            ('r5', 'bo', 'b1', 'v1', '2027-01-01 00:00+01');
        INSERT INTO match_result SELECT r, 'w' || n, n, n * 0.5 FROM unnest(ARRAY['r0','r1','r2','r3','r4','r5']) r, generate_series(1, 3) n;
        INSERT INTO choice VALUES
            ('c1', 'r2', 'k1', 'w1', NULL, '2026-10-02 10:00+02'), ('c2', 'r3', 'k2', 'w2', 'too_far', '2026-10-02 09:00+02'),
            ('c3', 'r4', 'k1', NULL, NULL, '2027-01-02 10:00+01'), ('c0', 'r0', 'k1', 'w3', NULL, '2026-08-02 10:00+02');
        INSERT INTO placement VALUES
            ('p1', 'anna', 'w1', 'r2', 'paid', '2026-11-01', '2027-02-01', 'no_match'),
            ('p2', 'anna', 'w2', NULL, 'day_activity', '2025-01-01', '2025-06-01', 'other'),
            ('p3', 'bo', 'w3', 'r4', 'sheltered', '2027-01-15', NULL, NULL), ('p4', 'cem', 'w3', NULL, 'sheltered', '2026-11-01', NULL, NULL);
        INSERT INTO feedback VALUES
            ('f1', NULL, 'r2', 'participant', 4, '2026-11-05', '2027-01-10'), ('f2', 'anna', NULL, 'employer', 2, '2026-12-05', '2026-12-07'),
            ('f3', 'anna', NULL, 'employer', 2, '2027-01-05', NULL), ('f4', 'cem', NULL, 'participant', 2, '2026-12-05', NULL);
        INSERT INTO invitation VALUES
            ('anna', '2026-07-01', 'accepted', '2026-07-02', 'guided', true), ('bo', '2026-12-30', 'declined', '2027-01-03', 'self_service', NULL);
        INSERT INTO participant_ability VALUES ('anna', true, true, false, NULL, true), ('cem', true, true, true, true, true);
        INSERT INTO workplace_demand VALUES ('w1', true, false, NULL, true);
        INSERT INTO travel_time VALUES ('anna', 'w1', 20), ('cem', 'w1', 30);
        INSERT INTO employer_contact VALUES
            ('x1', 'e1', 'anna', 'w1', 'employer', 3, '2026-11-01', 'hired'), ('x2', 'e1', 'bo', NULL, 'participant', NULL, '2027-01-01', NULL);
        """

    /// A database with the town in it, as this program prints the contract.
    static func with(_ change: String = "", _ body: (TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            try await database.run(Contract.ddl() + rows + change)
            try await body(database)
        }
    }
}
