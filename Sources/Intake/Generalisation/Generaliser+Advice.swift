import Cohort

extension Generaliser {
    public mutating func generalise(_ record: MatchRunRecord) throws(IntakeError) -> MatchRun {
        MatchRun(
            matchRunId: pseudonymiser.pseudonym(.matchRun, record.matchRunId),
            participantId: pseudonymiser.pseudonym(.participant, record.participantId),
            assessmentId: pseudonymiser.pseudonym(.assessment, record.assessmentId),
            algorithmVersion: try requiredCode(record.algorithmVersion, .label, "match_run.algorithm_version"),
            executedOn: record.executedOn, sequence: record.sequence)
    }

    public mutating func generalise(_ record: MatchResultRecord) throws(IntakeError) -> MatchResult {
        if let distance = record.distance { _ = try finite(distance, "match_result.distance") }
        return MatchResult(
            matchRunId: pseudonymiser.pseudonym(.matchRun, record.matchRunId), rank: record.rank,
            workplaceId: record.workplaceId, distance: record.distance)
    }
}
