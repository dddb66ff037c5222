import Cohort
import Demonstration
import Intake

/// The figures that planted effects are about, per person, straight from the records: written here apart from the audit, to check the generator.
enum Figures {
    private static func people(_ records: DemonstrationRecords) -> [String: ParticipantRecord] {
        Dictionary(uniqueKeysWithValues: records.participants.map { ($0.participantId, $0) })
    }

    private static func means(_ values: [(String, Double)]) -> [String: Double] {
        Dictionary(grouping: values, by: \.0).mapValues { own in own.reduce(0) { $0 + $1.1 } / Double(own.count) }
    }

    static func who(_ records: DemonstrationRecords, _ belongs: (ParticipantRecord) -> Bool) -> Set<String> {
        Set(records.participants.filter(belongs).map(\.participantId))
    }

    static func tested(_ records: DemonstrationRecords, _ belongs: (AssessmentRecord) -> Bool) -> Set<String> {
        Set(records.assessments.filter(belongs).map(\.participantId))
    }

    /// Days from a finished test that was found to be wrong to the one that corrected it.
    static func daysOnWrongProfile(_ records: DemonstrationRecords) -> [String: Double] {
        let completed = Dictionary(uniqueKeysWithValues: records.assessments.map { ($0.assessmentId, $0.completedOn) })
        return means(records.assessments.compactMap { wrong in
            guard let correction = wrong.supersededBy, let from = wrong.completedOn, let to = completed[correction] ?? nil else { return nil }
            return (wrong.participantId, Double(to - from))
        })
    }

    /// Share of the first five places that were last confirmed more than 90 days before the list, or never.
    static func staleShares(_ records: DemonstrationRecords) -> [String: Double] {
        let confirmed = Dictionary(uniqueKeysWithValues: records.workplaces.map { ($0.workplaceId, $0.lastConfirmedOn) })
        let runs = Dictionary(uniqueKeysWithValues: records.runs.map { ($0.matchRunId, $0) })
        return means(records.results.compactMap { result in
            guard result.rank <= 5, let run = runs[result.matchRunId] else { return nil }
            let isStale = (confirmed[result.workplaceId] ?? nil).map { run.executedOn - $0 > 90 } ?? true
            return (run.participantId, isStale ? 1 : 0)
        })
    }

    /// Whether the first place was taken, of the lists whose first two distances lie close together or whose test was flagged.
    static func followedWeakAdvice(_ records: DemonstrationRecords, weak: Bool = true) -> [String: Double] {
        let flagged = Set(records.assessments.filter { $0.qualityFlag != nil }.map(\.assessmentId))
        let runs = Dictionary(uniqueKeysWithValues: records.runs.map { ($0.matchRunId, $0) })
        var first: [String: MatchResultRecord] = [:], second: [String: MatchResultRecord] = [:]
        for result in records.results {
            if result.rank == 1 { first[result.matchRunId] = result }
            if result.rank == 2 { second[result.matchRunId] = result }
        }
        return means(records.choices.compactMap { choice in
            guard let run = runs[choice.matchRunId], let a = first[choice.matchRunId], let b = second[choice.matchRunId] else { return nil }
            guard let near = a.distance, let far = b.distance, let chosen = choice.chosenWorkplaceId else { return nil }
            let isWeak = far - near < 0.05 || flagged.contains(run.assessmentId)
            return isWeak == weak ? (run.participantId, chosen == a.workplaceId ? 1 : 0) : nil
        })
    }

    /// Whether a placement ended within 90 days, of those that were followed for so long.
    static func endedEarly(_ records: DemonstrationRecords, until last: Day) -> [String: Double] {
        means(records.placements.compactMap { placement in
            guard last - placement.startedOn >= 90 else { return nil }
            return (placement.participantId, placement.endedOn.map { $0 - placement.startedOn <= 90 } ?? false ? 1 : 0)
        })
    }

    /// Verbal scores of finished first tests that were started in a period.
    static func verbal(_ records: DemonstrationRecords, from: Day, to: Day) -> [String: Double] {
        let own = Dictionary(
            uniqueKeysWithValues: records.assessments.compactMap { assessment -> (String, String)? in
                guard let day = assessment.completedOn, from <= day, day <= to else { return nil }
                return (assessment.assessmentId, assessment.participantId)
            })
        return means(records.scores.compactMap { row in
            guard row.scaleCode == "cap_verbal", let score = row.score, let person = own[row.assessmentId] else { return nil }
            return (person, score)
        })
    }

    /// Employers' contacts per person.
    static func contacts(_ records: DemonstrationRecords, by initiator: String = "employer") -> [String: Double] {
        let made = Dictionary(grouping: records.contacts.filter { $0.initiatedBy == initiator }, by: \.participantId)
        let people = Set(records.runs.map(\.participantId))
        return Dictionary(uniqueKeysWithValues: people.map { ($0, Double(made[$0]?.count ?? 0)) })
    }

    /// Share of the first five places that are further away than the person travels.
    static func outOfReach(_ records: DemonstrationRecords) -> [String: Double] {
        let people = people(records)
        let minutes = Dictionary(uniqueKeysWithValues: records.travelTimes.map { ("\($0.participantId) \($0.workplaceId)", $0.minutes) })
        let person = Dictionary(uniqueKeysWithValues: records.runs.map { ($0.matchRunId, $0.participantId) })
        return means(records.results.compactMap { result in
            guard result.rank <= 5, let key = person[result.matchRunId], let limit = people[key]?.travelMaxMinutes else { return nil }
            guard let journey = minutes["\(key) \(result.workplaceId)"] else { return nil }
            return (key, journey > limit ? 1 : 0)
        })
    }
}
