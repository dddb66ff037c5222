import Cohort
import Postgres

/// Which rows belong to a capture, as parts of a SELECT.
struct CaptureSource {
    let catalogue: Catalogue
    let period: Period
    let timeZone: String

    func rows(_ relation: ContractRelation) -> Query { ContractSource(catalogue: catalogue).rows(relation) }

    /// The moment at which the period begins, and the one at which it is over: midnight in the capture's time zone.
    var start: Query { "((\(period.from.iso)::date)::timestamp AT TIME ZONE \(timeZone))" }
    var end: Query { "((\(period.to.iso)::date + 1)::timestamp AT TIME ZONE \(timeZone))" }

    /// The match runs that were executed in the period.
    var runs: Query {
        "(SELECT * FROM \(rows(Contract.matchRun)) WHERE executed_at >= \(start) AND executed_at < \(end)) AS run"
    }

    /// Everybody with such a run, with a test that was started in the period or with an invitation in it, once; with the day of their first run
    /// over all history, if there is one: whoever falls out before the first list must be seen as well.
    var people: Query {
        """
        (SELECT somebody.participant_id, \(day("min(ever.executed_at)")) AS first_run_on
         FROM (\(somebody)) AS somebody
         LEFT JOIN (SELECT participant_id, executed_at FROM \(rows(Contract.matchRun)) WHERE executed_at < \(end)) AS ever
             ON ever.participant_id = somebody.participant_id
         GROUP BY somebody.participant_id) AS person
        """
    }

    private var somebody: Query {
        let tested: Query = """
            SELECT participant_id FROM \(runs)
            UNION SELECT participant_id FROM \(rows(Contract.assessment)) WHERE started_at >= \(start) AND started_at < \(end)
            """
        guard catalogue.offers(Contract.invitation) else { return tested }
        return """
            \(tested)
            UNION SELECT participant_id FROM \(rows(Contract.invitation))
            WHERE invited_on >= \(period.from.iso)::date AND invited_on <= \(period.to.iso)::date
            """
    }

    /// The tests that those runs used, and what else those people did of tests until the end of the period.
    var assessments: Query {
        """
        (SELECT * FROM \(rows(Contract.assessment))
         WHERE assessment_id IN (SELECT assessment_id FROM \(runs))
            OR (participant_id IN (SELECT participant_id FROM \(people)) AND (started_at IS NULL OR started_at < \(end)))) AS assessment
        """
    }

    /// The day of a moment in the capture's time zone.
    func day(_ moment: Query) -> Query {
        "((\(moment)) AT TIME ZONE \(timeZone))::date"
    }
}
