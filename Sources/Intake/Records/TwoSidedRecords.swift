import Cohort

/// A row of `invitation`.
public struct InvitationRecord: Sendable, Equatable {
    public var participantId: String
    public var invitedOn: Day
    public var response: String?
    public var respondedOn: Day?
    public var route: String?
    public var workshop: Bool?

    public init(participantId: String, invitedOn: Day) {
        self.participantId = participantId
        self.invitedOn = invitedOn
    }
}

/// A row of `participant_ability`.
public struct ParticipantAbilityRecord: Sendable, Equatable {
    public var participantId: String
    public var canStand: Bool?
    public var canSit: Bool?
    public var canBend: Bool?
    public var canLift: Bool?
    public var directlyApproachable: Bool?

    public init(participantId: String) { self.participantId = participantId }
}

/// A row of `travel_time`.
public struct TravelTimeRecord: Sendable, Equatable {
    public var participantId: String
    public var workplaceId: String
    public var minutes: Int

    public init(participantId: String, workplaceId: String, minutes: Int) {
        self.participantId = participantId
        self.workplaceId = workplaceId
        self.minutes = minutes
    }
}

/// A row of `employer_contact`.
public struct EmployerContactRecord: Sendable, Equatable {
    public var contactId: String
    public var employerId: String
    public var participantId: String
    public var workplaceId: String?
    public var initiatedBy: String
    public var shownRank: Int?
    public var contactedOn: Day
    public var outcome: String?

    public init(contactId: String, employerId: String, participantId: String, initiatedBy: String, contactedOn: Day) {
        self.contactId = contactId
        self.employerId = employerId
        self.participantId = participantId
        self.initiatedBy = initiatedBy
        self.contactedOn = contactedOn
    }
}
