import Cohort
import Metrics

extension ListComposition {
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        [kinds(frame, partition, limits), sectors(frame, partition, limits)].compactMap { $0 }
    }

    /// Table 6.2: day activity at every depth, its ratio to the others, and the other kinds of work.
    private static func kinds(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable {
        let depth = limits.analysis.listDepth.value
        let kinds = ["paid", "benefit_retained", "sheltered"]
        let (byDepth, judged, byKind, exposure) = frame.scratch.value("\(id) kinds") {
            (
                limits.analysis.topK.value.map { k in (k, shares(frame, depth: k) { $0.workKind == dayActivity }) },
                shares(frame, depth: depth) { $0.workKind == dayActivity }, kinds.map { kind in shares(frame, depth: depth) { $0.workKind == kind } },
                exposures(frame, depth: depth) { $0.workKind == dayActivity }
            )
        }
        let ratios = ratios(of: judged, partition, frame, limits)
        return GroupTable.make(
            id: "6.2", indicator: id, partition: partition,
            columns: [.init("participants", "people")]
                + byDepth.map { .init("day_activity_top\($0.0)", "per_100") }
                + [.init("exposure_day_activity", "per_100"), .init("ratio_top\(depth)", "ratio"), .init("ratio_low", "ratio"), .init("ratio_high", "ratio")]
                + kinds.map { .init("\($0)_top\(depth)", "per_100") },
            notes: ["participant_bootstrap"]
        ) { group, members in
            let ratio = ratios[group]
            return [.count(members.count)]
                + byDepth.map { .number(GroupTable.mean(of: $0.1, over: members)) }
                + [.number(GroupTable.mean(of: exposure, over: members))]
                + [.number(ratio?.value), .number(ratio?.low), .number(ratio?.high)]
                + byKind.map { .number(GroupTable.mean(of: $0, over: members)) }
        }
    }

    /// For each shown group the ratio of its mean share to that of the others, with a 95 % percentile interval over participants;
    /// no entry where the others have none of it.
    private static func ratios(
        of values: PackedValues, _ partition: Partition, _ frame: AuditFrame, _ limits: Thresholds
    ) -> [String: (value: Double, low: Double?, high: Double?)] {
        let bootstrap = ParticipantBootstrap(
            seed: UInt64(limits.analysis.seed.value), replicates: limits.analysis.bootstrapReplicates.value)
        let groups = partition.shown.map { group in
            (partition.members[group] ?? []).compactMap { person in
                values[person].map { ParticipantBootstrap.Observation(key: frame.people[person].key, value: $0) }
            }
        }
        guard groups.count > 1,
            let intervals = try? bootstrap.intervalsAgainstRest(level: 0.95, groups: groups, statistic: { $1 > 0 ? $0 / $1 : nil })
        else { return [:] }
        var ratios: [String: (value: Double, low: Double?, high: Double?)] = [:]
        for (group, interval) in zip(partition.shown, intervals) {
            guard let interval, let mean = GroupTable.mean(of: values, over: partition.members[group] ?? []),
                let rest = GroupTable.mean(of: values, over: partition.reference(of: group)), rest > 0
            else { continue }
            ratios[group] = (mean / rest, interval.low.isFinite ? interval.low : nil, interval.high.isFinite ? interval.high : nil)
        }
        return ratios
    }

    /// Sectors shown in one table: more would be a wall, and a wall hides.
    private static let maximumSectors = 12

    /// Table 6.3: the sectors of the list, by share and by exposure, at the deepest k.
    private static func sectors(_ frame: AuditFrame, _ partition: Partition, _ limits: Thresholds) -> ReportTable? {
        let sectors = Set(frame.snapshot.workplaces.compactMap(\.sector)).sorted()
        guard !sectors.isEmpty, sectors.count <= maximumSectors, let depth = limits.analysis.topK.value.max() else { return nil }
        let means = frame.scratch.value("\(id) sectors") {
            SectorMeans(frame, groupings: frame.system.attributes.map { Grouping($0.attribute) }, depth: depth)
        }
        var rows: [[ReportTable.Cell]] = []
        for group in partition.shown {
            for (index, sector) in sectors.enumerated() {
                let mean = means.mean(partition.grouping, group: group, sector: index)
                rows.append([.text(group), .text(sector), .number(mean?.share), .number(mean?.exposure)])
            }
        }
        return ReportTable(
            id: "6.3", indicator: id, attribute: partition.grouping.name,
            columns: [.init("group"), .init("sector"), .init("share_top\(depth)", "per_100"), .init("exposure_top\(depth)", "per_100")],
            rows: rows, notes: [])
    }
}
