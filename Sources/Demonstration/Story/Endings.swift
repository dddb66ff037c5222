import Cohort
import Intake

/// What came after a placement.
enum Endings {
    /// When and why it ends; `nil` = it lasts.
    static func ending(
        of resident: Resident, startedOn day: Day, seed: UInt64, planted: Planting, _ draw: inout Draw
    ) -> (on: Day, reason: String?)? {
        let lasted = draw.integer(in: 14...500), ends = draw.chance(0.45)
        let reason = draw.pick([("no_match", 0.3), ("contract_ended", 0.35), ("promoted", 0.15), ("moved", 0.05), ("other", 0.1), (nil, 0.05)]) ?? nil
        if resident.endsEarly, let probability = planted.size(of: .earlyEndings, on: day) {
            var early = Draw(seed: seed, .ending, resident.number)
            let isEarly = early.chance(probability)
            if isEarly { return (day + early.integer(in: 14...55), "no_match") }
        }
        return ends ? (day + lasted, reason) : nil
    }

    static func feedback(on placement: PlacementRecord, until last: Day, _ draw: inout Draw) -> [FeedbackRecord] {
        var feedback: [FeedbackRecord] = []
        for (source, share) in [("participant", 0.35), ("employer", 0.5), ("counsellor", 0.2)] {
            let answers = draw.chance(share), given = placement.startedOn + draw.integer(in: 20...90)
            let score = draw.known(draw.pick([(1, 0.06), (2, 0.12), (3, 0.27), (4, 0.36), (5, 0.19)]), unknown: 0.05)
            let followedUp = given + draw.integer(in: 1...40), isFollowedUp = draw.chance(0.55)
            guard answers, given <= last else { continue }
            var row = FeedbackRecord(feedbackId: "F\(placement.placementId.dropFirst())-\(source)", source: source, givenOn: given)
            row.participantId = placement.participantId
            row.matchRunId = placement.matchRunId
            row.score = score
            row.followedUpOn = isFollowedUp && followedUp <= last ? followedUp : nil
            feedback.append(row)
        }
        return feedback
    }
}
