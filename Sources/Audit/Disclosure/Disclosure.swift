import Cohort
import Metrics

/// The only way from findings to a report.
///
/// Which groups may be shown was decided before anything was measured (`Partition`), so that no reference contains a withheld
/// person. Here numbers are rounded, withheld ones are left out, and the result is checked once more before it leaves.
enum Disclosure {
    static func disclose(_ findings: Findings, edition: Edition, inputs: AuditInputs) throws(AuditError) -> AuditReport {
        let shown = findings.windows.flatMap { window in window.judgements.map { ReportFinding($0, window: window) } }
        var report = AuditReport(
            schemaVersion: AuditReport.currentSchemaVersion,
            tool: .init(name: "fairness-audit", version: inputs.toolVersion, packages: SoftwareList.packages),
            system: inputs.thresholds.system, about: .init(inputs.system, limits: inputs.thresholds), cycle: cycle(findings, inputs), edition: edition,
            inputs: reportInputs(findings, inputs), fidelity: fidelity(findings),
            indicators: findings.windows.first?.plan.metrics.map(\.metric.description) ?? [],
            groups: groups(findings), findings: shown, tables: findings.tables.map(rounded),
            actions: FollowUp.agreements(inputs.actions), assessments: [],
            history: history(inputs.earlier), releases: releases(findings, inputs), liveVersions: liveVersions(findings, inputs),
            inventory: FollowUp.entries(of: inputs.system.inventory, actions: inputs.actions, asOf: period(findings, inputs).to), outcomes: [],
            withheld: withheld(findings), unavailable: findings.unavailable,
            summary: summary(findings))
        let earlier = inputs.earlier.map(\.report)
        report.outcomes = IndicatorOutcomes.of(report, entries: report.inventory, earlier: earlier)
        report.tables = TrendTables.of(report, earlier: earlier) + report.tables
        report.changes = ChangesSince.of(report, earlier: earlier)
        try inputs.assessments?.fill(&report)
        report.status = ReportStatus.of(report)
        try check(report, limits: inputs.thresholds.disclosure)
        return report
    }

    private static func cycle(_ findings: Findings, _ inputs: AuditInputs) -> AuditReport.Cycle {
        let period = period(findings, inputs)
        return .init(
            name: findings.cycle.name, from: period.from.iso, to: period.to.iso,
            expires: (period.to + inputs.thresholds.analysis.reportValidDays.value).iso, alpha: findings.alpha.reported,
            q: inputs.thresholds.analysis.scanQ.value)
    }

    private static func period(_ findings: Findings, _ inputs: AuditInputs) -> Period {
        findings.windows.first?.plan.frame.window ?? inputs.snapshot.manifest.period
    }

    private static func reportInputs(_ findings: Findings, _ inputs: AuditInputs) -> AuditReport.Inputs {
        let manifest = inputs.snapshot.manifest
        return .init(
            snapshot: .init(
                sha256: inputs.snapshot.digest, participants: findings.windows.first?.plan.frame.people.count { !$0.runs.isEmpty } ?? 0,
                matchRuns: findings.windows.first?.plan.frame.people.reduce(0) { $0 + $1.runs.count } ?? 0, k: manifest.achievedK,
                from: manifest.period.from.iso, to: manifest.period.to.iso, transformations: manifest.transformations),
            thresholds: .init(
                sha256: inputs.thresholds.sha256, setBy: inputs.thresholds.setBy, setOn: inputs.thresholds.setOn.iso),
            core: findings.core, seed: UInt64(inputs.thresholds.analysis.seed.value),
            actions: inputs.actions?.sha256)
    }

    private static func fidelity(_ findings: Findings) -> AuditReport.FidelityResult {
        let gate = findings.fidelity
        let byGroup = findings.partitions.flatMap { partition in
            partition.shown.compactMap { group -> AuditReport.FidelityResult.ByGroup? in
                partition.grouping.attributes.first.flatMap { gate.byGroup[$0]?[group] }.map {
                    .init(attribute: partition.grouping.name, group: group, rate: $0.reported, passed: $0 >= gate.groupThreshold)
                }
            }
        }
        return .init(
            runs: gate.runs, exact: gate.exact, rate: gate.rate?.reported,
            threshold: gate.overallThreshold, passed: gate.passed, byGroup: byGroup,
            firstDifferences: gate.firstDifferingRanks.sorted { $0.key < $1.key }.map { .init(rank: $0.key, lists: $0.value) },
            largestDistanceError: gate.maximumDistanceError?.reported)
    }

