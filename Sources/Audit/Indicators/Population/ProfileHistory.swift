import Cohort

/// What became of everybody's profile up to the end of the window; all parallel to the people.
struct ProfileHistory: Sendable {
    struct Wrong: Sendable, Equatable {
        /// Days on a wrong profile; stretches that overlap count once.
        var days: Int
        /// Indices in `Snapshot.runs` of lists that were made from it.
        var runs: [Int]
    }

    /// `nil` = no error was found in the window.
    let wrong: [Wrong?]
    /// Among people with a completed test.
    let detected: [Bool?]
    /// Of the last completed test.
    let flagged: [Bool?]
    let completeness: [Double?]

    init(_ frame: AuditFrame) {
        let snapshot = frame.snapshot
        let sittings = frame.sittings()
        var runs: [Pseudonym: [Int]] = [:]
        let superseded = Set(snapshot.assessments.lazy.filter { $0.supersededBy != nil }.map(\.assessmentId))
        for (index, run) in snapshot.runs.enumerated() where superseded.contains(run.assessmentId) && run.executedOn <= frame.window.to {
            runs[run.assessmentId, default: []].append(index)
        }
        var wrong: [Wrong?] = [], detected: [Bool?] = [], flagged: [Bool?] = [], completeness: [Double?] = []
        for person in frame.people.indices {
            let finished = sittings.finished(of: person, in: frame)
            let found = Self.wrong(finished, window: frame.window, runs: runs)
            wrong.append(found)
            detected.append(finished.isEmpty ? nil : found != nil)
            let last = finished.max { ($0.completedOn?.number ?? 0) < ($1.completedOn?.number ?? 0) }
            flagged.append(last.map { $0.qualityFlag != nil })
            completeness.append(last?.completeness)
        }
        (self.wrong, self.detected, self.flagged, self.completeness) = (wrong, detected, flagged, completeness)
    }

    /// - Parameter finished: a person's completed sittings; corrections by somebody else's sitting, or by an earlier one, are no corrections.
    private static func wrong(_ finished: [Assessment], window: Period, runs: [Pseudonym: [Int]]) -> Wrong? {
        let completed = Dictionary(
            finished.compactMap { sitting in sitting.completedOn.map { (sitting.assessmentId, $0) } }, uniquingKeysWith: { first, _ in first })
        var stretches: [(from: Day, to: Day)] = [], made: [Int] = []
        for sitting in finished {
            guard let next = sitting.supersededBy, next != sitting.assessmentId, let from = sitting.completedOn, let to = completed[next],
                to >= from, window.contains(to)
            else { continue }
            stretches.append((from, to))
            made += runs[sitting.assessmentId] ?? []
        }
        guard !stretches.isEmpty else { return nil }
        var days = 0
        var reached = Day(number: Int.min / 2)
        for stretch in stretches.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            days += max(0, stretch.to - max(stretch.from, reached))
            reached = max(reached, stretch.to)
        }
        return Wrong(days: days, runs: made.sorted())
    }
}
