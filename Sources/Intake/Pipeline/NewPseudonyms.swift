import Cohort

/// Pseudonyms that are drawn and not made from anything, so that there is no key by which the file could be linked to another one.
struct NewPseudonyms {
    /// In the order of the new pseudonyms.
    let snapshot: Snapshot
    /// Old -> new.
    let participants: [Pseudonym: Pseudonym]

    static func draw(for copy: Snapshot, using generator: inout some RandomNumberGenerator) -> NewPseudonyms {
        let participants = drawn(copy.participants.map(\.participantId), using: &generator)
        let assessments = drawn(copy.assessments.map(\.assessmentId), using: &generator)
        let runs = drawn(copy.runs.map(\.matchRunId), using: &generator)
        var renamed = copy
        for index in copy.participants.indices { renamed.participants[index].participantId = participants[copy.participants[index].participantId] ?? nowhere }
        for index in copy.assessments.indices {
            renamed.assessments[index].assessmentId = assessments[copy.assessments[index].assessmentId] ?? nowhere
            renamed.assessments[index].participantId = participants[copy.assessments[index].participantId] ?? nowhere
        }
        for index in copy.scores.indices { renamed.scores[index].assessmentId = assessments[copy.scores[index].assessmentId] ?? nowhere }
        for index in copy.runs.indices {
            renamed.runs[index].matchRunId = runs[copy.runs[index].matchRunId] ?? nowhere
            renamed.runs[index].participantId = participants[copy.runs[index].participantId] ?? nowhere
            renamed.runs[index].assessmentId = assessments[copy.runs[index].assessmentId] ?? nowhere
        }
        for index in copy.abilities.indices { renamed.abilities[index].participantId = participants[copy.abilities[index].participantId] ?? nowhere }
        for index in copy.travelTimes.indices { renamed.travelTimes[index].participantId = participants[copy.travelTimes[index].participantId] ?? nowhere }
        return NewPseudonyms(snapshot: sorted(renamed), participants: participants)
    }

    /// No row names a key that has no row, by the capture's own checks.
    private static let nowhere = Pseudonym(high: 0, low: 0)

    private static func drawn(_ keys: [Pseudonym], using generator: inout some RandomNumberGenerator) -> [Pseudonym: Pseudonym] {
        Dictionary(uniqueKeysWithValues: keys.map { ($0, Pseudonym(high: generator.next(), low: generator.next())) })
    }

    /// As `Snapshot` has its rows, so that their order says nothing about the file that they come from.
    private static func sorted(_ snapshot: Snapshot) -> Snapshot {
        var sorted = snapshot
        sorted.participants.sort { $0.participantId < $1.participantId }
        sorted.assessments.sort { $0.assessmentId < $1.assessmentId }
        sorted.scores.sort {
            $0.assessmentId != $1.assessmentId ? $0.assessmentId < $1.assessmentId : $0.scaleCode.utf8.lexicographicallyPrecedes($1.scaleCode.utf8)
        }
        let order = snapshot.runs.indices.sorted { snapshot.runs[$0].matchRunId < snapshot.runs[$1].matchRunId }
        sorted.runs = order.map { snapshot.runs[$0] }
        sorted.lists = order.map { snapshot.lists[$0] }
        sorted.abilities.sort { $0.participantId < $1.participantId }
        sorted.travelTimes.sort {
            $0.participantId != $1.participantId ? $0.participantId < $1.participantId : $0.workplaceId.utf8.lexicographicallyPrecedes($1.workplaceId.utf8)
        }
        return sorted
    }
}
