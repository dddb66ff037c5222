import Audit
import Cohort
import MatchReplay

extension GateReport {
    /// The only way from what was found to what may leave: numbers are rounded, hidden groups are left out, and the whole is looked at once more.
    init(_ result: GateResult) throws(GateError) {
        let limits = result.judge.limits
        var findings = result.judgement.judged.map { GateFinding($0, in: result) }
        let asked = Set(limits.questions.map { "\($0.indicator) \($0.grouping.name)" })
        findings += result.judgement.hidden.compactMap { hidden in
            let question = "\(result.judgement.changes.measures[hidden.measure].indicator) \(hidden.attribute.rawValue)"
            return asked.contains(question) ? GateFinding(hidden: hidden, in: result) : nil
        }
        let ids = result.judgement.judged.map { judged in
            let measure = result.judgement.changes.measures[judged.measure]
            return GateFinding.id(measure.indicator, judged.group.attribute, judged.group.group, measure.against)
        }
        self.init(
            inputs: result.inputs, people: result.people, fidelity: result.fidelity.report, invariants: result.invariants, findings: findings,
            churn: result.churn, controls: Controls(result.controls, ids: result.judgement.family.map { ids[$0] }),
            cores: (.init(result.baseline), .init(result.candidate), result.anchor.map { .init($0) }), seed: result.seed,
            indicators: Self.indicators(result), withheld: Self.withheld(result), unavailable: Self.unavailable(result),
            familySize: result.judgement.family.count)
        try check(minimum: result.inputs.thresholds.disclosure.minimumCell.value)
    }

    /// A gate of a candidate that gave no lists to measure.
    static func unmeasured(
        _ inputs: GateInputs, people: AuditFrame, fidelity: BaselineFidelity, baseline: CoreLists, broken: BrokenPromise
    ) throws(GateError) -> GateReport {
        guard let limits = inputs.thresholds.gate else { throw .noLimits }
        let invariant = Invariant(
            id: broken.invariant, state: .broken, lists: people.people.reduce(0) { $0 + $1.runs.count }, broken: nil, brokenByBaseline: nil,
            places: broken.places, reason: nil)
        return GateReport(
            inputs: inputs, people: people, fidelity: fidelity.report, invariants: [invariant], findings: [],
            churn: Churn(
                depth: inputs.thresholds.analysis.listDepth.value, overlap: nil, changed: nil, participants: people.people.count,
                signal: limits.churn.value, groups: []),
            controls: Controls(flips: 0, falseBlocks: nil, harms: [], blind: [], blindBelow: GateControls.blindBelow),
            cores: (
                .init(name: baseline.name, version: baseline.version, core: inputs.baseline, unit: nil),
                .init(name: "", version: "", core: inputs.candidate, unit: nil), nil
            ), seed: Gate.seed(of: inputs), indicators: [], withheld: [],
            unavailable: GateCatalogue.indicators.map { .init(indicator: $0.id, reason: "invariant_broken") }, familySize: 0)
    }

