import Audit
import Cohort
import MatchReplay

/// What every list of a core must keep, whatever statistics say. Each looks at all lists of one core.
struct ListInvariants: Sendable {
    let snapshot: Snapshot
    let limits: RequiredLimits

    init(_ snapshot: Snapshot, required: [GateLimits.RequiredLimit]) {
        self.snapshot = snapshot
        limits = RequiredLimits(snapshot, required: required)
    }

    /// A total order: no place twice, every distance a number, none nearer than the one before.
    func order(_ lists: [ReplayedList]) -> BrokenLists {
        look(lists) { _, list in
            var seen: Set<Int> = []
            var culprits = list.workplaces.filter { !seen.insert($0).inserted }
            for (position, distance) in list.distances.enumerated() {
                if !distance.isFinite || (position > 0 && distance < list.distances[position - 1]) { culprits.append(list.workplaces[position]) }
            }
            if list.distances.count != list.workplaces.count { return list.workplaces }
            return culprits.isEmpty ? nil : culprits
        }
    }

    /// Only places that exist and were on offer on the day of the run.
    func places(_ lists: [ReplayedList]) -> BrokenLists {
        look(lists) { run, list in
            let culprits = list.workplaces.filter {
                !snapshot.workplaces.indices.contains($0) || !snapshot.workplaces[$0].isActive(on: snapshot.runs[run].executedOn)
            }
            return culprits.isEmpty ? nil : culprits.filter(snapshot.workplaces.indices.contains)
        }
    }

    /// No place beyond a limit of the participant.
    func limit(_ limit: GateLimits.RequiredLimit, _ lists: [ReplayedList]) -> BrokenLists {
        look(lists) { run, list in
            let culprits = list.workplaces.filter { !limits.allows($0, run: run, by: limit) }
            return culprits.isEmpty ? nil : culprits
        }
    }

    /// As many places as the baseline shows, or as many as there are within the participant's limits that day.
    func length(_ lists: [ReplayedList], baseline: [ReplayedList]) -> BrokenLists {
        look(lists) { run, list in
            let wanted = baseline[run].workplaces.count
            guard list.workplaces.count < wanted else { return nil }
            let day = snapshot.runs[run].executedOn
            var within = 0
            for place in snapshot.workplaces.indices where snapshot.workplaces[place].isActive(on: day) && limits.allows(place, run: run) {
                within += 1
                if within > list.workplaces.count { return [] }
            }
            return nil
        }
    }

    /// The same lists when they are made again in another way.
    func same(_ lists: [ReplayedList], again: [ReplayedList?]) -> BrokenLists {
        var result = BrokenLists()
        for (list, other) in zip(lists, again) {
            guard let other else { continue }
            result.look(list == other ? nil : [])
        }
        return result
    }

    private func look(_ lists: [ReplayedList], _ culprits: (Int, ReplayedList) -> [Int]?) -> BrokenLists {
        var result = BrokenLists()
        for (run, list) in lists.enumerated() { result.look(culprits(run, list)) }
        return result
    }
}
