import Cohort

/// What somebody could be recognised by without a test: `SnapshotAnonymity.sealedQuasiIdentifiers`.
struct QuasiIdentifiers: Hashable {
    var ageBand: String?
    var gender: String?
    var educationLevel: String?
    /// Of all this person's tests, each once, in order.
    var languages: [String]

    init(_ participant: Participant, languages: [String]) {
        ageBand = participant.ageBand
        gender = participant.gender
        educationLevel = participant.educationLevel
        self.languages = languages
    }

    /// By person.
    static func languages(in snapshot: Snapshot) -> [Pseudonym: [String]] {
        Dictionary(grouping: snapshot.assessments, by: \.participantId).mapValues { Set($0.map(\.testLanguage)).sorted() }
    }

    /// Indices in `snapshot.participants`, in their order.
    static func classes(of snapshot: Snapshot) -> [QuasiIdentifiers: [Int]] {
        let languages = languages(in: snapshot)
        return Dictionary(grouping: snapshot.participants.indices) { index in
            let participant = snapshot.participants[index]
            return QuasiIdentifiers(participant, languages: languages[participant.participantId] ?? [])
        }
    }

    /// 0 without people.
    static func smallestClass(of snapshot: Snapshot) -> Int { classes(of: snapshot).values.map(\.count).min() ?? 0 }
}
