import Cohort

/// Everybody's sittings of the test, over all history up to the end of the window.
struct Sittings {
    /// Indices in `Snapshot.assessments`, parallel to the people, in order of the day that is known first.
    let ofPerson: [[Int]]

    init(_ frame: AuditFrame) {
        let snapshot = frame.snapshot
        var person: [Pseudonym: Int] = [:]
        for (index, one) in frame.people.enumerated() { person[snapshot.participants[one.participant].participantId] = index }
        var own = [[Int]](repeating: [], count: frame.people.count)
        for (index, assessment) in snapshot.assessments.enumerated() {
            guard let owner = person[assessment.participantId], assessment.begin.map({ $0 <= frame.window.to }) ?? false else { continue }
            own[owner].append(index)
        }
        ofPerson = own.map { indices in
            indices.sorted { (snapshot.assessments[$0].begin?.number ?? 0, $0) < (snapshot.assessments[$1].begin?.number ?? 0, $1) }
        }
    }

    /// The first sitting of a person that began in the window.
    func first(of person: Int, in frame: AuditFrame) -> Assessment? {
        ofPerson[person].lazy.map { frame.snapshot.assessments[$0] }.first { $0.begin.map(frame.window.contains) ?? false }
    }

    /// The sittings that were finished by the end of the window.
    func finished(of person: Int, in frame: AuditFrame) -> [Assessment] {
        ofPerson[person].compactMap { index in
            let assessment = frame.snapshot.assessments[index]
            return assessment.completedOn.map { $0 <= frame.window.to } ?? false ? assessment : nil
        }
    }
}

extension Assessment {
    /// The first day that is known of the sitting.
    var begin: Day? { startedOn ?? completedOn }
}
