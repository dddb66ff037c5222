import Cohort

/// On which day everybody reached which step between an invitation and a placement, and who came a step further.
struct FunnelPassage: Sendable {
    enum Kind: String, Sendable {
        case acceptedOfInvited = "accepted_of_invited"
        case testedOfAccepted = "tested_of_accepted"
        case listOfTested = "list_of_tested"
        case contactOfListed = "contact_of_listed"
        case placedOfContacted = "placed_of_contacted"
        case placedOfListed = "placed_of_listed"
    }

    struct Step: Sendable {
        let kind: Kind
        /// Parallel to the people; `nil` = did not reach the step before in the window, or was followed too short after it.
        let outcomes: [Bool?]
    }

    /// In order; never empty.
    let steps: [Step]
    /// Among the invited; `nil` without invitations.
    let declined: [Bool?]?
    /// Guided rather than self-service, and the workshop taken, among those who accepted; `nil` when the source does not say.
    let guided: [Bool?]?
    let workshop: [Bool?]?
    /// Relations without which a step cannot be told: `invitation`, `employer_contact`, `placement`.
    let missing: [String]

    init(_ frame: AuditFrame, stepDays: Int) {
        let snapshot = frame.snapshot
        let days = Days(frame)
        let offersInvitations = snapshot.offers("invitation"), offersContacts = snapshot.offers("employer_contact")

        /// Who reached the step before in the window and the next within the time.
        func outcomes(_ before: [Day?], _ next: [Day?]) -> [Bool?] {
            frame.people.indices.map { person in
                guard let start = before[person], frame.window.contains(start), start + stepDays <= frame.window.to else { return nil }
                return next[person].map { $0 <= start + stepDays } ?? false
            }
        }
        var steps: [Step] = []
        if offersInvitations {
            steps.append(Step(kind: .acceptedOfInvited, outcomes: outcomes(days.invited, days.accepted)))
            steps.append(Step(kind: .testedOfAccepted, outcomes: outcomes(days.accepted, days.tested)))
        }
        steps.append(Step(kind: .listOfTested, outcomes: outcomes(days.tested, days.listed)))
        if offersContacts { steps.append(Step(kind: .contactOfListed, outcomes: outcomes(days.listed, days.contacted))) }
        if snapshot.offers("placement") {
            steps.append(
                offersContacts
                    ? Step(kind: .placedOfContacted, outcomes: outcomes(days.contacted, days.placed))
                    : Step(kind: .placedOfListed, outcomes: outcomes(days.listed, days.placed)))
        }
        self.steps = steps
        declined = offersInvitations ? outcomes(days.invited, days.declined) : nil
        let accepted = steps.first { $0.kind == .testedOfAccepted }?.outcomes ?? []
        guided = snapshot.offers("route", of: "invitation") ? accepted.indices.map { accepted[$0] == nil ? nil : days.isGuided[$0] } : nil
        workshop = snapshot.offers("workshop", of: "invitation") ? accepted.indices.map { accepted[$0] == nil ? nil : days.tookWorkshop[$0] } : nil
        missing = ["invitation", "employer_contact", "placement"].filter { !snapshot.offers($0) }
    }

    /// The day of each step over all history up to the end of the window; `nil` = not reached.
    private struct Days {
        var invited: [Day?]
        var accepted: [Day?]
        var declined: [Day?]
        var tested: [Day?]
        var listed: [Day?]
        var contacted: [Day?]
        var placed: [Day?]
        /// Of the invitation that was accepted.
        var isGuided: [Bool?]
        var tookWorkshop: [Bool?]

        init(_ frame: AuditFrame) {
            let snapshot = frame.snapshot, end = frame.window.to
            let nobody = [Day?](repeating: nil, count: frame.people.count)
            (invited, accepted, declined, tested, listed, contacted, placed) = (nobody, nobody, nobody, nobody, nobody, nobody, nobody)
            isGuided = nobody.map { _ in nil }
            tookWorkshop = isGuided
            var person: [Pseudonym: Int] = [:]
            for (index, one) in frame.people.enumerated() { person[snapshot.participants[one.participant].participantId] = index }

            // The first invitation in the window and what came of it: later ones repeat the question.
            for invitation in snapshot.invitations where frame.window.contains(invitation.invitedOn) {
                guard let index = person[invitation.participantId], invited[index].map({ invitation.invitedOn < $0 }) ?? true else { continue }
                invited[index] = invitation.invitedOn
                let answered = invitation.respondedOn ?? invitation.invitedOn
                accepted[index] = invitation.response == "accepted" && answered <= end ? answered : nil
                declined[index] = invitation.response == "declined" && answered <= end ? answered : nil
                isGuided[index] = invitation.route.map { $0 == "guided" }
                tookWorkshop[index] = invitation.workshop
            }
            for assessment in snapshot.assessments {
                guard let index = person[assessment.participantId], let day = assessment.completedOn, day <= end else { continue }
                tested[index] = min(tested[index] ?? day, day)
            }
            for run in snapshot.runs where run.executedOn <= end {
                guard let index = person[run.participantId] else { continue }
                listed[index] = min(listed[index] ?? run.executedOn, run.executedOn)
            }
            // The first list over all history, which a snapshot of one period may not hold.
            for (index, one) in frame.people.enumerated() {
                if let first = snapshot.participants[one.participant].firstRunOn, first <= end { listed[index] = min(listed[index] ?? first, first) }
            }
            for contact in snapshot.contacts where contact.contactedOn <= end {
                guard let index = person[contact.participantId], let list = listed[index], contact.contactedOn >= list else { continue }
                contacted[index] = min(contacted[index] ?? contact.contactedOn, contact.contactedOn)
            }
            for placement in snapshot.placements where placement.startedOn <= end {
                guard let index = person[placement.participantId], let list = listed[index], placement.startedOn >= list else { continue }
                placed[index] = min(placed[index] ?? placement.startedOn, placement.startedOn)
            }
        }
    }
}
