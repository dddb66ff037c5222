import Cohort
import MatchReplay
import Metrics

/// The people of one window with everything that is measured about them: one entry per participant, whole lists attached,
/// because participants are the unit of every statistic.
package struct AuditFrame: Sendable {
    package let snapshot: Snapshot
    package let window: Period
    /// The list of every run of the snapshot as the core makes it again; parallel to `snapshot.runs`.
    package private(set) var replayed: PackedLists
    /// Recorded lists that are not the ones that were made, by run, where those of the snapshot were left in its file; `nil` = they are in it.
    private let recorded: [Int: [Int]]?
    /// What was made of the runs elsewhere; `nil` = it is made from this frame when it is asked for.
    private(set) var figures: RunFigures?
    /// Everybody in the window, in pseudonym order: who had a run in it, and, when asked for, who started a test or was invited in it.
    package let people: [Person]
    /// Parallel to `people`.
    let groupLabels: GroupLabels
    /// How the system under audit is configured.
    let system: SystemConfiguration
    /// The core that made `replayed`; `nil` where lists were not made by one.
    let core: RankingCore?
    let threads: Int
    /// What is made once from this frame, however many indicators ask for it.
    private(set) var memo = FrameMemo()
    /// What the tables of one indicator share, over all groupings, and nothing else asks for; forgotten when they are made.
    private(set) var scratch = FrameMemo()

    package struct Person: Sendable {
        /// Index in `snapshot.participants`.
        package let participant: Int
        package let key: UInt64
        /// Indices in `snapshot.runs` of the runs in the window, in order of time; empty for people who did not get that far.
        package let runs: [Int]
        /// Index in `snapshot.choices` of the choice that counts: the last one, of the last run that a choice refers to.
        let choice: Int?
        /// The run that `choice` refers to.
        let chosenRun: Int?
    }

    /// Who counts as being in a window.
    package enum Population: Sendable {
        /// People with a list.
        case listed
        /// People with a list, a test that was started, or an invitation.
        case everybody
    }

    package init(snapshot: Snapshot, window: Period, replayed: [ReplayedList]) {
        self.init(
            snapshot: snapshot, window: window, replayed: PackedLists(replayed), population: .listed, system: .standard, core: nil, threads: 1)
    }

    init(
        snapshot: Snapshot, window: Period, replayed: PackedLists, recorded: [Int: [Int]]? = nil, figures: RunFigures? = nil, population: Population, system: SystemConfiguration,
        core: RankingCore?, threads: Int
    ) {
        self.snapshot = snapshot
        self.window = window
        self.replayed = replayed
        self.recorded = recorded
        self.figures = figures
        self.system = system
        self.core = core
        self.threads = threads

        let participants = Dictionary(uniqueKeysWithValues: snapshot.participants.enumerated().lazy.map { ($1.participantId, $0) })
        let assessments = Dictionary(uniqueKeysWithValues: snapshot.assessments.enumerated().lazy.map { ($1.assessmentId, $0) })
        let runIndex = Dictionary(uniqueKeysWithValues: snapshot.runs.enumerated().lazy.map { ($1.matchRunId, $0) })

        // Parallel to the participants; `nil` = not in the window.
        var runs = [[Int]?](repeating: nil, count: snapshot.participants.count)
        for (index, run) in snapshot.runs.enumerated() where window.contains(run.executedOn) {
            guard let participant = participants[run.participantId] else { continue }
            if runs[participant] == nil { runs[participant] = [] }
            runs[participant]?.append(index)
        }
        // The first test of the window stands in for people who have no list in it.
        var firstTest = [Int?](repeating: nil, count: snapshot.participants.count)
        if population == .everybody {
            for (index, assessment) in snapshot.assessments.enumerated() {
                guard let day = assessment.startedOn ?? assessment.completedOn, window.contains(day),
                    let participant = participants[assessment.participantId]
                else { continue }
                let kept = firstTest[participant].map { snapshot.assessments[$0] }
                if let keptDay = kept.flatMap({ $0.startedOn ?? $0.completedOn }), keptDay <= day { continue }
                firstTest[participant] = index
            }
            for invitation in snapshot.invitations where window.contains(invitation.invitedOn) {
                if let participant = participants[invitation.participantId], runs[participant] == nil { runs[participant] = [] }
            }
            for participant in runs.indices where firstTest[participant] != nil && runs[participant] == nil { runs[participant] = [] }
        }
        var choices = [(run: Int, choice: Int)?](repeating: nil, count: snapshot.participants.count)
        for (index, choice) in snapshot.choices.enumerated() where choice.decidedOn <= window.to {
            guard let run = runIndex[choice.matchRunId], window.contains(snapshot.runs[run].executedOn),
                let participant = participants[snapshot.runs[run].participantId]
            else { continue }
            let order = (snapshot.runs[run].sequence, choice.sequence)
            if let kept = choices[participant],
                (snapshot.runs[kept.run].sequence, snapshot.choices[kept.choice].sequence) >= order { continue }
            choices[participant] = (run, index)
        }
        var tests: [Int?] = []
        let all = snapshot.runs
        people = runs.enumerated().compactMap { participant, own -> Person? in
            guard let own else { return nil }
            let ordered = own.count < 2 ? own : own.sorted { all[$0].sequence < all[$1].sequence }
            // The test of the first run in the window gives language and mode, so that a person is in one group in every table.
            let test = ordered.first.flatMap { assessments[snapshot.runs[$0].assessmentId] } ?? firstTest[participant]
            tests.append(test)
            return Person(
                participant: participant, key: snapshot.participants[participant].participantId.randomKey, runs: ordered,
                choice: choices[participant]?.choice, chosenRun: choices[participant]?.run)
        }
        let (everybody, sittings, participantsOfAll, firstTests) = (people, snapshot.assessments, snapshot.participants, tests)
        groupLabels = GroupLabels(count: everybody.count, system: system, threads: threads) { index in
            (participantsOfAll[everybody[index].participant], firstTests[index].map { sittings[$0] })
        }
    }

    /// The same people with the lists of another core.
    package func with(replayed: [ReplayedList]) -> AuditFrame {
        var frame = self
        frame.replayed = PackedLists(replayed)
        frame.figures = nil
        frame.memo = FrameMemo()
        return frame.withOwnScratch()
    }

    /// The same frame, with nothing in its scratch.
    func withOwnScratch() -> AuditFrame {
        var frame = self
        frame.scratch = FrameMemo()
        return frame
    }

    /// The group of each person under a grouping; of an intersection both sides must be known.
    func labelling(of grouping: Grouping) -> Labelling {
        memo.value("labelling of \(grouping.name)") { groupLabels.labelling(of: grouping) }
    }

    /// The known label of each person, parallel to `people`; `nil` = unknown.
    package func labels(of attribute: Attribute) -> [String?] {
        let labelling = labelling(of: Grouping(attribute))
        return people.indices.map { labelling.name($0) }
    }

    /// The same of every attribute.
    package var labels: [Attribute: [String?]] {
        Dictionary(uniqueKeysWithValues: Attribute.allCases.map { ($0, labels(of: $0)) })
    }

    /// The places of a run's list as production recorded it.
    func recordedPlaces(ofRun run: Int) -> [Int] {
        guard let recorded else { return snapshot.lists[run].workplaces }
        return recorded[run] ?? (0..<replayed.count(ofRun: run)).map { replayed.place(ofRun: run, at: $0) }
    }

    /// One value per person: the mean of `value` over that person's runs; `nil` when it is defined for none of them.
    package func meanOverRuns(_ value: (Int) -> Double?) -> PackedValues {
        PackedValues(count: people.count) { person in
            var sum = 0.0, count = 0
            for run in people[person].runs {
                guard let value = value(run) else { continue }
                sum += value
                count += 1
            }
            return count == 0 ? nil : sum / Double(count)
        }
    }
}
