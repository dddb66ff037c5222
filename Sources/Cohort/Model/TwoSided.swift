// A platform on which residents and employers find each other. All of it is optional in the contract.

public struct Invitation: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "invitation"

    public var participantId: Pseudonym
    public var invitedOn: Day
    public var response: String?
    public var respondedOn: Day?
    public var route: String?
    public var workshop: Bool?

    public init(participantId: Pseudonym, invitedOn: Day) {
        self.participantId = participantId
        self.invitedOn = invitedOn
    }
}

/// Yes or no, never the nature of a limitation.
public struct ParticipantAbility: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "participant_ability"

    public var participantId: Pseudonym
    public var canStand: Bool?
    public var canSit: Bool?
    public var canBend: Bool?
    public var canLift: Bool?
    public var directlyApproachable: Bool?

    public init(participantId: Pseudonym) { self.participantId = participantId }
}

public struct TravelTime: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "travel_time"

    public var participantId: Pseudonym
    public var workplaceId: String
    public var minutes: Int

    public init(participantId: Pseudonym, workplaceId: String, minutes: Int) {
        self.participantId = participantId
        self.workplaceId = workplaceId
        self.minutes = minutes
    }
}

public struct EmployerContact: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "employer_contact"

    public var contactId: Pseudonym
    public var employerId: Pseudonym
    public var participantId: Pseudonym
    public var workplaceId: String?
    public var initiatedBy: String
    public var shownRank: Int?
    public var contactedOn: Day
    public var outcome: String?

    public init(contactId: Pseudonym, employerId: Pseudonym, participantId: Pseudonym, initiatedBy: String, contactedOn: Day) {
        self.contactId = contactId
        self.employerId = employerId
        self.participantId = participantId
        self.initiatedBy = initiatedBy
        self.contactedOn = contactedOn
    }
}
