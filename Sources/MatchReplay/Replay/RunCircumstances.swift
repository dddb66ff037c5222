import Cohort

/// What a snapshot knows of the participant of a run besides the scores.
struct RunCircumstances: Sendable {
    private let languages: [Pseudonym: String]
    private let participants: [Pseudonym: Participant]
    private let abilities: [Pseudonym: ParticipantAbility]
    private var travel: [Pseudonym: [String: Int]] = [:]

    /// Journeys are many; they are gathered only where a filter asks them.
    init(_ snapshot: Snapshot, filters: RankingCore.Filters) {
        languages = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0.testLanguage) }, uniquingKeysWith: { first, _ in first })
        participants = Dictionary(snapshot.participants.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        abilities = Dictionary(snapshot.abilities.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        if filters.travel {
            for journey in snapshot.travelTimes { travel[journey.participantId, default: [:]][journey.workplaceId] = journey.minutes }
        }
    }

    /// `nil` = the snapshot does not have the run's assessment.
    func of(_ run: MatchRun) -> (person: Circumstances, language: String)? {
        guard let language = languages[run.assessmentId] else { return nil }
        var person = Circumstances(day: run.executedOn, key: run.matchRunId.randomKey)
        let participant = participants[run.participantId]
        person.hoursAvailable = participant?.hoursAvailable
        person.travelMaxMinutes = participant?.travelMaxMinutes
        person.travelMinutes = travel[run.participantId] ?? [:]
        person.ability = abilities[run.participantId]
        return (person, language)
    }

    /// The same as any core is asked for it.
    func request(_ run: MatchRun, scores: [String: Double]) -> ListRequest? {
        of(run).map { person, language in
            ListRequest(
                scores: scores, testLanguage: language, day: person.day, hoursAvailable: person.hoursAvailable,
                travelMaxMinutes: person.travelMaxMinutes, travelMinutes: person.travelMinutes, ability: person.ability, key: person.key)
        }
    }
}
