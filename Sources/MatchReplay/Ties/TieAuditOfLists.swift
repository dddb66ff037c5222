import Cohort
import Metrics

/// The tie audit of a snapshot: how many exact ties there are, and what exposure the tie rule of the core gives to whom.
public struct TieAuditOfLists: Sendable, Equatable {
    public let discount: String
    public let overall: TieExposure
    /// The same for the lists of each group of participants, in byte order of the label; people of unknown group under `Attribute.unknown`. Groups of
    /// any size: not for print (`shownGroups`), for the exposure of one list is that list.
    public let groups: [Group]

    public struct Group: Sendable, Equatable {
        public let label: String
        public let exposure: TieExposure
    }

    /// The groups, with small ones withheld, and others where the exposure of everybody would give them away.
    public func shownGroups(minimum: Int = 10) -> [ShownGroup<TieExposure>] {
        ShownGroup.withholding(groups.map { ($0.label, $0.exposure.lists + $0.exposure.emptyLists, $0.exposure) }, minimum: minimum)
    }

    /// Lists at a time. The sums are taken block by block in the order of the runs, so that they have the same bits on any number of threads.
    static let block = 128

    /// - Parameters:
    ///   - runs: positions in `Snapshot.runs`, each with the group of its participant (`nil` = not known). One run per participant speaks of
    ///     people, all runs speak of what was shown.
    ///   - depth: ranks that get attention; below 1 counts as 1.
    /// - Throws: what the replay throws.
    public static func measure(
        snapshot: Snapshot, core: RankingCore, runs: [(run: Int, label: String?)], depth: Int, discount: Discount = .logarithmic, threads: Int
    ) throws(ReplayError) -> TieAuditOfLists {
        // A list that ends does not show whom the tie at its end left out.
        var whole = core
        whole.top = nil
        let depth = max(1, min(depth, core.top ?? depth))
        let replay = try Replay(snapshot: snapshot, core: whole)
        let places = snapshot.workplaces.count
        let weights = (1...depth).map(discount.weight)
        let runs = runs.map { (run: $0.run, label: $0.label ?? Attribute.unknown) }
        let blocks = (runs.count + block - 1) / block
        let parts = try parallelMap(count: blocks, threads: threads) { number throws(ReplayError) in
            var part: [String: TieExposure] = [:]
            for index in number * block..<min(runs.count, (number + 1) * block) {
                let list = try replay.list(forRun: runs[index].run, top: nil)
                part[runs[index].label, default: TieExposure(depth: depth, places: places)].add(list, weights: weights)
            }
            return part
        }
        var groups: [String: TieExposure] = [:]
        for part in parts { groups.merge(part) { all, more in
            var all = all
            all.add(more)
            return all
        } }
        var overall = TieExposure(depth: depth, places: places)
        let ordered = groups.keys.sorted(by: precedesInBytes).compactMap { label in groups[label].map { Group(label: label, exposure: $0) } }
        for group in ordered { overall.add(group.exposure) }
        return TieAuditOfLists(discount: discount.name, overall: overall, groups: ordered)
    }
}
