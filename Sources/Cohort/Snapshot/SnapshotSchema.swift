import GRDB

/// The tables of a snapshot file. Every table is `WITHOUT ROWID` and keyed by pseudonym, so that the order of rows
/// in the file says nothing about the order of rows in production.
enum SnapshotSchema {
    /// "FAud": marks the file as a snapshot of this tool.
    static let applicationID: Int32 = 0x4641_7564
    /// Raised whenever a reader of the previous version could misread a file.
    static let formatVersion = 1
    /// Of a snapshot with a seal: a reader that does not know seals would take jittered people for captured ones, so it must refuse.
    static let sealedFormatVersion = 2

    /// In the order of the contract; each has the primary key that it is stored and digested in.
    static let tables: [(name: String, key: String)] = [
        (Participant.databaseTableName, "participant_id"),
        (Scale.databaseTableName, "scale_code"),
        (Assessment.databaseTableName, "assessment_id"),
        (AssessmentScore.databaseTableName, "assessment_id, scale_code"),
        (Workplace.databaseTableName, "workplace_id"),
        (IdealProfileEntry.databaseTableName, "workplace_id, profile_variant, scale_code"),
        (MatchRun.databaseTableName, "match_run_id"),
        (MatchResult.databaseTableName, "match_run_id, rank"),
        (Choice.databaseTableName, "choice_id"),
        (Placement.databaseTableName, "placement_id"),
        (Feedback.databaseTableName, "feedback_id"),
        (Invitation.databaseTableName, "participant_id, invited_on"),
        (ParticipantAbility.databaseTableName, "participant_id"),
        (WorkplaceDemand.databaseTableName, "workplace_id"),
        (TravelTime.databaseTableName, "participant_id, workplace_id"),
        (EmployerContact.databaseTableName, "contact_id"),
    ]

    static func create(in db: Database) throws {
        try db.execute(sql: ddl)
        try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(formatVersion)")
    }

    /// Turns the file into a sealed one.
    static func createSeal(in db: Database) throws {
        try db.execute(sql: sealDDL)
        try db.execute(sql: "PRAGMA user_version = \(sealedFormatVersion)")
    }

    private static let sealDDL = """
        CREATE TABLE seal (
            core_sha256 TEXT PRIMARY KEY, core_name TEXT NOT NULL, core_version TEXT NOT NULL, runs INTEGER NOT NULL, exact INTEGER NOT NULL,
            movement_gates INTEGER NOT NULL, movement_findings INTEGER NOT NULL, movement_moved INTEGER NOT NULL,
            movement_largest_change REAL NOT NULL) WITHOUT ROWID;
        CREATE TABLE seal_group (
            attribute TEXT NOT NULL, group_name TEXT NOT NULL, runs INTEGER NOT NULL, exact INTEGER NOT NULL,
            PRIMARY KEY (attribute, group_name)) WITHOUT ROWID;
        CREATE TABLE seal_digest (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
        """

