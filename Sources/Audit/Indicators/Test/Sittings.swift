import Cohort

/// Everybody's sittings of the test, over all history up to the end of the window.
struct Sittings: Sendable {
    /// Indices in `Snapshot.assessments`, person after person, and of each in order of the day that is known first.
    private let indices: [Int32]
    /// Of each person where the own ones begin; one more at the end.
    private let starts: [Int32]

    init(_ frame: AuditFrame) {
        let assessments = frame.snapshot.assessments
        var person: [Pseudonym: Int] = [:]
        person.reserveCapacity(frame.people.count)
        for (index, one) in frame.people.enumerated() { person[frame.snapshot.participants[one.participant].participantId] = index }
        let owners = assessments.map { assessment -> Int32 in
            guard let owner = person[assessment.participantId], assessment.begin.map({ $0 <= frame.window.to }) ?? false else { return -1 }
            return Int32(owner)
        }
        // Counted first, then put in their places.
        var starts = [Int32](repeating: 0, count: frame.people.count + 1)
        for owner in owners where owner >= 0 { starts[Int(owner) + 1] += 1 }
        for index in frame.people.indices { starts[index + 1] += starts[index] }
        var next = starts, indices = [Int32](repeating: 0, count: Int(starts[frame.people.count]))
        for (index, owner) in owners.enumerated() where owner >= 0 {
            indices[Int(next[Int(owner)])] = Int32(index)
            next[Int(owner)] += 1
        }
        for index in frame.people.indices where starts[index + 1] - starts[index] > 1 {
            indices[Int(starts[index])..<Int(starts[index + 1])].sort {
                (assessments[Int($0)].begin?.number ?? 0, $0) < (assessments[Int($1)].begin?.number ?? 0, $1)
            }
        }
        (self.indices, self.starts) = (indices, starts)
    }

    /// Indices in `Snapshot.assessments` of one person's, in order of the day that is known first.
    func of(_ person: Int) -> some Collection<Int> { indices[Int(starts[person])..<Int(starts[person + 1])].lazy.map { Int($0) } }

    /// The first sitting of a person that began in the window.
    func first(of person: Int, in frame: AuditFrame) -> Assessment? {
        of(person).lazy.map { frame.snapshot.assessments[$0] }.first { $0.begin.map(frame.window.contains) ?? false }
    }

    /// The sittings that were finished by the end of the window.
    func finished(of person: Int, in frame: AuditFrame) -> [Assessment] {
        of(person).compactMap { index in
            let assessment = frame.snapshot.assessments[index]
            return assessment.completedOn.map { $0 <= frame.window.to } ?? false ? assessment : nil
        }
    }
}

extension AuditFrame {
    func sittings() -> Sittings { memo.value("sittings") { Sittings(self) } }
}

extension Assessment {
    /// The first day that is known of the sitting.
    var begin: Day? { startedOn ?? completedOn }
}
