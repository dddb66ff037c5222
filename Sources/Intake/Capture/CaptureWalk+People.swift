import Cohort
import Postgres

extension CaptureWalk {
    mutating func readParticipants(_ connection: borrowing Connection) throws {
        let columns = [
            "participant_id", "birth_year", "gender", "municipality", "education_level", "preferred_language", "dutch_level",
            "benefit_since", "target_group_register", "travel_max_minutes", "hours_available", "intake_on", "left_on", "left_reason",
        ]
        let list = columns.map { "participant." + $0 }.joined(separator: ", ")
        let select: Query = """
            SELECT \(unsafeSQL: list), person.first_run_on
            FROM \(source.rows(Contract.participant)) JOIN \(source.people) ON person.participant_id = participant.participant_id
            """
        try stream(connection, Contract.participant, columns + ["first_run_on"], select: select) { row in
            var record = ParticipantRecord(participantId: try row.text())
            record.birthYear = try row.smallint()
            record.gender = try row.textIfPresent()
            record.municipality = try row.textIfPresent()
            record.educationLevel = try row.textIfPresent()
            record.preferredLanguage = try row.textIfPresent()
            record.dutchLevel = try row.textIfPresent()
            record.benefitSince = try row.dayIfPresent("participant.benefit_since")
            record.targetGroupRegister = try row.flag()
            record.travelMaxMinutes = try row.smallint()
            record.hoursAvailable = try row.smallint()
            record.intakeOn = try row.dayIfPresent("participant.intake_on")
            record.leftOn = try row.dayIfPresent("participant.left_on")
            record.leftReason = try row.textIfPresent()
            record.firstRunOn = try row.dayIfPresent("match_run.executed_at")
            try intake.add(record)
        }
    }

    mutating func readScales(_ connection: borrowing Connection) throws {
        let columns = ["scale_code", "component", "label_nl", "label_en", "minimum", "maximum", "language_free"]
        try stream(connection, Contract.scale, columns, from: source.rows(Contract.scale)) { row in
            try intake.add(
                ScaleRecord(
                    scaleCode: row.text(), component: row.text(), labelNl: row.text(), labelEn: row.text(),
                    minimum: row.decode(Double.self), maximum: row.decode(Double.self), languageFree: row.decode(Bool.self)))
        }
    }

    mutating func readAssessments(_ connection: borrowing Connection) throws {
        let columns = [
            "assessment_id", "participant_id", "test_language", "supplier", "battery_version", "norm_version", "mode",
            "started_at", "completed_at", "completeness", "quality_flag", "superseded_by",
        ]
        let select: Query = """
            SELECT assessment_id, participant_id, test_language, supplier, battery_version, norm_version, mode,
                   \(source.day("started_at")), \(source.day("completed_at")), completeness, quality_flag, superseded_by
            FROM \(source.assessments)
            """
        try stream(connection, Contract.assessment, columns, select: select) { row in
            var record = AssessmentRecord(
                assessmentId: try row.text(), participantId: try row.text(), testLanguage: try row.text())
            record.supplier = try row.textIfPresent()
            record.batteryVersion = try row.textIfPresent()
            record.normVersion = try row.textIfPresent()
            record.mode = try row.textIfPresent()
            record.startedOn = try row.dayIfPresent("assessment.started_at")
            record.completedOn = try row.dayIfPresent("assessment.completed_at")
            record.completeness = try row.decodeIfPresent(Float.self).map(Double.init)
            record.qualityFlag = try row.textIfPresent()
            record.supersededBy = try row.textIfPresent()
            try intake.add(record)
        }
    }

    mutating func readScores(_ connection: borrowing Connection) throws {
        let columns = ["assessment_id", "scale_code", "score", "standard_error"]
        let from: Query = """
            \(source.rows(Contract.assessmentScore))
            WHERE assessment_score.assessment_id IN (SELECT assessment_id FROM \(source.assessments))
            """
        try stream(connection, Contract.assessmentScore, columns, from: from) { row in
            try intake.add(
                AssessmentScoreRecord(
                    assessmentId: row.text(), scaleCode: row.text(), score: row.number(), standardError: row.number()))
        }
    }
}