    private init(
        inputs: GateInputs, people: AuditFrame, fidelity: Fidelity, invariants: [Invariant], findings given: [GateFinding], churn: Churn,
        controls: Controls, cores: (baseline: Inputs.Core, candidate: Inputs.Core, anchor: Inputs.Core?), seed: UInt64, indicators: [Indicator],
        withheld: [AuditReport.Withholding], unavailable: [AuditReport.Unavailability], familySize: Int
    ) {
        var findings = given
        let blocking = findings.filter { $0.consequence == .blocks }.map(\.id)
        let effect = inputs.overrides?.effect(onBlocking: blocking, candidate: inputs.candidate.sha256, on: inputs.on) ?? .none
        for index in findings.indices {
            guard let override = effect.passing[findings[index].id] else { continue }
            findings[index].overriddenBy = override
            findings[index].consequence = .warns
        }
        let broken = invariants.filter { $0.state == .broken }.map(\.id)
        let harms = findings.filter { $0.consequence == .blocks && $0.verdict == .blocked }.map(\.id)
        let unsettled = findings.filter { $0.consequence == .blocks && $0.verdict == .notSettled }.map(\.id)
        let certain = broken + (fidelity.passed ? [] : ["fidelity"]) + harms
        let warnings = findings.filter { $0.consequence == .warns }.map(\.id) + churn.groups.filter(\.warns).map(\.id)
        let primary = findings.filter { $0.family == .primary }
        self.init(
            schemaVersion: Self.currentSchemaVersion, tool: .init(name: "fairness-audit", version: inputs.toolVersion),
            system: inputs.thresholds.system, release: .init(name: inputs.release, on: inputs.on.iso, attempt: inputs.attempt),
            inputs: Inputs(inputs, people: people, cores: cores, seed: seed),
            verdict: !certain.isEmpty ? .blocked : unsettled.isEmpty ? .passed : .notSettled,
            exitCode: !certain.isEmpty ? 1 : unsettled.isEmpty ? 0 : 2, blockedBy: certain + unsettled, warnings: warnings, fidelity: fidelity,
            invariants: invariants, indicators: indicators, findings: findings, churn: churn, controls: controls, overrides: effect.applied,
            withheld: withheld, unavailable: unavailable,
            summary: Summary(
                cleared: primary.count { $0.verdict == .cleared }, blocked: primary.count { $0.verdict == .blocked },
                notSettled: primary.count { $0.verdict == .notSettled }, withheld: primary.count { $0.verdict == .withheld },
                overridden: effect.passing.count, invariantsBroken: broken.count, warnings: warnings.count, familySize: familySize))
    }

    private static func indicators(_ result: GateResult) -> [Indicator] {
        GateCatalogue.indicators.compactMap { indicator in
            let measures = result.judgement.changes.measures.filter { $0.indicator == indicator.id }
            guard !measures.isEmpty else { return nil }
            let rule = result.judge.rule(of: indicator.id)
            return Indicator(
                indicator: indicator.id, metric: indicator.metric, name: indicator.name, definition: indicator.definition(result.inputs.thresholds),
                worse: indicator.worse, unit: indicator.unit, margin: rule.margin, signal: rule.signal,
                asDifferenceInDifferences: measures.contains(where: \.isCentred))
        }
    }

    private static func unavailable(_ result: GateResult) -> [AuditReport.Unavailability] {
        let minimum = result.inputs.thresholds.disclosure.minimumCell.value
        return GateCatalogue.indicators.compactMap { indicator in
            if let reason = indicator.unavailability(in: result.inputs.snapshot) { return .init(indicator: indicator.id, reason: reason) }
            let measures = result.judgement.changes.measures.filter { $0.indicator == indicator.id }
            return measures.contains { $0.population.count < minimum } ? .init(indicator: indicator.id, reason: "too_few_values") : nil
        }
    }

    private static func withheld(_ result: GateResult) -> [AuditReport.Withholding] {
        result.judgement.hidden.reduce(into: []) { entries, hidden in
            let entry = AuditReport.Withholding(
                table: result.judgement.changes.measures[hidden.measure].indicator, attribute: hidden.attribute.rawValue, group: hidden.group,
                rule: hidden.rule.published, reason: "fewer people than may be shown, or needed to protect such a group")
            if !entries.contains(entry) { entries.append(entry) }
        }
    }

    /// A last look at the finished value: if a rule was broken on the way, nothing leaves.
    private func check(minimum: Int) throws(GateError) {
        for finding in findings {
            if let n = finding.n, n < minimum { throw .disclosure(rule: "primary", place: finding.indicator) }
            if finding.verdict == .withheld, finding.n != nil || finding.change != nil || finding.candidateValue != nil {
                throw .disclosure(rule: "withheld", place: finding.indicator)
            }
        }
        if churn.groups.contains(where: { $0.n < minimum }) { throw .disclosure(rule: "primary", place: "churn") }
        if let changed = churn.changed, [changed, churn.participants - changed].contains(where: { $0 > 0 && $0 < minimum }) {
            throw .disclosure(rule: "primary", place: "churn")
        }
        for invariant in invariants { if let broken = invariant.broken, broken > 0, broken < minimum { throw .disclosure(rule: "primary", place: invariant.id) } }
    }
}
