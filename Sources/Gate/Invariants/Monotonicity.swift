import Cohort
import MatchReplay

/// Nearer is never lower: a place that is given the ideal profile of a place that stood above it does not fall, and the order of all other
/// places stays as it was.
///
/// It needs no look inside the core: it holds for every core that ranks a place by how its own profile fits the scores. One market is changed
/// at a time, for everybody; each list on which both places stand is looked at.
struct Monotonicity: Sendable {
    /// The place that stood higher gives its profile to the other. Indices of workplaces.
    struct Pair: Sendable, Hashable {
        let higher: Int
        let lower: Int
    }

    /// How many markets are changed.
    static let markets = 3

    /// The pairs that stand on most lists, first and last of the first `depth`; fewer when there are not so many.
    static func pairs(_ lists: [ReplayedList], depth: Int) -> [Pair] {
        var counts: [Pair: Int] = [:]
        for list in lists {
            let first = list.workplaces.prefix(depth)
            guard first.count > 1, let higher = first.first, let lower = first.last else { continue }
            counts[Pair(higher: higher, lower: lower), default: 0] += 1
        }
        return counts.sorted { ($1.value, $0.key.higher, $0.key.lower) < ($0.value, $1.key.higher, $1.key.lower) }.prefix(markets).map(\.key)
    }

    /// The snapshot with the lower place's profile replaced by that of the higher one. Scaling constants stay those of the snapshot.
    static func changed(_ snapshot: Snapshot, _ pair: Pair) -> Snapshot {
        let (higher, lower) = (snapshot.workplaces[pair.higher].workplaceId, snapshot.workplaces[pair.lower].workplaceId)
        var snapshot = snapshot
        let given = snapshot.profiles.filter { $0.workplaceId == higher }.map { entry in
            var entry = entry
            entry.workplaceId = lower
            return entry
        }
        snapshot.profiles.removeAll { $0.workplaceId == lower }
        snapshot.profiles += given
        snapshot.profiles.sort {
            ($0.workplaceId, $0.profileVariant, $0.scaleCode) < ($1.workplaceId, $1.profileVariant, $1.scaleCode)
        }
        return snapshot
    }

    /// Lists of both markets, parallel to the runs.
    static func look(_ before: [ReplayedList], _ after: [ReplayedList], _ pair: Pair) -> BrokenLists {
        var result = BrokenLists()
        for (old, new) in zip(before, after) {
            guard let stood = old.workplaces.firstIndex(of: pair.lower), let above = old.workplaces.firstIndex(of: pair.higher), above < stood
            else { continue }
            result.look(isKept(old, new, pair, stood: stood) ? nil : [pair.lower])
        }
        return result
    }

    private static func isKept(_ old: ReplayedList, _ new: ReplayedList, _ pair: Pair, stood: Int) -> Bool {
        guard let stands = new.workplaces.firstIndex(of: pair.lower), stands <= stood else { return false }
        let others = old.workplaces.filter { $0 != pair.lower }
        let kept = new.workplaces.filter { $0 != pair.lower }
        // The list is as long as it was, so nobody else came or went.
        return others == kept
    }
}
