import Cohort
import Postgres

extension CaptureWalk {
    mutating func readRuns(_ connection: borrowing Connection) throws {
        let columns = ["match_run_id", "participant_id", "assessment_id", "algorithm_version", "executed_at", "sequence"]
        let select: Query = """
            SELECT match_run_id, participant_id, assessment_id, algorithm_version, \(source.day("executed_at")),
                   row_number() OVER (PARTITION BY participant_id ORDER BY executed_at, match_run_id COLLATE "C")
            FROM \(source.runs)
            """
        try stream(connection, Contract.matchRun, columns, select: select) { row in
            try intake.add(
                MatchRunRecord(
                    matchRunId: row.text(), participantId: row.text(), assessmentId: row.text(), algorithmVersion: row.text(),
                    executedOn: row.day("match_run.executed_at"), sequence: Int(row.decode(Int64.self))))
        }
    }

    /// Nearly all rows of a capture are these. A list's rows come one after another, so its key is made text once.
    mutating func readResults(_ connection: borrowing Connection) throws {
        let columns = ["match_run_id", "workplace_id", "rank", "distance"]
        let from: Query = """
            \(source.rows(Contract.matchResult)) JOIN \(source.runs) ON run.match_run_id = match_result.match_run_id
            """
        var keyBytes: [UInt8] = []
        var record = MatchResultRecord(matchRunId: "", workplaceId: "", rank: 0, distance: nil)
        try stream(connection, Contract.matchResult, columns, from: from) { row in
            if try !row.isSameText(as: &keyBytes) { record.matchRunId = String(decoding: keyBytes, as: UTF8.self) }
            record.workplaceId = try row.text()
            record.rank = Int(try row.decode(Int32.self))
            record.distance = try row.number()
            try intake.add(record)
        }
    }
}
