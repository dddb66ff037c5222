import Cohort
import Intake

/// Who is invited to the platform, and what came of it.
enum Invitations {
    /// About three in four accept, whoever they are.
    static func invitation(of resident: Resident, until last: Day, seed: UInt64) -> InvitationRecord {
        var draw = Draw(seed: seed, .invitation, resident.number)
        var invitation = InvitationRecord(participantId: resident.key, invitedOn: resident.intakeOn)
        let response: String? = draw.pick([("accepted", 0.74), ("declined", 0.13), (nil, 0.13)]) ?? nil
        let responded = resident.intakeOn + draw.integer(in: 2...20)
        let route = draw.pick([("self_service", 0.6), ("guided", 0.4)]), workshop = draw.chance(0.35)
        let isRouteKnown = !draw.chance(0.03)
        guard let response, responded <= last else { return invitation }
        invitation.response = response
        invitation.respondedOn = responded
        if response == "accepted" {
            invitation.route = isRouteKnown ? route : nil
            invitation.workshop = workshop
        }
        return invitation
    }
}
