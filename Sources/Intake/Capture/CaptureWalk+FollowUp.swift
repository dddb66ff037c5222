import Cohort
import Postgres

// What came after: from a person's first run until the end of the period. Rows from later are not read; days within a row that
// lie later become unknown in the generalisation.
extension CaptureWalk {
    mutating func readChoices(_ connection: borrowing Connection) throws {
        let columns = [
            "choice_id", "match_run_id", "decided_at", "sequence", "counsellor_id", "chosen_workplace_id", "override_reason",
        ]
        let select: Query = """
            SELECT choice_id, choice.match_run_id, \(source.day("decided_at")),
                   row_number() OVER (PARTITION BY run.participant_id ORDER BY decided_at, choice_id COLLATE "C"),
                   counsellor_id, chosen_workplace_id, override_reason
            FROM \(source.rows(Contract.choice)) JOIN \(source.runs) ON run.match_run_id = choice.match_run_id
            WHERE decided_at < \(source.end)
            """
        try stream(connection, Contract.choice, columns, select: select) { row in
            var record = ChoiceRecord(
                choiceId: try row.text(), matchRunId: try row.text(), decidedOn: try row.day("choice.decided_at"),
                sequence: Int(try row.decode(Int64.self)))
            record.counsellorId = try row.textIfPresent()
            record.chosenWorkplaceId = try row.textIfPresent()
            record.overrideReason = try row.textIfPresent()
            try intake.add(record)
        }
    }

    mutating func readPlacements(_ connection: borrowing Connection) throws {
        let columns = [
            "placement_id", "participant_id", "work_kind", "started_on", "workplace_id", "match_run_id", "ended_on", "end_reason",
        ]
        let from: Query = """
            \(source.rows(Contract.placement)) JOIN \(source.people) ON person.participant_id = placement.participant_id
            WHERE started_on >= first_run_on AND started_on <= \(source.period.to.iso)::date
            """
        try stream(connection, Contract.placement, columns, from: from) { row in
            var record = PlacementRecord(
                placementId: try row.text(), participantId: try row.text(), workKind: try row.text(),
                startedOn: try row.day("placement.started_on"))
            record.workplaceId = try row.textIfPresent()
            record.matchRunId = try row.textIfPresent()
            record.endedOn = try row.dayIfPresent("placement.ended_on")
            record.endReason = try row.textIfPresent()
            try intake.add(record)
        }
    }

    /// Feedback may name the person, or only the list it is about.
    mutating func readFeedback(_ connection: borrowing Connection) throws {
        let columns = ["feedback_id", "source", "given_on", "participant_id", "match_run_id", "score", "followed_up_on"]
        let select: Query = """
            SELECT feedback_id, source, given_on, person.participant_id, feedback.match_run_id, score, followed_up_on
            FROM \(source.rows(Contract.feedback)) LEFT JOIN \(source.runs) ON run.match_run_id = feedback.match_run_id
            JOIN \(source.people) ON person.participant_id = COALESCE(feedback.participant_id, run.participant_id)
            WHERE given_on >= first_run_on AND given_on <= \(source.period.to.iso)::date
            """
        try stream(connection, Contract.feedback, columns, select: select) { row in
            var record = FeedbackRecord(
                feedbackId: try row.text(), source: try row.text(), givenOn: try row.day("feedback.given_on"))
            record.participantId = try row.textIfPresent()
            record.matchRunId = try row.textIfPresent()
            record.score = try row.smallint()
            record.followedUpOn = try row.dayIfPresent("feedback.followed_up_on")
            try intake.add(record)
        }
    }
}
