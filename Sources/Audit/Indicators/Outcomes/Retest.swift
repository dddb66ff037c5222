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
        let wanted = Set(sittings.compactMap { $0 }.flatMap { [$0.first, $0.last] })
        let numbers = Dictionary(
            uniqueKeysWithValues: snapshot.scales.filter { components.contains($0.component) }.enumerated().map { ($1.scaleCode, $0) })
        var scores: [Pseudonym: [(score: Double, error: Double)?]] = [:]
        for row in snapshot.scores where wanted.contains(row.assessmentId) {
            guard let number = numbers[row.scaleCode], let score = row.score, let error = row.standardError, error > 0 else { continue }
            scores[row.assessmentId, default: Array(repeating: nil, count: numbers.count)][number] = (score, error)
        }
        return sittings.map { pair in
            guard let pair, let before = scores[pair.first], let after = scores[pair.last] else { return nil }
            return change(before, after)
        }
    }

    private static func change(_ before: [(score: Double, error: Double)?], _ after: [(score: Double, error: Double)?]) -> Change? {
        var (higher, lower, all) = (0, 0, 0)
        for case (let first?, let second?) in zip(before, after) {
            // The supplier gives the error itself; sittings may differ in it, so the mean square counts. Reliability 0 of it is all of it.
            let error = ((first.error * first.error + second.error * second.error) / 2).squareRoot()
            guard let known = try? StandardErrorOfMeasurement(deviation: error, reliability: 0),
                let change = try? ReliableChange(before: first.score, after: second.score, error: known)
            else { continue }
            all += 1
            guard change.isReliable(level: 0.95) else { continue }
            if change.estimate > 0 { higher += 1 } else { lower += 1 }
        }
        return all > 0 ? Change(higher: Double(higher) / Double(all), lower: Double(lower) / Double(all)) : nil
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
