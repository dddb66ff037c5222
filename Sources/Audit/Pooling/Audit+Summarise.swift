import Cohort
import MatchReplay
import Metrics

extension Audit {
    /// What this organisation may share about the judged window, so that it can be judged together with others.
    /// - Parameter earlier: what it shared before: together with a summary about a few people more, that would show those few.
    public static func summarise(_ inputs: AuditInputs, earlier: [AuditSummary] = []) throws(AuditError) -> AuditSummary {
        var prepared = try prepared(inputs)
        for summary in earlier { prepared.published.add(summary, of: inputs.thresholds.system.organisation) }
        guard let window = inputs.cycle.windows.first else { throw .nobody(period: inputs.cycle.name) }
        let plan = try plan(inputs, window: window.period, prepared)
        let exported = AuditStage.observed(inputs.observer, "summarise") { Summariser(plan: plan, system: inputs.system).result() }
        let definitions = try definitions(plan, inputs)
        let participants = plan.frame.people.count { !$0.runs.isEmpty }
        guard participants >= inputs.thresholds.disclosure.minimumCell.value else { throw .disclosure(rule: "primary", place: "participants") }
        do {
            return AuditSummary(
                schemaVersion: AuditSummary.currentSchemaVersion, definitions: definitions, definitionsDigest: try definitions.digest(),
                organisations: [
                    .init(
                        organisation: inputs.thresholds.system.organisation, tool: .init(name: "fairness-audit", version: inputs.toolVersion),
                        core: .init(name: inputs.core.name, version: inputs.core.algorithmVersion, sha256: inputs.core.sha256),
                        participants: participants, tables: exported.tables, withheld: exported.withheld,
                        unavailable: unavailable(plan, inputs.thresholds) + exported.unavailable)
                ])
        } catch {
            throw .encoding(String(describing: type(of: error)))
        }
    }

    private static func unavailable(_ plan: ComparisonPlan, _ limits: Thresholds) -> [AuditReport.Unavailability] {
        Catalogue.judged.compactMap { indicator in
            Availability.reason(against: indicator, plan.frame, limits: limits).map { .init(indicator: indicator.id, reason: $0) }
        }
    }

    private static func definitions(_ plan: ComparisonPlan, _ inputs: AuditInputs) throws(AuditError) -> SummaryDefinitions {
        let (limits, cycle) = (inputs.thresholds, inputs.cycle)
        let period = plan.frame.window
        var questions: [String: SummaryDefinitions.Question] = [:]
        for measurement in plan.metrics {
            let description = measurement.metric.description
            questions[SummaryDefinitions.key(description.indicator, description.metric)] = .init(
                description: description, margin: measurement.limits.margin.value, signal: measurement.limits.signal.value,
                stratum: measurement.indicator.judgedStratum.rawValue)
        }
        return SummaryDefinitions(
            contractVersion: inputs.snapshot.manifest.contractVersion, system: limits.system.name,
            cycle: .init(
                name: cycle.name, from: period.from.iso, to: period.to.iso,
                // As if every earlier quarter had its report: one level for all, whatever each of them reported.
                alpha: try alpha(inputs, reportedQuarters: Set(1..<(cycle.quarter ?? 1))).reported, q: limits.analysis.scanQ.value),
            horizonDays: limits.analysis.horizonDays.value, minimumGroup: limits.analysis.minimumGroup.value,
            minimumCell: limits.disclosure.minimumCell.value, minimumUncertainty: limits.disclosure.minimumUncertainty.value,
            coarser: Dictionary(uniqueKeysWithValues: inputs.system.attributes.filter { !$0.coarser.isEmpty }.map { ($0.attribute.rawValue, $0.coarser) }),
            primary: limits.primaryQuestions.map { "\($0.indicator) \($0.grouping.name)" }.sorted(), questions: questions)
    }
}
