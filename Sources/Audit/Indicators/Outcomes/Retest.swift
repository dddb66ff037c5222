import Cohort
import Metrics

/// How far people's scores changed between two sittings of the test, beyond what measurement error alone does.
enum Retest {
    struct Change: Sendable, Equatable {
        /// Shares of the scales measured twice with a known error.
        let higher: Double
        let lower: Double
    }

    /// Parts of the test in which a higher score is more of something that can be learned.
    private static let components: Set<String> = ["capacity", "competence"]

    /// Of each person's first and last finished sitting until the end of the window; sittings that another one corrected do not count.
    /// `nil` for people tested once, or without a scale whose error is known both times.
    static func changes(_ frame: AuditFrame) -> [Change?] { frame.memo.value("M20 changes") { made(frame) } }

    private static func made(_ frame: AuditFrame) -> [Change?] {
        let snapshot = frame.snapshot
        let sittings = sittings(frame)
        // People tested twice, numbered.
        let twice = sittings.indices.filter { sittings[$0] != nil }
        var numbers: [Pseudonym: (person: Int, isLast: Bool)] = [:]
        for (number, person) in twice.enumerated() {
            guard let pair = sittings[person] else { continue }
            numbers[pair.first] = (number, false)
            numbers[pair.last] = (number, true)
        }
        let ofSitting = snapshot.scores.sittings.map { numbers[$0] }
        var counts = [(higher: Int, lower: Int, all: Int)](repeating: (0, 0, 0), count: twice.count)
        for scale in snapshot.scales where components.contains(scale.component) {
            var before = [(score: Double, error: Double)?](repeating: nil, count: twice.count), after = before
            for row in snapshot.scores.onScale(scale.scaleCode) {
                guard let (number, isLast) = ofSitting[row.sitting], let score = row.score, let error = row.standardError, error > 0 else { continue }
                if isLast { after[number] = (score, error) } else { before[number] = (score, error) }
            }
            for number in twice.indices {
                guard let first = before[number], let second = after[number], let change = change(first, second) else { continue }
                counts[number].all += 1
                guard change.isReliable(level: 0.95) else { continue }
                if change.estimate > 0 { counts[number].higher += 1 } else { counts[number].lower += 1 }
            }
        }
        var changes = [Change?](repeating: nil, count: sittings.count)
        for (number, person) in twice.enumerated() where counts[number].all > 0 {
            let (higher, lower, all) = counts[number]
            changes[person] = Change(higher: Double(higher) / Double(all), lower: Double(lower) / Double(all))
        }
        return changes
    }

    private static func change(_ first: (score: Double, error: Double), _ second: (score: Double, error: Double)) -> ReliableChange? {
        // The supplier gives the error itself; sittings may differ in it, so the mean square counts. Reliability 0 of it is all of it.
        let error = ((first.error * first.error + second.error * second.error) / 2).squareRoot()
        guard let known = try? StandardErrorOfMeasurement(deviation: error, reliability: 0) else { return nil }
        return try? ReliableChange(before: first.score, after: second.score, error: known)
    }

    private static func sittings(_ frame: AuditFrame) -> [(first: Pseudonym, last: Pseudonym)?] {
        var byPerson: [Pseudonym: [(day: Day, key: Pseudonym)]] = [:]
        for assessment in frame.snapshot.assessments where assessment.supersededBy == nil {
            guard let day = assessment.completedOn, day <= frame.window.to else { continue }
            byPerson[assessment.participantId, default: []].append((day, assessment.assessmentId))
        }
        return frame.people.map { person in
            let own = (byPerson[frame.snapshot.participants[person.participant].participantId] ?? []).sorted { ($0.day, $0.key) < ($1.day, $1.key) }
            guard let first = own.first, let last = own.last, first.day < last.day else { return nil }
            return (first.key, last.key)
        }
    }
}
