// What people did with the advice, and what came of it. All of it is optional in the contract.

/// What the counsellor chose. The counsellor's pseudonym serves as a stratum inside the computation and is never printed.
public struct Choice: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "choice"

    public var choiceId: Pseudonym
    public var matchRunId: Pseudonym
    public var counsellorId: Pseudonym?
    public var chosenWorkplaceId: String?
    public var overrideReason: String?
    public var decidedOn: Day
    /// 1, 2, ... over this participant's choices in order of time.
    public var sequence: Int

    public init(choiceId: Pseudonym, matchRunId: Pseudonym, decidedOn: Day, sequence: Int) {
        self.choiceId = choiceId
        self.matchRunId = matchRunId
        self.decidedOn = decidedOn
        self.sequence = sequence
    }
}

public struct Placement: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "placement"

    public var placementId: Pseudonym
    public var participantId: Pseudonym
    public var workplaceId: String?
    public var matchRunId: Pseudonym?
    public var workKind: String
    public var startedOn: Day
    public var endedOn: Day?
    public var endReason: String?

    public init(placementId: Pseudonym, participantId: Pseudonym, workKind: String, startedOn: Day) {
        self.placementId = placementId
        self.participantId = participantId
        self.workKind = workKind
        self.startedOn = startedOn
    }
}

public struct Feedback: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "feedback"

    public var feedbackId: Pseudonym
    public var participantId: Pseudonym?
    public var matchRunId: Pseudonym?
    public var source: String
    public var score: Int?
    public var givenOn: Day
    public var followedUpOn: Day?

    public init(feedbackId: Pseudonym, source: String, givenOn: Day) {
        self.feedbackId = feedbackId
        self.source = source
        self.givenOn = givenOn
    }
}
