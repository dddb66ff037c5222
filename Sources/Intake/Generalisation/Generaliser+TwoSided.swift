import Cohort

extension Generaliser {
    public mutating func generalise(_ record: InvitationRecord) -> Invitation {
        var row = Invitation(
            participantId: pseudonymiser.pseudonym(.participant, record.participantId), invitedOn: record.invitedOn)
        row.respondedOn = known(record.respondedOn)
        // A response whose day is known and later than the period was not there yet.
        let cameLater = record.respondedOn != nil && row.respondedOn == nil
        row.response = cameLater ? nil : code(record.response, Codes.invitationResponse, "invitation.response")
        row.route = code(record.route, Codes.route, "invitation.route")
        row.workshop = record.workshop
        return row
    }

    public mutating func generalise(_ record: ParticipantAbilityRecord) -> ParticipantAbility {
        var row = ParticipantAbility(participantId: pseudonymiser.pseudonym(.participant, record.participantId))
        row.canStand = record.canStand
        row.canSit = record.canSit
        row.canBend = record.canBend
        row.canLift = record.canLift
        row.directlyApproachable = record.directlyApproachable
        return row
    }

    public mutating func generalise(_ record: TravelTimeRecord) -> TravelTime {
        TravelTime(
            participantId: pseudonymiser.pseudonym(.participant, record.participantId), workplaceId: record.workplaceId,
            minutes: record.minutes)
    }

    public mutating func generalise(_ record: EmployerContactRecord) throws(IntakeError) -> EmployerContact {
        var row = EmployerContact(
            contactId: pseudonymiser.pseudonym(.contact, record.contactId),
            employerId: pseudonymiser.pseudonym(.employer, record.employerId),
            participantId: pseudonymiser.pseudonym(.participant, record.participantId),
            initiatedBy: try requiredCode(record.initiatedBy, Codes.initiator, "employer_contact.initiated_by"),
            contactedOn: record.contactedOn)
        row.workplaceId = record.workplaceId
        row.shownRank = number(record.shownRank, in: 1...Int.max, "employer_contact.shown_rank")
        row.outcome = code(record.outcome, Codes.contactOutcome, "employer_contact.outcome")
        return row
    }
}
