import Cohort
import Metrics

extension AuditFrame {
    /// Each person's placements from the first list on, until the end of the window, as indices in `snapshot.placements` in order of
    /// time; empty for people without a list.
    func placements() -> [[Int]] { memo.value("placements", collectedPlacements) }

    private func collectedPlacements() -> [[Int]] {
        let placements = snapshot.placements
        var byPerson: [Pseudonym: [Int]] = [:]
        for (index, placement) in placements.enumerated() where placement.startedOn <= window.to {
            byPerson[placement.participantId, default: []].append(index)
        }
        return people.map { person in
            guard let start = firstList(of: person), let own = byPerson[snapshot.participants[person.participant].participantId] else { return [] }
            return own.filter { placements[$0].startedOn >= start }
                .sorted { (placements[$0].startedOn, $0) < (placements[$1].startedOn, $1) }
        }
    }

    /// Time zero: the day of the first list over all history.
    func firstList(of person: Person) -> Day? {
        snapshot.participants[person.participant].firstRunOn ?? person.runs.first.map { snapshot.runs[$0].executedOn }
    }

    /// The first placement of people whose first placement lies in the window.
    func firstPlacementsInWindow() -> [Placement?] {
        placements().map { own in
            own.first.map { snapshot.placements[$0] }.flatMap { window.contains($0.startedOn) ? $0 : nil }
        }
    }

    /// How each person's waiting for a first placement ended, in days since the first list; leaving for another reason is an exit of its own.
    ///
    /// - Parameter delayed: whether people whose first list lies before the window count from the first list *in* the window on. They are
    ///   in the data because they were still waiting then, so not a day earlier: before it nobody could have seen them placed.
    func waiting(delayed: Bool) -> [ObservedExit?] {
        zip(people, placements()).map { person, own in
            guard let start = firstList(of: person) else { return nil }
            let seen: Day
            if window.contains(start) {
                seen = start
            } else if delayed, let run = person.runs.first, snapshot.runs[run].executedOn > start {
                seen = snapshot.runs[run].executedOn
            } else {
                return nil
            }
            let placed = own.first.map { snapshot.placements[$0].startedOn }
            let left = snapshot.participants[person.participant].leftOn.flatMap { $0 >= start && $0 <= window.to ? $0 : nil }
            let end = [placed, left].compactMap { $0 }.min() ?? window.to
            guard end >= seen else { return nil }
            // Placed and gone on one day is placed.
            let kind: Exit.Kind = placed == end && placed != nil ? .event : left == end && left != nil ? .competing : .censored
            return ObservedExit(days: end - start, kind: kind, entry: seen - start)
        }
    }
}
