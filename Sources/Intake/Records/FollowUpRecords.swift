import Cohort

/// A row of `choice`.
public struct ChoiceRecord: Sendable, Equatable {
    public var choiceId: String
    public var matchRunId: String
    public var counsellorId: String?
    public var chosenWorkplaceId: String?
    public var overrideReason: String?
    /// The day of `decided_at` in the capture's time zone.
    public var decidedOn: Day
    /// 1, 2, ... over this participant's choices of the window, by `decided_at` and then by key in byte order.
    public var sequence: Int

    public init(choiceId: String, matchRunId: String, decidedOn: Day, sequence: Int) {
        self.choiceId = choiceId
        self.matchRunId = matchRunId
        self.decidedOn = decidedOn
        self.sequence = sequence
    }
}

/// A row of `placement`.
public struct PlacementRecord: Sendable, Equatable {
    public var placementId: String
    public var participantId: String
    public var workplaceId: String?
    public var matchRunId: String?
    public var workKind: String
    public var startedOn: Day
    public var endedOn: Day?
    public var endReason: String?

    public init(placementId: String, participantId: String, workKind: String, startedOn: Day) {
        self.placementId = placementId
        self.participantId = participantId
        self.workKind = workKind
        self.startedOn = startedOn
    }
}

/// A row of `feedback`.
public struct FeedbackRecord: Sendable, Equatable {
    public var feedbackId: String
    public var participantId: String?
    public var matchRunId: String?
    public var source: String
    public var score: Int?
    public var givenOn: Day
    public var followedUpOn: Day?

    public init(feedbackId: String, source: String, givenOn: Day) {
        self.feedbackId = feedbackId
        self.source = source
        self.givenOn = givenOn
    }
}
