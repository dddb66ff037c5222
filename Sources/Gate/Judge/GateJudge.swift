import Audit
import Cohort
import Metrics

/// Judges every change: primary questions as one Holm family, all others as a scan.
package struct GateJudge: Sendable {
    let thresholds: Thresholds
    let limits: GateLimits

    package init(thresholds: Thresholds) throws(GateError) {
        guard let gate = thresholds.gate else { throw .noLimits }
        self.thresholds = thresholds
        limits = gate
    }

    package func judge(_ changes: GateChanges) throws(GateError) -> GateJudgement {
        let groups = GroupChanges(changes, limits: thresholds.disclosure)
        let entries = groups.shown.map { Entry($0, kind: kind(of: $0, in: changes)) }
        // Small groups can never be settled, so they take no level from those that can.
        let primary = entries.indices.filter { entries[$0].kind == .primary && entries[$0].statistic != nil }
        let scan = entries.indices.filter { entries[$0].kind == .scan && entries[$0].statistic != nil }
        let holm: Holm, selection: BenjaminiHochberg
        do throws(Undefined) {
            holm = try Holm(pValues: primary.map { entries[$0].p }, alpha: alpha)
            selection = try BenjaminiHochberg(pValues: scan.map { entries[$0].p }, q: thresholds.analysis.scanQ.value)
        } catch { throw .statistics(error.reason) }
        var adjusted = [Int: (p: Double, level: Double)]()
        for (position, index) in primary.enumerated() { adjusted[index] = (holm.adjusted[position], holm.levels[position]) }
        for (position, index) in scan.enumerated() { adjusted[index] = (selection.adjusted[position], GateRule.clearingLevel) }
        let judged = entries.indices.map { index in
            JudgedChange(
                entries[index].group, family: entries[index].kind == .scan ? .scan : .primary, isSmall: entries[index].kind == .small,
                rule: rule(of: changes.measures[entries[index].group.measure].indicator), adjusted: adjusted[index],
                worstLevel: 1 - alpha / Double(max(1, primary.count)),
                isAllOrNothing: changes.measures[entries[index].group.measure].indicator == FittingPlaceHarm.id)
        }
        return GateJudgement(changes: changes, judged: judged, hidden: groups.hidden, family: primary, alpha: alpha)
    }

    func rule(of indicator: String) -> GateRule {
        let own = limits.indicators[indicator]
        return GateRule(margin: own?.margin.value ?? 0, signal: own?.signal.value ?? .infinity)
    }

    private var alpha: Double { thresholds.analysis.alpha.value }

    private enum Kind {
        case primary
        /// A group of a primary question, below the minimum.
        case small
        case scan
    }

    private func kind(of group: GroupChange, in changes: GateChanges) -> Kind {
        let indicator = changes.measures[group.measure].indicator
        let isAsked = limits.questions.contains { $0.indicator == indicator && (group.attribute == nil || $0.grouping.attributes.first == group.attribute) }
        guard isAsked else { return .scan }
        return group.members.count < thresholds.analysis.minimumGroup.value ? .small : .primary
    }

    private struct Entry {
        let group: GroupChange
        let kind: Kind
        let statistic: (any PairedChange)?
        let p: Double

        init(_ group: GroupChange, kind: Kind) {
            self.group = group
            self.kind = kind
            if case .measured(let statistic) = group.statistic {
                self.statistic = statistic
                p = statistic.pAboveZero
            } else {
                statistic = nil
                p = 1
            }
        }
    }
}

/// What was judged about everybody's changes.
package struct GateJudgement: Sendable {
    let changes: GateChanges
    package let judged: [JudgedChange]
    let hidden: [GroupChanges.Hidden]
    /// Indices in `judged` of the Holm family.
    package let family: [Int]
    let alpha: Double
}
