import Cohort
import Postgres

extension CaptureWalk {
    mutating func readInvitations(_ connection: borrowing Connection) throws {
        let columns = ["participant_id", "invited_on", "response", "responded_on", "route", "workshop"]
        let from: Query = """
            \(source.rows(Contract.invitation)) JOIN \(source.people) ON person.participant_id = invitation.participant_id
            WHERE invited_on <= \(source.period.to.iso)::date
            """
        try stream(connection, Contract.invitation, columns, from: from) { row in
            var record = InvitationRecord(participantId: try row.text(), invitedOn: try row.day("invitation.invited_on"))
            record.response = try row.textIfPresent()
            record.respondedOn = try row.dayIfPresent("invitation.responded_on")
            record.route = try row.textIfPresent()
            record.workshop = try row.flag()
            try intake.add(record)
        }
    }

    mutating func readAbilities(_ connection: borrowing Connection) throws {
        let columns = ["participant_id", "can_stand", "can_sit", "can_bend", "can_lift", "directly_approachable"]
        let from: Query = """
            \(source.rows(Contract.participantAbility)) JOIN \(source.people)
            ON person.participant_id = participant_ability.participant_id
            """
        try stream(connection, Contract.participantAbility, columns, from: from) { row in
            var record = ParticipantAbilityRecord(participantId: try row.text())
            record.canStand = try row.flag()
            record.canSit = try row.flag()
            record.canBend = try row.flag()
            record.canLift = try row.flag()
            record.directlyApproachable = try row.flag()
            try intake.add(record)
        }
    }

    mutating func readTravelTimes(_ connection: borrowing Connection) throws {
        let columns = ["participant_id", "workplace_id", "minutes"]
        let from: Query = """
            \(source.rows(Contract.travelTime)) JOIN \(source.people) ON person.participant_id = travel_time.participant_id
            """
        try stream(connection, Contract.travelTime, columns, from: from) { row in
            try intake.add(
                TravelTimeRecord(participantId: row.text(), workplaceId: row.text(), minutes: Int(row.decode(Int16.self))))
        }
    }

    mutating func readContacts(_ connection: borrowing Connection) throws {
        let columns = [
            "contact_id", "employer_id", "participant_id", "initiated_by", "contacted_on", "workplace_id", "shown_rank", "outcome",
        ]
        let from: Query = """
            \(source.rows(Contract.employerContact)) JOIN \(source.people)
            ON person.participant_id = employer_contact.participant_id
            WHERE contacted_on <= \(source.period.to.iso)::date
            """
        try stream(connection, Contract.employerContact, columns, from: from) { row in
            var record = EmployerContactRecord(
                contactId: try row.text(), employerId: try row.text(), participantId: try row.text(),
                initiatedBy: try row.text(), contactedOn: try row.day("employer_contact.contacted_on"))
            record.workplaceId = try row.textIfPresent()
            record.shownRank = try row.integer()
            record.outcome = try row.textIfPresent()
            try intake.add(record)
        }
    }
}
