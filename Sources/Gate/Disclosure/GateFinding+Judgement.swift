import Audit
import Cohort

extension GateFinding {
    static func id(_ indicator: String, _ attribute: Attribute?, _ group: String, _ against: Against) -> String {
        "\(indicator).\(attribute?.rawValue ?? FindingName.everybody).\(group)@\(against.rawValue)"
    }

    init(_ judged: JudgedChange, in changes: GateChanges, limits: GateLimits) {
        let measure = changes.measures[judged.measure]
        let group = judged.group
        self.init(
            id: Self.id(measure.indicator, group.attribute, group.group, measure.against), against: measure.against, indicator: measure.indicator,
            metric: GateCatalogue.indicators.first { $0.id == measure.indicator }?.metric ?? measure.indicator,
            attribute: group.attribute?.rawValue ?? FindingName.everybody, group: group.group, family: judged.family, n: group.members.count,
            referenceValue: group.referenceValue.reported, candidateValue: group.candidateValue.reported, candidateGap: group.candidateGap?.reported,
            change: judged.change?.reported, deviation: group.deviation?.reported, lower: judged.lower?.reportedBound, lowerLevel: judged.lowerLevel?.reported,
            upper: judged.upper?.reportedBound, p: judged.p?.reported, pAdjusted: judged.pAdjusted?.reported, margin: judged.rule.margin,
            signal: judged.rule.signal, minimumDetectable: judged.minimumDetectable?.reported, method: judged.method, verdict: judged.verdict,
            reason: judged.reason, consequence: .none, overriddenBy: nil)
        consequence = consequence(judged, limits)
    }

    /// Nothing can be said about changes of lists that the baseline does not reproduce.
    init(_ judged: JudgedChange, in result: GateResult) {
        self.init(judged, in: result.judgement.changes, limits: result.judge.limits)
        let fidelity = result.fidelity
        let isUnreproduced = judged.attribute.map { fidelity.failedGroups[$0]?.contains(group) ?? false } ?? false
        if !fidelity.passedOverall || isUnreproduced { makeUnavailable("fidelity_failed") }
    }

    private func consequence(_ judged: JudgedChange, _ limits: GateLimits) -> Consequence {
        switch (family, verdict) {
        case (_, .cleared), (_, .withheld), (_, .unavailable), (.scan, .notSettled): .none
        case (.primary, .blocked): .blocks
        case (.scan, .blocked): .warns
        case (.primary, .notSettled): (judged.isSmall ? limits.smallGroup : limits.notSettled).value == .block ? .blocks : .warns
        }
    }

    private mutating func makeUnavailable(_ why: String) {
        (verdict, reason, method, consequence) = (.unavailable, why, nil, .none)
        (referenceValue, candidateValue, candidateGap, change, deviation) = (nil, nil, nil, nil, nil)
        (lower, lowerLevel, upper, p, pAdjusted, minimumDetectable) = (nil, nil, nil, nil, nil, nil)
    }

    /// A group of a primary question that may not be shown.
    init(hidden: GroupChanges.Hidden, in result: GateResult) {
        let measure = result.judgement.changes.measures[hidden.measure]
        let rule = result.judge.rule(of: measure.indicator)
        self.init(
            id: Self.id(measure.indicator, hidden.attribute, hidden.group, measure.against), against: measure.against, indicator: measure.indicator,
            metric: GateCatalogue.indicators.first { $0.id == measure.indicator }?.metric ?? measure.indicator, attribute: hidden.attribute.rawValue,
            group: hidden.group, family: .primary, n: nil, referenceValue: nil, candidateValue: nil, candidateGap: nil, change: nil, deviation: nil,
            lower: nil, lowerLevel: nil, upper: nil, p: nil, pAdjusted: nil, margin: rule.margin, signal: rule.signal, minimumDetectable: nil,
            method: nil, verdict: .withheld, reason: hidden.rule.published, consequence: .none, overriddenBy: nil)
    }
}
