import Audit
import Cohort
import MatchReplay

/// Looks at every promise of a candidate that does not rest on statistics.
struct InvariantCheck: Sendable {
    let snapshot: Snapshot
    let limits: GateLimits
    let disclosure: Thresholds.DisclosureLimits
    /// k of the first places.
    let depth: Int
    let threads: Int

    func run(candidate: CoreLists, baseline: CoreLists) async throws -> [GateReport.Invariant] {
        let lists = ListInvariants(snapshot, required: limits.requiredLimits.value)
        var found = [
            made("invariant.order", lists.order(candidate.lists), baseline: lists.order(baseline.lists)),
            made("invariant.places", lists.places(candidate.lists), baseline: lists.places(baseline.lists)),
        ]
        for limit in limits.requiredLimits.value {
            let id = "invariant.limits.\(limit.rawValue)"
            if let reason = lists.limits.reasons[limit] {
                found.append(notExamined(id, reason))
            } else {
                found.append(made(id, lists.limit(limit, candidate.lists), baseline: lists.limit(limit, baseline.lists)))
            }
        }
        found.append(made("invariant.length", lists.length(candidate.lists, baseline: baseline.lists), baseline: nil))
        found.append(made("invariant.determinism", lists.same(candidate.lists, again: try await again(candidate)), baseline: nil))
        found.append(try await monotonicity(candidate))
        return found
    }

    /// The lists once more, made in another way: one by one for a core that is data, in the opposite order for a program.
    private func again(_ candidate: CoreLists) async throws -> [ReplayedList?] {
        switch candidate.core {
        case .data(let core):
            let replay = try Replay(snapshot: snapshot, core: core)
            // Every list for a cohort of the usual size, an even sample of a large one.
            let step = max(1, snapshot.runs.count / 2000)
            return try parallelMap(count: snapshot.runs.count, threads: threads) { run throws(ReplayError) -> ReplayedList? in
                run % step == 0 ? try replay.list(forRun: run, top: snapshot.lists[run].workplaces.count) : nil
            }
        case .program(let program):
            let lengths = snapshot.lists.map(\.workplaces.count)
            let (_, lists) = try await program.lists(
                for: Array(ListRequest.all(of: snapshot).reversed()), market: Market(snapshot), scaling: snapshot.scaling,
                top: max(1, lengths.max() ?? 1))
            return zip(lists.reversed(), lengths).map { list, length in
                ReplayedList(workplaces: Array(list.workplaces.prefix(length)), distances: Array(list.distances.prefix(length)))
            }
        }
    }

    private func monotonicity(_ candidate: CoreLists) async throws -> GateReport.Invariant {
        var result = BrokenLists()
        for pair in Monotonicity.pairs(candidate.lists, depth: depth) {
            let after = try await CoreLists(candidate.core, of: Monotonicity.changed(snapshot, pair), threads: threads)
            let found = Monotonicity.look(candidate.lists, after.lists, pair)
            result.lists += found.lists
            result.broken += found.broken
            result.places.formUnion(found.places)
        }
        guard result.lists > 0 else { return notExamined("invariant.monotonicity", "no_list_with_two_places") }
        return made("invariant.monotonicity", result, baseline: nil)
    }

    private func made(_ id: String, _ found: BrokenLists, baseline: BrokenLists?) -> GateReport.Invariant {
        let places = found.places.map { snapshot.workplaces[$0].workplaceId }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return GateReport.Invariant(
            id: id, state: found.broken == 0 ? .holds : .broken, lists: found.lists,
            broken: found.broken == 0 || found.broken >= disclosure.minimumCell.value ? found.broken : nil,
            brokenByBaseline: baseline.map { $0.broken > 0 }, places: Array(places.prefix(5)), reason: nil)
    }

    private func notExamined(_ id: String, _ reason: String) -> GateReport.Invariant {
        GateReport.Invariant(id: id, state: .notExamined, lists: 0, broken: nil, brokenByBaseline: nil, places: [], reason: reason)
    }
}
