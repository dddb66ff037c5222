import Postgres

/// What the rows must be to each other for a capture to succeed: lists, ranks, scales.
extension RowCheck {
    mutating func checkCoherence(_ connection: borrowing Connection) throws {
        try checkRanges(connection)
        try checkScales(connection)
        try checkLists(connection)
    }

    private mutating func checkRanges(_ connection: borrowing Connection) throws {
        let ranges: [(ContractRelation, String, ClosedRange<Int>)] = [
            (Contract.workplace, "crebo_level", 1...4), (Contract.feedback, "score", 1...5), (Contract.assessment, "completeness", 0...1),
        ]
        for (relation, column, range) in ranges where isSound(relation) {
            let found = try count(
                """
                SELECT count(*) FROM \(source.rows(relation))
                WHERE \(identifier: column) < \(range.lowerBound)::int OR \(identifier: column) > \(range.upperBound)::int
                """, connection, of: relation)
            guard found > 0 else { continue }
            report.find(
                .outsideRange, "\(relation.name).\(column)", "\(found) values lie outside \(range.lowerBound)...\(range.upperBound)",
                "They become unknown. Correct them, or translate them in the view.")
        }
    }

    private mutating func checkScales(_ connection: borrowing Connection) throws {
        guard isSound(Contract.scale, Contract.assessmentScore) else { return }
        let outside = try connection.query(
            """
            SELECT scale.scale_code, count(*) FROM \(source.rows(Contract.assessmentScore))
            JOIN \(source.rows(Contract.scale)) ON scale.scale_code = assessment_score.scale_code
            WHERE (score < minimum OR score > maximum) AND score NOT IN ('NaN', 'Infinity', '-Infinity')
            GROUP BY 1 ORDER BY 1
            """, purpose: "checking assessment_score")
        for row in outside.rows {
            report.find(
                .outsideRange, "assessment_score.score",
                "\(row[1] ?? "0") scores lie outside the minimum and maximum of scale \(row[0] ?? "")",
                "Correct the scores or the scale's limits; capture stops on them.")
        }
        guard isSound(Contract.idealProfile) else { return }
        let unscored = try connection.query(
            """
            SELECT DISTINCT scale_code FROM \(source.rows(Contract.idealProfile))
            WHERE scale_code NOT IN (SELECT scale_code FROM \(source.rows(Contract.assessmentScore))
                                     WHERE score IS NOT NULL AND scale_code IS NOT NULL)
            ORDER BY 1
            """, purpose: "checking ideal_profile")
        for row in unscored.rows {
            report.find(
                .scaleWithoutScores, "ideal_profile.scale_code", "profiles ask for scale \(row[0] ?? ""), on which nobody has a score",
                "Offer the scores, or take the scale out of the profiles; capture stops on it.")
        }
    }

    private mutating func checkLists(_ connection: borrowing Connection) throws {
        guard isSound(Contract.matchRun, Contract.matchResult) else { return }
        let empty = try count(
            """
            SELECT count(*) FROM (SELECT match_run_id AS k FROM \(source.rows(Contract.matchRun))) AS run
            LEFT JOIN (SELECT DISTINCT match_run_id AS k FROM \(source.rows(Contract.matchResult))) AS result ON result.k = run.k
            WHERE result.k IS NULL
            """, connection, of: Contract.matchRun)
        if empty > 0 {
            report.find(
                .runsWithoutResults, "match_run", "\(empty) runs have no rows in match_result",
                "Offer their lists, or leave the runs out; capture stops on them.")
        }
        let broken = try count(
            """
            SELECT count(*) FROM (SELECT 1 FROM \(source.rows(Contract.matchResult)) GROUP BY match_run_id
                                  HAVING min(rank) <> 1 OR max(rank) <> count(*) OR count(DISTINCT rank) <> count(*)) AS list
            """, connection, of: Contract.matchResult)
        if broken > 0 {
            report.find(
                .ranksNotConsecutive, "match_result.rank", "\(broken) lists do not have the ranks 1, 2, 3, ... once each",
                "Correct them; a list that is cut must be cut at the end. Capture stops on them.")
        }
    }
}
