import Audit
import Cohort
import Metrics

/// One group's change with its limits and its verdict.
package struct JudgedChange: Sendable {
    let group: GroupChange
    package let family: ReportFinding.Family
    /// Below the minimum group, so that it cannot be settled.
    let isSmall: Bool
    let rule: GateRule
    package let change: Double?
    package let lower: Double?
    let lowerLevel: Double?
    package let upper: Double?
    let p: Double?
    let pAdjusted: Double?
    package let minimumDetectable: Double?
    let method: String?
    package let verdict: GateFinding.Verdict
    let reason: String?

    package var attribute: Attribute? { group.attribute }
    package var name: String { group.group }
    package var measure: Int { group.measure }
    package var count: Int { group.members.count }
    package var deviation: Double? { group.deviation }

    /// - Parameters:
    ///   - adjusted: p and level after adjustment; `nil` for a small group, whose limits are printed unadjusted.
    ///   - worstLevel: of the first Holm step.
    ///   - isAllOrNothing: whether the figure is yes or no for a person.
    init(
        _ group: GroupChange, family: ReportFinding.Family, isSmall: Bool, rule: GateRule, adjusted: (p: Double, level: Double)?, worstLevel: Double,
        isAllOrNothing: Bool
    ) {
        self.group = group
        self.family = family
        self.isSmall = isSmall
        self.rule = rule
        switch group.statistic {
        case .identical:
            (change, lower, upper, p, pAdjusted, lowerLevel) = (0, nil, nil, nil, nil, nil)
            (method, minimumDetectable) = ("identical_lists", nil)
            (verdict, reason) = (.cleared, nil)
        case .undefined(let why):
            (change, lower, upper, p, pAdjusted, lowerLevel) = (nil, nil, nil, nil, nil, nil)
            (method, minimumDetectable) = (nil, nil)
            (verdict, reason) = (.unavailable, why)
        case .measured(let statistic):
            let level = adjusted?.level ?? GateRule.clearingLevel
            let (low, high) = (statistic.lower(level: level), statistic.upper(level: GateRule.clearingLevel))
            (change, lower, upper, lowerLevel) = (statistic.estimate, low, high, level)
            (p, pAdjusted) = (statistic.pAboveZero, adjusted?.p)
            method = type(of: statistic).method
            minimumDetectable = DetectableHarm.value(of: statistic, level: worstLevel, rule: rule, isAllOrNothing: isAllOrNothing)
            verdict = isSmall ? .notSettled : rule.verdict(estimate: statistic.estimate, lower: low, upper: high)
            reason = isSmall ? "small_group" : nil
        }
    }
}
