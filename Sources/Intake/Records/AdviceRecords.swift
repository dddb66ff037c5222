import Cohort

/// A row of `match_run`.
public struct MatchRunRecord: Sendable, Equatable {
    public var matchRunId: String
    public var participantId: String
    public var assessmentId: String
    public var algorithmVersion: String
    /// The day of `executed_at` in the capture's time zone.
    public var executedOn: Day
    /// 1, 2, ... over this participant's runs of the window, by `executed_at` and then by key in byte order.
    public var sequence: Int

    public init(
        matchRunId: String, participantId: String, assessmentId: String, algorithmVersion: String, executedOn: Day, sequence: Int
    ) {
        self.matchRunId = matchRunId
        self.participantId = participantId
        self.assessmentId = assessmentId
        self.algorithmVersion = algorithmVersion
        self.executedOn = executedOn
        self.sequence = sequence
    }
}

/// A row of `match_result`. Give the rows of one list one after another: the key of a list is then made a pseudonym once.
public struct MatchResultRecord: Sendable, Equatable {
    public var matchRunId: String
    public var workplaceId: String
    public var rank: Int
    public var distance: Double?

    public init(matchRunId: String, workplaceId: String, rank: Int, distance: Double?) {
        self.matchRunId = matchRunId
        self.workplaceId = workplaceId
        self.rank = rank
        self.distance = distance
    }
}
