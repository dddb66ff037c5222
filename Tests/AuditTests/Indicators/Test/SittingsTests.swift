import Cohort
import Metrics
import Testing

@testable import Audit

@Suite struct SittingsTests {
    /// Against a search for every person by itself: sittings in any order of the file, some without a day, after the window, or of nobody in it.
    @Test(arguments: 1...20)
    func areEverybodysOwnInOrderOfTime(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var hamlet = Hamlet(people: 12)
        hamlet.open(1)
        for name in 0..<60 {
            let started = random.index(below: 4) == 0 ? nil : random.index(below: 500) - 100
            hamlet.sit(random.index(below: 12), name: name, started: started, completed: random.index(below: 3) == 0 ? nil : (started ?? 0) + 9)
        }
        for person in 0..<9 { hamlet.list(person, sitting: person, on: 40, places: [0]) }
        let frame = hamlet.frame, assessments = frame.snapshot.assessments
        let sittings = Sittings(frame)
        for (index, person) in frame.people.enumerated() {
            let owner = frame.snapshot.participants[person.participant].participantId
            let own = assessments.indices.filter { sitting in
                assessments[sitting].participantId == owner && (assessments[sitting].begin.map { $0 <= frame.window.to } ?? false)
            }
            let ordered = own.sorted { (assessments[$0].begin!, $0) < (assessments[$1].begin!, $1) }
            #expect(Array(sittings.of(index)) == ordered)
            #expect(sittings.first(of: index, in: frame) == ordered.map { assessments[$0] }.first { frame.window.contains($0.begin!) })
            #expect(sittings.finished(of: index, in: frame) == ordered.map { assessments[$0] }.filter { $0.completedOn.map { $0 <= frame.window.to } ?? false })
        }
    }
}