    private static func groups(_ findings: Findings) -> [AuditReport.Group] {
        findings.partitions.flatMap { partition in
            let cells = partition.members.mapValues(\.count)
                .merging(partition.unknown.isEmpty ? [:] : [Attribute.unknown: partition.unknown.count]) { known, _ in known }
            return cells.sorted { GroupTable.order($0.key) < GroupTable.order($1.key) }.map { name, count -> AuditReport.Group in
                let hidden = partition.rule(for: name) != nil
                return AuditReport.Group(
                    attribute: partition.grouping.name, group: name, participants: hidden ? nil : count, verdict: hidden ? .withheld : nil)
            }
        }
    }

    private static func rounded(_ table: ReportTable) -> ReportTable {
        var table = table
        table.rows = table.rows.map { row in
            row.map { cell in
                if case .number(let number) = cell { number.isFinite ? .number(number.reported) : .none } else { cell }
            }
        }
        return table
    }

    private static func history(_ earlier: [EarlierReport]) -> [AuditReport.Earlier] {
        earlier.map { earlier in
            let standing = earlier.report.findings.filter { $0.verdict == .disparity && $0.mirrorOf == nil }
            return .init(
                cycle: earlier.report.cycle.name, sha256: earlier.sha256,
                standing: standing.map { "\($0.indicator) \($0.metric) \($0.attribute) \($0.group)" },
                thresholds: earlier.report.inputs.thresholds)
        }
    }

    private static func releases(_ findings: Findings, _ inputs: AuditInputs) -> [AuditReport.Release] {
        ReleaseHistory.releases(
            inputs.releases ?? [], after: inputs.earlier.map(\.report.cycle.to).max(),
            in: period(findings, inputs))
    }

    private static func liveVersions(_ findings: Findings, _ inputs: AuditInputs) -> [AuditReport.LiveVersion] {
        let runs = findings.windows.first?.plan.frame.people.flatMap(\.runs).map { inputs.snapshot.runs[$0] } ?? []
        let firstRuns = Dictionary(runs.map { ($0.algorithmVersion, $0.executedOn) }, uniquingKeysWith: min)
        return ReleaseHistory.liveVersions(firstRuns: firstRuns, recorded: inputs.releases)
    }

    /// One entry per table, attribute and group: which rule, never which value.
    private static func withheld(_ findings: Findings) -> [AuditReport.Withholding] {
        var entries: [AuditReport.Withholding] = []
        func add(_ table: String, _ attribute: String, _ group: String, _ rule: SmallCells.Rule) {
            let entry = AuditReport.Withholding(
                table: table, attribute: attribute, group: group, rule: rule.published, reason: rule.explanation)
            if !entries.contains(entry) { entries.append(entry) }
        }
        for partition in findings.partitions {
            for (group, rule) in partition.withheld { add("population", partition.grouping.name, group, rule) }
        }
        for window in findings.windows {
            for judgement in window.judgements {
                guard case .withheld(let rule) = judgement.comparison.outcome else { continue }
                let measurement = window.plan.metrics[judgement.comparison.metric]
                add(measurement.indicator.id, judgement.comparison.grouping.name, judgement.comparison.group, rule)
            }
        }
        return entries
    }

    private static func summary(_ findings: Findings) -> AuditReport.Summary {
        let questions = findings.windows.first?.judgements ?? []
        func count(_ verdict: Verdict) -> Int { questions.count { $0.verdict == verdict && $0.mirrorOf == nil } }
        return .init(
            equivalent: count(.equivalent), inconclusive: count(.inconclusive), signal: count(.signal), disparity: count(.disparity),
            withheld: count(.withheld), unavailable: count(.unavailable), mirrors: questions.count { $0.mirrorOf != nil },
            adverseDisparities: questions.count { $0.verdict == .disparity && $0.isIncident },
            adverseSignals: questions.count { $0.verdict == .signal && $0.isIncident },
            signalsExpectedByChance: findings.signalsExpectedByChance.reported, comparisons: questions.count,
            primaryFamilySize: questions.first { $0.family == .primary }?.familySize ?? 0)
    }

    /// A last look at the finished value: if a rule was broken on the way, nothing leaves.
    private static func check(_ report: AuditReport, limits: Thresholds.DisclosureLimits) throws(AuditError) {
        let minimum = limits.minimumCell.value
        for finding in report.findings {
            let counts = [finding.n, finding.nReference].compactMap { $0 }
            guard counts.allSatisfy({ $0 >= minimum }) else { throw .disclosure(rule: "primary", place: finding.indicator) }
            if finding.verdict == .withheld, finding.n != nil || finding.groupValue != nil || finding.effect.value != nil {
                throw .disclosure(rule: "withheld", place: finding.indicator)
            }
        }
        for group in report.groups where (group.participants ?? minimum) < minimum {
            throw .disclosure(rule: "primary", place: "groups")
        }
        for table in report.tables {
            for (index, column) in table.columns.enumerated() where column.unit == "people" {
                for row in table.rows {
                    if case .number(let count) = row[index], count < Double(minimum) { throw .disclosure(rule: "primary", place: table.id) }
                }
            }
        }
    }
}
