import Cohort

/// Denominators that a reader already has, from an earlier report or another table of this one.
///
/// Two figures about nested groups that differ by a few people show those few: the second is withheld. Groups are nested where one
/// window lies inside the other; two windows that only overlap differ by people on both sides, and their counts may be close by chance.
struct PublishedCounts {
    private var counts: [String: [(count: Int, window: Period?)]] = [:]
    private let guardWidth: Int

    init(limits: Thresholds.DisclosureLimits) { guardWidth = limits.differenceGuard.value }

    /// - Parameter window: the days that were counted; `nil` = not known, so that it may be nested in any other.
    mutating func add(_ count: Int, window: Period?, indicator: String, metric: String, attribute: String, group: String) {
        counts[Self.key(indicator, metric, attribute, group), default: []].append((count, window))
    }

    mutating func add(_ report: AuditReport) {
        let windows = Self.windows(of: report.cycle)
        for finding in report.findings {
            guard let n = finding.n else { continue }
            add(
                n, window: windows[finding.window], indicator: finding.indicator, metric: finding.metric, attribute: finding.attribute,
                group: finding.group)
        }
    }

    mutating func add(_ summary: AuditSummary, of organisation: String) {
        let cycle = summary.definitions.cycle
        let window = Day(iso: cycle.from).flatMap { from in Day(iso: cycle.to).flatMap { Period(from: from, to: $0) } }
        for contribution in summary.organisations where contribution.organisation == organisation {
            for table in contribution.tables {
                for (group, people) in table.cells.map({ ($0.group, $0.people) }) + table.pairs.map({ ($0.group, $0.people) }) {
                    add(people, window: window, indicator: table.indicator, metric: table.metric, attribute: table.grouping, group: group)
                }
            }
        }
    }

    /// Equal counts are taken to be the same people.
    func isTooNear(_ count: Int, window: Period, indicator: String, metric: String, attribute: String, group: String) -> Bool {
        (counts[Self.key(indicator, metric, attribute, group)] ?? []).contains { published in
            let isNested = published.window.map { $0.contains(window) || window.contains($0) } ?? true
            return isNested && published.count != count && abs(published.count - count) < guardWidth
        }
    }

    private static func windows(of cycle: AuditReport.Cycle) -> [String: Period] {
        let single = Day(iso: cycle.from).flatMap { from in Day(iso: cycle.to).flatMap { Period(from: from, to: $0) } }
        let windows = AuditCycle(quarter: cycle.name)?.windows ?? single.map { AuditCycle.once($0).windows } ?? []
        return Dictionary(windows.map { ($0.name, $0.period) }, uniquingKeysWith: { first, _ in first })
    }

    private static func key(_ parts: String...) -> String { parts.joined(separator: "\u{1F}") }
}
