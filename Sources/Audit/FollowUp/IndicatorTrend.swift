/// Whether the differences of an indicator's headline became larger or smaller since an earlier report.
///
/// A description, not a test: windows of the same year share people, so no p-value of the change is given. A change counts when it is
/// larger than the margin, the size that was agreed not to matter, and when the earlier value lies outside the present interval.
enum IndicatorTrend {
    /// - Returns: `nil` when the indicator's headline is not judged now.
    static func of(_ indicator: String, now: AuditReport, then: AuditReport) -> AuditReport.IndicatorOutcome.Trend? {
        guard let present = now.indicators.first(where: { $0.indicator == indicator && $0.headline }) else { return nil }
        func trend(_ state: AuditReport.IndicatorOutcome.Trend.State, _ changes: Changes = Changes()) -> AuditReport.IndicatorOutcome.Trend {
            .init(since: then.cycle.name, state: state, comparisons: changes.count, larger: changes.larger, smaller: changes.smaller)
        }
        // A report in which it was not asked has nothing to compare; another question under the same id breaks the line.
        guard let past = then.indicators.first(where: { $0.indicator == indicator && $0.headline }) else { return trend(.nothingInCommon) }
        guard isSame(present, past) else { return trend(.definitionChanged) }
        guard now.inputs.core.sha256 == then.inputs.core.sha256 else { return trend(.coreChanged) }
        let changes = changes(present, now: now, then: then)
        return changes.count == 0 ? trend(.nothingInCommon) : trend(.comparable, changes)
    }

    static func isSame(_ a: AuditReport.IndicatorDescription, _ b: AuditReport.IndicatorDescription) -> Bool {
        a.metric == b.metric && a.definition == b.definition && a.unit == b.unit && a.adverse == b.adverse
    }

    private struct Changes {
        var count = 0
        var larger: [String] = []
        var smaller: [String] = []
    }

    private static func changes(_ headline: AuditReport.IndicatorDescription, now: AuditReport, then: AuditReport) -> Changes {
        var earlier: [String: ReportFinding] = [:]
        for finding in IndicatorOutcomes.judged(then) where isComparable(finding, headline) { earlier[key(finding)] = finding }
        var changes = Changes()
        for finding in IndicatorOutcomes.judged(now) where isComparable(finding, headline) {
            guard let value = finding.effect.value, let before = earlier[key(finding)]?.effect.value else { continue }
            changes.count += 1
            let change = disadvantage(value, headline) - disadvantage(before, headline)
            let interval = finding.interval
            let isOutside = before < (interval?.low ?? -.infinity) || before > (interval?.high ?? .infinity)
            guard isOutside, abs(change) > finding.margin else { continue }
            let name = "\(finding.attribute) \(finding.group)"
            if change > 0 { changes.larger.append(name) } else { changes.smaller.append(name) }
        }
        return changes
    }

    private static func isComparable(_ finding: ReportFinding, _ headline: AuditReport.IndicatorDescription) -> Bool {
        finding.indicator == headline.indicator && finding.metric == headline.metric && finding.mirrorOf == nil && finding.effect.value != nil
    }

    /// The same question about the same people, with the same things held equal.
    private static func key(_ finding: ReportFinding) -> String {
        [finding.attribute, finding.group, finding.reference, finding.stratum ?? "", finding.scenario, finding.effect.kind, finding.window == "rolling_12_months" ? "rolling" : ""]
            .joined(separator: "\u{1F}")
    }

    /// Larger = worse for the group; where no direction is adverse, larger is further from no difference.
    private static func disadvantage(_ effect: Double, _ headline: AuditReport.IndicatorDescription) -> Double {
        switch headline.adverse {
        case "higher": effect
        case "lower": -effect
        default: abs(effect)
        }
    }
}
