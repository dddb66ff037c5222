// The advice: one ranked list made for one participant, row by row.

public struct MatchRun: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "match_run"

    public var matchRunId: Pseudonym
    public var participantId: Pseudonym
    public var assessmentId: Pseudonym
    public var algorithmVersion: String
    public var executedOn: Day
    /// 1, 2, ... over this participant's runs in order of time, so that runs of one day keep their order without a time of day.
    public var sequence: Int

    public init(matchRunId: Pseudonym, participantId: Pseudonym, assessmentId: Pseudonym, algorithmVersion: String, executedOn: Day, sequence: Int) {
        self.matchRunId = matchRunId
        self.participantId = participantId
        self.assessmentId = assessmentId
        self.algorithmVersion = algorithmVersion
        self.executedOn = executedOn
        self.sequence = sequence
    }
}

public struct MatchResult: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "match_result"

    public var matchRunId: Pseudonym
    public var rank: Int
    public var workplaceId: String
    /// `nil` when the system does not log distances.
    public var distance: Double?

    public init(matchRunId: Pseudonym, rank: Int, workplaceId: String, distance: Double?) {
        self.matchRunId = matchRunId
        self.rank = rank
        self.workplaceId = workplaceId
        self.distance = distance
    }
}
