import Cohort

/// The first finished test of each person of the window in it, and of those who were tested in the reference period and not in the window.
struct FirstTests: Sendable {
    struct Test: Sendable {
        /// Index in `Snapshot.assessments`.
        let assessment: Int
        /// Index in `AuditFrame.people`; `nil` = tested in the reference period.
        let person: Int?
    }

    /// In order of the people's pseudonyms.
    let tests: [Test]
    /// Of each of `AssessmentScores.sittings` its index in `tests`, or -1.
    let numbers: [Int32]
    /// Indices in `tests` of those of the reference period.
    let earlier: [Int]
    /// Labels of the people of `earlier`, as the test was then.
    let earlierLabels: GroupLabels

    init(_ frame: AuditFrame) {
        let snapshot = frame.snapshot
        let reference = TestedPeriods.referencePeriod(frame)
        let inWindow = Dictionary(uniqueKeysWithValues: frame.people.enumerated().map { (snapshot.participants[$1.participant].participantId, $0) })
        var first: [Pseudonym: (day: Day, test: Test)] = [:]
        for (index, assessment) in snapshot.assessments.enumerated() {
            guard let day = assessment.completedOn, assessment.supersededBy == nil else { continue }
            let isNow = frame.window.contains(day), person = inWindow[assessment.participantId]
            guard isNow || reference?.contains(day) ?? false, isNow == (person != nil) else { continue }
            if let kept = first[assessment.participantId], kept.day <= day { continue }
            first[assessment.participantId] = (day, Test(assessment: index, person: person))
        }
        let tests = first.sorted { $0.key < $1.key }.map(\.value.test)
        let participants = Dictionary(uniqueKeysWithValues: snapshot.participants.enumerated().map { ($1.participantId, $0) })
        func participant(_ test: Int) -> Int? { participants[snapshot.assessments[tests[test].assessment].participantId] }
        let earlier = tests.indices.filter { tests[$0].person == nil && participant($0) != nil }
        self.tests = tests
        self.earlier = earlier
        let numberOf = Dictionary(uniqueKeysWithValues: tests.enumerated().lazy.map { (snapshot.assessments[$1.assessment].assessmentId, Int32($0)) })
        numbers = snapshot.scores.sittings.map { numberOf[$0] ?? -1 }
        let people = earlier.compactMap(participant)
        earlierLabels = GroupLabels(count: people.count, system: frame.system) { index in
            (snapshot.participants[people[index]], snapshot.assessments[tests[earlier[index]].assessment])
        }
    }
}

extension AuditFrame {
    func firstTests() -> FirstTests { memo.value("first tests of two periods") { FirstTests(self) } }
}
