/// What each indicator of the inventory found: counted from what the report shows, so that nothing withheld can come back in a count.
enum IndicatorOutcomes {
    static func of(_ report: AuditReport, entries: [AuditReport.InventoryEntry], earlier: [AuditReport]) -> [AuditReport.IndicatorOutcome] {
        let asked = Set(entries.flatMap(\.indicators) + entries.flatMap { $0.progress?.watch ?? [] })
        let inOrderOfTime = earlier.sorted { $0.cycle.to < $1.cycle.to }
        return Inventory.indicatorIDs.filter(asked.contains).map { id in
            let findings = judged(report).filter { $0.indicator == id && $0.mirrorOf == nil }
            let missing = report.unavailable.first { $0.indicator == id }?.reason
            let about = IndicatorCatalogue.entries.first { $0.id == id }
            return .init(
                indicator: id, name: about?.name ?? .init(id, id), chapter: about?.chapter.rawValue ?? "", state: state(id, findings, isMissing: missing != nil, report), reason: missing, verdicts: verdicts(findings),
                trend: inOrderOfTime.compactMap { IndicatorTrend.of(id, now: report, then: $0) })
        }
    }

    /// Findings of the window that is judged: the first one.
    static func judged(_ report: AuditReport) -> [ReportFinding] {
        report.findings.filter { $0.window == report.findings.first?.window }
    }

    private static func state(
        _ id: String, _ findings: [ReportFinding], isMissing: Bool, _ report: AuditReport
    ) -> AuditReport.IndicatorOutcome.State {
        if !findings.isEmpty { return .compared }
        if isMissing { return .unavailable }
        if report.tables.contains(where: { $0.indicator == id }) { return .described }
        return Inventory.toolChecks.contains(id) ? .toolCheck : .notAsked
    }

    private static func verdicts(_ findings: [ReportFinding]) -> AuditReport.IndicatorOutcome.Verdicts {
        func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }
        return .init(
            equivalent: count(.equivalent), inconclusive: count(.inconclusive), signal: count(.signal), disparity: count(.disparity),
            withheld: count(.withheld), unavailable: count(.unavailable),
            adverse: findings.count { ($0.verdict == .signal || $0.verdict == .disparity) && $0.direction == .adverse })
    }
}
