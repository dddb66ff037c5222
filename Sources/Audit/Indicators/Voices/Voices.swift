import Cohort
import Metrics

/// What was said about the first placements of the window, by whom, and what was done with it.
struct Voices: Sendable {
    static let participant = "participant"
    static let sources = ["participant", "employer", "counsellor"]

    let responseDays: Int
    let followUpDays: Int
    private let horizon: Int
    private let last: Day
    private let placements: [Placement?]
    /// Per source the first feedback on each person's placement, parallel to `AuditFrame.people`.
    private let first: [String: [Feedback?]]

    init(_ frame: AuditFrame, _ limits: Thresholds) {
        responseDays = Int(limits.parameter("responseDays", of: FeedbackLoop.id))
        followUpDays = Int(limits.parameter("followUpDays", of: FeedbackLoop.id))
        horizon = limits.analysis.horizonDays.value
        last = frame.window.to
        let placements = frame.firstPlacementsInWindow()
        self.placements = placements
        let snapshot = frame.snapshot
        let person = Dictionary(
            uniqueKeysWithValues: frame.people.enumerated().map { (snapshot.participants[$1.participant].participantId, $0) })
        var first: [String: [Feedback?]] = [:]
        for source in Self.sources { first[source] = placements.map { _ in nil } }
        for feedback in snapshot.feedback where feedback.givenOn <= last {
            guard let index = feedback.participantId.flatMap({ person[$0] }), let placement = placements[index],
                feedback.givenOn >= placement.startedOn, Self.sources.contains(feedback.source)
            else { continue }
            // Of one day's the first in pseudonym order, which is the order of the snapshot.
            if let kept = first[feedback.source]?[index], kept.givenOn <= feedback.givenOn { continue }
            first[feedback.source]?[index] = feedback
        }
        self.first = first
    }

    /// From the placement to the first feedback of this source.
    func given(by source: String) -> [Exit?] {
        zip(placements, first[source] ?? []).map { placement, feedback in
            placement.map { placement in
                feedback.map { Exit.within(responseDays, days: $0.givenOn - placement.startedOn, kind: .event, horizon: horizon) }
                    ?? Exit.within(responseDays, days: last - placement.startedOn, kind: .censored, horizon: horizon)
            }
        }
    }

    func scores(by source: String) -> [Double?] {
        (first[source] ?? []).map { $0?.score.map { Double($0) } }
    }

    /// From the feedback to what was done with it.
    func followedUp(by source: String) -> [Exit?] {
        (first[source] ?? []).map { feedback in
            feedback.map { feedback in
                daysToFollowUp(feedback).map { Exit.within(followUpDays, days: $0, kind: .event, horizon: horizon) }
                    ?? Exit.within(followUpDays, days: last - feedback.givenOn, kind: .censored, horizon: horizon)
            }
        }
    }

    /// Days until something was done, of the feedback with which that happened by the end of the window.
    func daysToFollowUp(by source: String) -> [Int?] { (first[source] ?? []).map { $0.flatMap(daysToFollowUp) } }

    private func daysToFollowUp(_ feedback: Feedback) -> Int? {
        feedback.followedUpOn.flatMap { $0 <= last ? max(0, $0 - feedback.givenOn) : nil }
    }
}
