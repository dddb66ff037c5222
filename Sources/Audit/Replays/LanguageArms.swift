import Cohort
import MatchReplay
import Metrics

/// What every list would hold under each arm of the counterfactual language replay (M7).
struct LanguageArms: Sendable, Equatable {
    /// One list under one arm, and how it differs from the list that the core makes of the scores as they are.
    ///
    /// Four shares, each -1 where there is none: there is one of these for every run and every arm, and an optional number takes twice the room.
    struct Figures: Sendable, Equatable {
        var shares: SIMD4<Double> = .init(repeating: -1)

        /// Share of day activity among the first places; `nil` for an empty list.
        var dayActivity: Double? { share(0) }
        /// Share of the attention on the whole list that goes to day activity.
        var exposure: Double? { share(1) }
        /// Share of the first places as they are that stayed.
        var overlap: Double? { share(2) }
        /// 1 where the first place is another kind of work.
        var otherFirstKind: Double? { share(3) }

        private func share(_ index: Int) -> Double? { shares[index] < 0 ? nil : shares[index] }
    }

    /// By the id of the scenario, parallel to `Snapshot.runs`; no entry where the arm cannot be made: no reference language, or too few people
    /// tested in it.
    var byArm: [String: [Figures]]

    static let asRecorded = "as_recorded"

    static func lambda(_ percentage: Int) -> String { "lambda:\(percentage)" }

    /// R0 as recorded, A1 norms per language, B ideal profiles per language (as delivered, and derived), C shape only; A2, the
    /// supplier's own norm table, is the laboratory's (`whatif --norm-table`), because the database holds none.
    static let printed = [asRecorded, "norms_mean_sigma", "profiles_per_language", "profiles_derived", "shape_only"]

    /// Every arm in which lists are made anew.
    static let made = printed.filter { $0 != asRecorded } + LambdaBand.percentages.filter { $0 > 0 }.map(lambda)

    /// - Parameters:
    ///   - lists: as the core makes them of the scores as they are.
    ///   - arms: only these.
    static func make(
        _ input: ReplayInput, lists: [ReplayedList], reference: String, depth: Int, arms: [String] = made, threads: Int
    ) -> LanguageArms {
        var options = ScenarioCatalogue.Options()
        options.reference = reference
        let catalogue = ScenarioCatalogue(options)
        let isDayActivity = input.snapshot.workplaces.map { $0.workKind == ListComposition.dayActivity }
        var byArm: [String: [Figures]] = [:]
        for arm in arms {
            guard let scenario = try? catalogue.scenario(arm), let changed = try? scenario.apply(input),
                let then = try? Replay(snapshot: changed.snapshot, core: changed.core).recordedLengthLists(threads: threads)
            else { continue }
            byArm[arm] = parallelMap(count: lists.count, threads: threads) { run in
                figures(then[run], now: lists[run], depth: depth, input.snapshot.workplaces, isDayActivity)
            }
        }
        return LanguageArms(byArm: byArm)
    }

    /// The lists as they are, beside which the arms are printed.
    static func asTheyAre(_ lists: PackedLists, depth: Int, _ places: [Workplace], threads: Int) -> [Figures] {
        let isDayActivity = places.map { $0.workKind == ListComposition.dayActivity }
        return parallelMap(count: lists.count, threads: threads) { run in
            let list = lists[run]
            return figures(list, now: list, depth: depth, places, isDayActivity)
        }
    }

    private static func figures(_ then: ReplayedList, now: ReplayedList, depth: Int, _ places: [Workplace], _ isDayActivity: [Bool]) -> Figures {
        var figures = Figures()
        let first = then.workplaces.prefix(depth)
        if !first.isEmpty { figures.shares[0] = Double(first.count { isDayActivity[$0] }) / Double(first.count) }
        var seen = 0.0, total = 0.0
        for (offset, place) in then.workplaces.enumerated() {
            let weight = Discount.logarithmic(rank: offset + 1)
            total += weight
            if isDayActivity[place] { seen += weight }
        }
        if total > 0 { figures.shares[1] = seen / total }
        let before = now.workplaces.prefix(depth)
        if !before.isEmpty { figures.shares[2] = Double(first.count { before.contains($0) }) / Double(before.count) }
        if let one = now.workplaces.first, let other = then.workplaces.first {
            figures.shares[3] = places[one].workKind == places[other].workKind ? 0 : 1
        }
        return figures
    }
}
