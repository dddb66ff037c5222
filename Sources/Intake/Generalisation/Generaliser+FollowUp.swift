import Cohort

extension Generaliser {
    public mutating func generalise(_ record: ChoiceRecord) -> Choice {
        var row = Choice(
            choiceId: pseudonymiser.pseudonym(.choice, record.choiceId),
            matchRunId: pseudonymiser.pseudonym(.matchRun, record.matchRunId),
            decidedOn: record.decidedOn, sequence: record.sequence)
        row.counsellorId = optionalPseudonym(.counsellor, record.counsellorId)
        row.chosenWorkplaceId = record.chosenWorkplaceId
        row.overrideReason = code(record.overrideReason, .ownCode, "choice.override_reason")
        return row
    }

    public mutating func generalise(_ record: PlacementRecord) throws(IntakeError) -> Placement {
        var row = Placement(
            placementId: pseudonymiser.pseudonym(.placement, record.placementId),
            participantId: pseudonymiser.pseudonym(.participant, record.participantId),
            workKind: try requiredCode(record.workKind, Codes.workKind, "placement.work_kind"), startedOn: record.startedOn)
        row.workplaceId = record.workplaceId
        row.matchRunId = optionalPseudonym(.matchRun, record.matchRunId)
        row.endedOn = known(record.endedOn)
        row.endReason = row.endedOn == nil ? nil : code(record.endReason, Codes.endReason, "placement.end_reason")
        return row
    }

    public mutating func generalise(_ record: FeedbackRecord) throws(IntakeError) -> Feedback {
        var row = Feedback(
            feedbackId: pseudonymiser.pseudonym(.feedback, record.feedbackId),
            source: try requiredCode(record.source, Codes.feedbackSource, "feedback.source"), givenOn: record.givenOn)
        row.participantId = optionalPseudonym(.participant, record.participantId)
        row.matchRunId = optionalPseudonym(.matchRun, record.matchRunId)
        row.score = number(record.score, in: 1...5, "feedback.score")
        row.followedUpOn = known(record.followedUpOn)
        return row
    }
}
