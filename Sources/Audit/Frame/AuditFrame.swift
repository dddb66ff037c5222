import Cohort
import MatchReplay
import Metrics

/// The people of one window with everything that is measured about them: one entry per participant, whole lists attached,
/// because participants are the unit of every statistic.
package struct AuditFrame: Sendable {
    package let snapshot: Snapshot
    package let window: Period
    /// The list of every run of the snapshot as the core makes it again; parallel to `snapshot.runs`.
    package private(set) var replayed: [ReplayedList]
    /// Everybody with at least one run in the window, in pseudonym order.
    package let people: [Person]
    /// The known label of each person, parallel to `people`; `nil` = unknown.
    package let labels: [Attribute: [String?]]
    /// The stratum of each person as a number without meaning of its own, parallel to `people`; unknown is a stratum too.
    let strata: [Stratum: [Int]]

    package struct Person: Sendable {
        /// Index in `snapshot.participants`.
        package let participant: Int
        package let key: UInt64
        /// Known labels only.
        package let labels: [Attribute: String]
        /// Indices in `snapshot.runs` of the runs in the window, in order of time; never empty.
        package let runs: [Int]
        /// Index in `snapshot.choices` of the choice that counts: the last one, of the last run that a choice refers to.
        let choice: Int?
        /// The run that `choice` refers to.
        let chosenRun: Int?
    }

    package init(snapshot: Snapshot, window: Period, replayed: [ReplayedList]) {
        self.snapshot = snapshot
        self.window = window
        self.replayed = replayed

        let participants = Dictionary(uniqueKeysWithValues: snapshot.participants.enumerated().map { ($1.participantId, $0) })
        let assessments = Dictionary(uniqueKeysWithValues: snapshot.assessments.map { ($0.assessmentId, $0) })
        let runIndex = Dictionary(uniqueKeysWithValues: snapshot.runs.enumerated().map { ($1.matchRunId, $0) })

        var runs: [Int: [Int]] = [:]
        for (index, run) in snapshot.runs.enumerated() where window.contains(run.executedOn) {
            guard let participant = participants[run.participantId] else { continue }
            runs[participant, default: []].append(index)
        }
        var choices: [Int: (run: Int, choice: Int)] = [:]
        for (index, choice) in snapshot.choices.enumerated() where choice.decidedOn <= window.to {
            guard let run = runIndex[choice.matchRunId], window.contains(snapshot.runs[run].executedOn),
                let participant = participants[snapshot.runs[run].participantId]
            else { continue }
            let order = (snapshot.runs[run].sequence, choice.sequence)
            if let kept = choices[participant],
                (snapshot.runs[kept.run].sequence, snapshot.choices[kept.choice].sequence) >= order { continue }
            choices[participant] = (run, index)
        }
        let people = runs.keys.sorted().map { participant in
            let ordered = (runs[participant] ?? []).sorted { snapshot.runs[$0].sequence < snapshot.runs[$1].sequence }
            return Person(
                participant: participant, key: snapshot.participants[participant].participantId.randomKey,
                // The test of the first run in the window gives language and mode, so that a person is in one group in every table.
                labels: Attribute.labels(of: snapshot.participants[participant], test: assessments[snapshot.runs[ordered[0]].assessmentId]),
                runs: ordered, choice: choices[participant]?.choice, chosenRun: choices[participant]?.run)
        }
        self.people = people
        labels = Dictionary(uniqueKeysWithValues: Attribute.allCases.map { attribute in (attribute, people.map { $0.labels[attribute] }) })
        strata = Dictionary(
            uniqueKeysWithValues: Stratum.allCases.map { stratum in (stratum, Self.strata(stratum, of: people, in: snapshot)) })
    }

    /// The same people with the lists of another core.
    package func with(replayed: [ReplayedList]) -> AuditFrame {
        var frame = self
        frame.replayed = replayed
        return frame
    }

    /// The first `depth` places of a run's list.
    func places(ofRun run: Int, first depth: Int) -> ArraySlice<Int> { replayed[run].workplaces.prefix(depth) }

    /// One value per person: the mean of `value` over that person's runs; `nil` when it is defined for none of them.
    package func meanOverRuns(_ value: (Int) -> Double?) -> [Double?] {
        people.map { person in
            let values = person.runs.compactMap(value)
            return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
    }
}
