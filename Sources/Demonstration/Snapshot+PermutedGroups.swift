import Cohort
import Metrics

extension Snapshot {
    /// The same lists, choices and outcomes with the group labels dealt anew: a world in which no group differs but by chance.
    ///
    /// Labels move between people as one block (age band, gender, municipality, education, languages, level of Dutch, benefit duration,
    /// register, and the test language and form of their assessments), so that groups keep their sizes and their overlap.
    /// People with a list exchange with people with a list, and people who were tested with people who were tested, so that each
    /// has labels to give. Who gets whose labels follows from the seed and the pseudonyms, not from the order of rows.
    public func permutingGroups(seed: UInt64) -> Snapshot {
        var permuted = self
        let withRun = Set(runs.map(\.participantId))
        let sittings = Dictionary(grouping: assessments.indices, by: { assessments[$0].participantId }).mapValues { indices in
            indices.sorted { earlier(assessments[$0], assessments[$1]) }
        }
        let people = participants.indices.sorted { participants[$0].participantId < participants[$1].participantId }
        let strata = Dictionary(grouping: people) { index -> Int in
            let id = participants[index].participantId
            return withRun.contains(id) ? 2 : sittings[id] != nil ? 1 : 0
        }
        for (stratum, members) in strata {
            var random = SeededRandom(seed: CounterRandom.bits(seed: seed, participant: UInt64(stratum), replicate: 0))
            var donors = members
            random.shuffle(&donors)
            for (recipient, donor) in zip(members, donors) {
                permuted.participants[recipient].takeLabels(of: participants[donor])
                let given = sittings[participants[donor].participantId] ?? []
                for (position, sitting) in (sittings[participants[recipient].participantId] ?? []).enumerated() where !given.isEmpty {
                    let label = assessments[given[min(position, given.count - 1)]]
                    permuted.assessments[sitting].testLanguage = label.testLanguage
                    permuted.assessments[sitting].mode = label.mode
                }
            }
        }
        permuted.digest = "\(digest)-permuted-\(seed)"
        return permuted
    }

    private func earlier(_ a: Assessment, _ b: Assessment) -> Bool {
        let first = a.startedOn ?? a.completedOn, second = b.startedOn ?? b.completedOn
        if first != second { return (first?.number ?? .max) < (second?.number ?? .max) }
        return a.assessmentId < b.assessmentId
    }
}

extension Participant {
    fileprivate mutating func takeLabels(of donor: Participant) {
        ageBand = donor.ageBand
        gender = donor.gender
        municipality = donor.municipality
        educationLevel = donor.educationLevel
        preferredLanguage = donor.preferredLanguage
        dutchLevel = donor.dutchLevel
        benefitDuration = donor.benefitDuration
        targetGroupRegister = donor.targetGroupRegister
    }
}
