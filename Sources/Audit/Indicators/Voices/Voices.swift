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
    /// The first day of each person's placement, parallel to `AuditFrame.people`.
    private let starts: [Day?]
    /// Per source the first feedback on a person's placement, by index in `AuditFrame.people`.
    private let first: [String: [Int: Feedback]]

    init(_ frame: AuditFrame, _ limits: Thresholds) {
        responseDays = Int(limits.parameter("responseDays", of: FeedbackLoop.id))
        followUpDays = Int(limits.parameter("followUpDays", of: FeedbackLoop.id))
        horizon = limits.analysis.horizonDays.value
        last = frame.window.to
        let starts = frame.firstPlacementsInWindow().map { $0?.startedOn }
        self.starts = starts
        let snapshot = frame.snapshot
        let person = Dictionary(
            uniqueKeysWithValues: frame.people.enumerated().map { (snapshot.participants[$1.participant].participantId, $0) })
        var first: [String: [Int: Feedback]] = [:]
        for feedback in snapshot.feedback where feedback.givenOn <= last {
            guard let index = feedback.participantId.flatMap({ person[$0] }), let start = starts[index],
                feedback.givenOn >= start, Self.sources.contains(feedback.source)
            else { continue }
            // Of one day's the first in pseudonym order, which is the order of the snapshot.
            if let kept = first[feedback.source]?[index], kept.givenOn <= feedback.givenOn { continue }
            first[feedback.source, default: [:]][index] = feedback
        }
        self.first = first
    }

    /// From the placement to the first feedback of this source.
    func given(by source: String) -> [Exit?] {
        zip(starts, feedback(by: source)).map { start, feedback in
            start.map { start in
                feedback.map { Exit.within(responseDays, days: $0.givenOn - start, kind: .event, horizon: horizon) }
                    ?? Exit.within(responseDays, days: last - start, kind: .censored, horizon: horizon)
            }
        }
    }

    func scores(by source: String) -> [Double?] {
        feedback(by: source).map { $0?.score.map { Double($0) } }
    }

    /// From the feedback to what was done with it.
    func followedUp(by source: String) -> [Exit?] {
        feedback(by: source).map { feedback in
            feedback.map { feedback in
                daysToFollowUp(feedback).map { Exit.within(followUpDays, days: $0, kind: .event, horizon: horizon) }
                    ?? Exit.within(followUpDays, days: last - feedback.givenOn, kind: .censored, horizon: horizon)
            }
        }
    }

    /// Days until something was done, of the feedback with which that happened by the end of the window.
    func daysToFollowUp(by source: String) -> [Int?] { feedback(by: source).map { $0.flatMap(daysToFollowUp) } }

    private func feedback(by source: String) -> some Sequence<Feedback?> {
        let own = first[source] ?? [:]
        return starts.indices.lazy.map { own[$0] }
    }

    private func daysToFollowUp(_ feedback: Feedback) -> Int? {
        feedback.followedUpOn.flatMap { $0 <= last ? max(0, $0 - feedback.givenOn) : nil }
    }
}
