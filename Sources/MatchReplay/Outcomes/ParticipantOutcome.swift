import Cohort

/// What a scenario does for one participant: beside the baseline's list, and beside the list that was recorded.
public struct ParticipantOutcome: Sendable, Equatable {
    public let participant: Pseudonym
    public let change: ListChange
    public let withRecorded: ListLikeness

    public init(participant: Pseudonym, change: ListChange, withRecorded: ListLikeness) {
        self.participant = participant
        self.change = change
        self.withRecorded = withRecorded
    }

    /// Everybody, in order of pseudonym.
    /// - Parameters:
    ///   - baseline: lists of the snapshot as it is.
    ///   - scenario: lists of the same participants under the scenario.
    ///   - recorded: `Snapshot.lists` of the snapshot as it is, by run.
    public static func all(
        baseline: LatestLists, scenario: LatestLists, recorded: [RecordedList], comparison: ListComparison
    ) -> [ParticipantOutcome] {
        let row = Dictionary(scenario.participants.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return baseline.participants.indices.map { index in
            let participant = baseline.participants[index]
            let after = row[participant].map { scenario.lists[$0] } ?? ReplayedList(workplaces: [], distances: [])
            return ParticipantOutcome(
                participant: participant, change: comparison.change(from: baseline.lists[index], to: after),
                withRecorded: comparison.agreement(of: after, with: recorded[baseline.runs[index]]))
        }
    }
}