    private static let ddl = """
        CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE manifest_relation (
            name TEXT PRIMARY KEY, offered INTEGER NOT NULL, missing_columns TEXT NOT NULL,
            row_count INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE manifest_transformation (column_name TEXT PRIMARY KEY, transformation TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE manifest_unrecognised (column_name TEXT PRIMARY KEY, value_count INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE scaling_constant (
            side TEXT NOT NULL, scale_code TEXT NOT NULL, value_count INTEGER NOT NULL, mean REAL NOT NULL,
            standard_deviation REAL NOT NULL, minimum REAL NOT NULL, maximum REAL NOT NULL,
            PRIMARY KEY (side, scale_code)) WITHOUT ROWID;

        CREATE TABLE participant (
            participant_id BLOB PRIMARY KEY, age_band TEXT, gender TEXT, municipality TEXT, education_level TEXT,
            preferred_language TEXT, dutch_level TEXT, benefit_duration TEXT, target_group_register INTEGER,
            travel_max_minutes INTEGER, hours_available INTEGER, intake_week TEXT, first_run_on TEXT,
            left_on TEXT, left_reason TEXT) WITHOUT ROWID;
        CREATE TABLE scale (
            scale_code TEXT PRIMARY KEY, component TEXT NOT NULL, label_nl TEXT NOT NULL, label_en TEXT NOT NULL,
            minimum REAL NOT NULL, maximum REAL NOT NULL, language_free INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE assessment (
            assessment_id BLOB PRIMARY KEY, participant_id BLOB NOT NULL, supplier TEXT, battery_version TEXT,
            norm_version TEXT, test_language TEXT NOT NULL, mode TEXT, started_on TEXT, completed_on TEXT,
            completeness REAL, quality_flag TEXT, superseded_by BLOB) WITHOUT ROWID;
        CREATE TABLE assessment_score (
            assessment_id BLOB NOT NULL, scale_code TEXT NOT NULL, score REAL, standard_error REAL,
            PRIMARY KEY (assessment_id, scale_code)) WITHOUT ROWID;
        CREATE TABLE workplace (
            workplace_id TEXT PRIMARY KEY, employer_id BLOB, crebo_code TEXT, crebo_level INTEGER, sector TEXT,
            work_kind TEXT NOT NULL, seats INTEGER, minimum_hours INTEGER, active_from TEXT NOT NULL, active_to TEXT,
            last_confirmed_on TEXT) WITHOUT ROWID;
        CREATE TABLE ideal_profile (
            workplace_id TEXT NOT NULL, profile_variant TEXT NOT NULL, scale_code TEXT NOT NULL, target REAL NOT NULL,
            weight REAL NOT NULL, PRIMARY KEY (workplace_id, profile_variant, scale_code)) WITHOUT ROWID;
        CREATE TABLE match_run (
            match_run_id BLOB PRIMARY KEY, participant_id BLOB NOT NULL, assessment_id BLOB NOT NULL,
            algorithm_version TEXT NOT NULL, executed_on TEXT NOT NULL, sequence INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE match_result (
            match_run_id BLOB NOT NULL, rank INTEGER NOT NULL, workplace_id TEXT NOT NULL, distance REAL,
            PRIMARY KEY (match_run_id, rank)) WITHOUT ROWID;
        CREATE TABLE choice (
            choice_id BLOB PRIMARY KEY, match_run_id BLOB NOT NULL, counsellor_id BLOB, chosen_workplace_id TEXT,
            override_reason TEXT, decided_on TEXT NOT NULL, sequence INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE placement (
            placement_id BLOB PRIMARY KEY, participant_id BLOB NOT NULL, workplace_id TEXT, match_run_id BLOB,
            work_kind TEXT NOT NULL, started_on TEXT NOT NULL, ended_on TEXT, end_reason TEXT) WITHOUT ROWID;
        CREATE TABLE feedback (
            feedback_id BLOB PRIMARY KEY, participant_id BLOB, match_run_id BLOB, source TEXT NOT NULL, score INTEGER,
            given_on TEXT NOT NULL, followed_up_on TEXT) WITHOUT ROWID;
        CREATE TABLE invitation (
            participant_id BLOB NOT NULL, invited_on TEXT NOT NULL, response TEXT, responded_on TEXT, route TEXT,
            workshop INTEGER, PRIMARY KEY (participant_id, invited_on)) WITHOUT ROWID;
        CREATE TABLE participant_ability (
            participant_id BLOB PRIMARY KEY, can_stand INTEGER, can_sit INTEGER, can_bend INTEGER, can_lift INTEGER,
            directly_approachable INTEGER) WITHOUT ROWID;
        CREATE TABLE workplace_demand (
            workplace_id TEXT PRIMARY KEY, standing INTEGER, sitting INTEGER, bending INTEGER, lifting INTEGER) WITHOUT ROWID;
        CREATE TABLE travel_time (
            participant_id BLOB NOT NULL, workplace_id TEXT NOT NULL, minutes INTEGER NOT NULL,
            PRIMARY KEY (participant_id, workplace_id)) WITHOUT ROWID;
        CREATE TABLE employer_contact (
            contact_id BLOB PRIMARY KEY, employer_id BLOB NOT NULL, participant_id BLOB NOT NULL, workplace_id TEXT,
            initiated_by TEXT NOT NULL, shown_rank INTEGER, contacted_on TEXT NOT NULL, outcome TEXT) WITHOUT ROWID;
        """
}
