import Cohort
import Intake

extension DemonstrationRecords {
    /// The rows that a capture of a period takes: people with a list, the start of a test or an invitation in it, and what is known of them on its
    /// last day.
    func captured(in period: Period) -> DemonstrationRecords {
        var taken = self
        taken.runs = runs.filter { period.contains($0.executedOn) }
        let isIn = { (day: Day?) in day.map(period.contains) ?? false }
        let people = Set(taken.runs.map(\.participantId))
            .union(assessments.lazy.filter { isIn($0.startedOn) }.map(\.participantId))
            .union(invitations.lazy.filter { isIn($0.invitedOn) }.map(\.participantId))
        let isKnown = { (day: Day?) in day.map { $0 <= period.to } ?? true }
        taken.participants = participants.filter { people.contains($0.participantId) }
        taken.assessments = assessments.filter { people.contains($0.participantId) && isKnown($0.startedOn) }
        let sittings = Set(taken.assessments.map(\.assessmentId))
        taken.scores = scores.filter { sittings.contains($0.assessmentId) }
        let person = Dictionary(uniqueKeysWithValues: taken.runs.map { ($0.matchRunId, $0.participantId) })
        taken.results = results.filter { person[$0.matchRunId] != nil }
        taken.choices = choices.filter { person[$0.matchRunId] != nil && $0.decidedOn <= period.to }
        // A capture numbers the runs and choices that it takes.
        var number: [String: Int] = [:]
        for index in taken.runs.indices {
            number[taken.runs[index].participantId, default: 0] += 1
            taken.runs[index].sequence = number[taken.runs[index].participantId] ?? 1
        }
        number = [:]
        for index in taken.choices.indices {
            let chooser = person[taken.choices[index].matchRunId] ?? ""
            number[chooser, default: 0] += 1
            taken.choices[index].sequence = number[chooser] ?? 1
        }
        taken.placements = placements.filter { people.contains($0.participantId) && $0.startedOn <= period.to }
        taken.feedback = feedback.filter { $0.participantId.map(people.contains) ?? false && $0.givenOn <= period.to }
        taken.invitations = invitations.filter { people.contains($0.participantId) && $0.invitedOn <= period.to }
        taken.abilities = abilities.filter { people.contains($0.participantId) }
        taken.travelTimes = travelTimes.filter { people.contains($0.participantId) }
        taken.contacts = contacts.filter { people.contains($0.participantId) && $0.contactedOn <= period.to }
        return taken
    }
}
