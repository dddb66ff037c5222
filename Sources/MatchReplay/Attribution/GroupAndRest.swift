import Cohort

/// The two sides of a gap: a group, and everybody else whose label is known.
struct GroupAndRest: Sendable {
    /// Positions in `TestedPeople.people`.
    let group: [Int]
    let rest: [Int]

    init(_ tested: TestedPeople, in snapshot: Snapshot, attribute: Attribute, group name: String, minimum: Int) throws(AttributionError) {
        let people = Dictionary(snapshot.participants.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        let tests = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        let labels = tested.people.map { person -> String? in
            guard let participant = people[person.participant] else { return nil }
            return Attribute.labels(of: participant, test: tests[snapshot.runs[person.run].assessmentId])[attribute]
        }
        group = labels.indices.filter { labels[$0] == name }
        rest = labels.indices.filter { labels[$0] != nil && labels[$0] != name }
        guard !group.isEmpty else {
            throw .unknownGroup(attribute: attribute.rawValue, group: name, known: Set(labels.compactMap { $0 }).sorted(by: precedesInBytes))
        }
        guard group.count >= minimum, rest.count >= minimum else {
            throw .tooFewPeople(attribute: attribute.rawValue, group: name, needed: minimum)
        }
    }
}
