import Cohort

/// Denominators that a reader already has, from an earlier report or another table of this one.
///
/// Two figures about nested groups that differ by a few people show those few: the second is withheld.
struct PublishedCounts {
    private var counts: [String: [Int]] = [:]
    private let guardWidth: Int

    init(limits: Thresholds.DisclosureLimits) { guardWidth = limits.differenceGuard.value }

    mutating func add(_ count: Int, indicator: String, metric: String, attribute: String, group: String) {
        counts[Self.key(indicator, metric, attribute, group), default: []].append(count)
    }

    mutating func add(_ report: AuditReport) {
        for finding in report.findings {
            guard let n = finding.n else { continue }
            add(n, indicator: finding.indicator, metric: finding.metric, attribute: finding.attribute, group: finding.group)
        }
    }

    /// Equal counts are taken to be the same people.
    func isTooNear(_ count: Int, indicator: String, metric: String, attribute: String, group: String) -> Bool {
        (counts[Self.key(indicator, metric, attribute, group)] ?? []).contains {
            $0 != count && abs($0 - count) < guardWidth
        }
    }

    private static func key(_ parts: String...) -> String { parts.joined(separator: "\u{1F}") }
}
