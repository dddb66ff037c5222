import Cohort
import MatchReplay
import Metrics

/// The walk from a snapshot to a report: replay, measure, judge, disclose.
public enum Audit {
    public static func run(_ inputs: AuditInputs) throws(AuditError) -> AuditReport {
        let findings = try measure(inputs)
        return try AuditStage.observed(inputs.observer, "disclose") { () throws(AuditError) in
            try Disclosure.disclose(findings, edition: inputs.edition, inputs: inputs)
        }
    }

    /// Everything up to disclosure control.
    static func measure(_ inputs: AuditInputs) throws(AuditError) -> Findings {
        try inputs.assessments?.check(isAbout: inputs.cycle)
        var prepared = try prepared(inputs)

        let alpha = try Self.alpha(inputs, reportedQuarters: reportedQuarters(inputs))
        var windows: [Findings.JudgedWindow] = []
        // A rolling year that reaches back before the snapshot describes nothing; the judged window is inside it.
        for window in inputs.cycle.windows where inputs.snapshot.manifest.period.contains(window.period) {
            let plan = try Self.plan(inputs, window: window.period, prepared)
            let judgements = try AuditStage.observed(inputs.observer, "judge", window.name) { () throws(AuditError) in
                try judge(plan, alpha: alpha, cap: window.cap)
            }
            // A later window of this report must not show what an earlier one leaves out.
            for judgement in judgements {
                guard judgement.comparison.measured != nil else { continue }
                let description = plan.metrics[judgement.comparison.metric].metric.description
                prepared.published.add(
                    judgement.comparison.count, window: window.period, indicator: description.indicator, metric: description.metric,
                    attribute: judgement.comparison.grouping.name, group: judgement.comparison.group)
            }
            windows.append(.init(name: window.name, plan: plan, judgements: judgements))
        }
        guard let judged = windows.first else { throw .nobody(period: inputs.cycle.name) }
        return findings(inputs, windows: windows, judged: judged, alpha: alpha)
    }

    /// What every window needs: the lists of the core, how well they reproduce production, and what earlier reports show.
    struct Prepared {
        var replayed: PackedLists
        /// What else was made of the runs elsewhere; `nil` = it is made when it is asked for.
        var figures: RunFigures?
        /// Parallel to `replayed`.
        var fidelity: [ListFidelity]
        var published: PublishedCounts
    }

    static func prepared(_ inputs: AuditInputs) throws(AuditError) -> Prepared {
        try checkPeriod(inputs)
        try checkLawfulness(inputs)
        let replayed = try AuditStage.observed(inputs.observer, "replay") { () throws(AuditError) in try replay(inputs) }
        var published = PublishedCounts(limits: inputs.thresholds.disclosure)
        for earlier in inputs.earlier { published.add(earlier.report) }
        return Prepared(
            replayed: replayed, figures: inputs.replay?.figures, fidelity: fidelity(inputs, replayed), published: published)
    }

    static func fidelity(_ inputs: AuditInputs, _ replayed: PackedLists) -> [ListFidelity] {
        inputs.replay?.fidelity ?? ListFidelity.all(of: inputs.snapshot, replayed: replayed)
    }

    /// Everything that is compared in one window.
    /// - Parameter indicators: only these; `nil` = all that the system asks.
    static func plan(
        _ inputs: AuditInputs, window: Period, _ prepared: Prepared, indicators: Set<String>? = nil
    ) throws(AuditError) -> ComparisonPlan {
        let frame = AuditStage.observed(inputs.observer, "frame", window.to.iso) {
            AuditFrame(
                snapshot: inputs.snapshot, window: window, replayed: prepared.replayed, recorded: inputs.replay?.recorded, figures: prepared.figures, population: .everybody,
                system: inputs.system, core: inputs.core, threads: inputs.threads)
        }
        guard frame.people.contains(where: { !$0.runs.isEmpty }) else { throw .nobody(period: "\(window.from.iso) to \(window.to.iso)") }
        return ComparisonPlan(
            frame: frame, limits: inputs.thresholds, edition: inputs.edition,
            metrics: measurements(frame, inputs.thresholds, indicators: indicators, inputs.observer), published: prepared.published,
            fidelity: FidelityGate(prepared.fidelity, frame: frame, limits: inputs.thresholds))
    }

    static func judge(_ plan: ComparisonPlan, alpha: Double, cap: String?) throws(AuditError) -> [Judgement] {
        try statistics { () throws(Undefined) in try Judge(plan: plan, alpha: alpha, windowCap: cap).judge(plan.comparisons()) }
    }

    /// What this report may spend.
    static func alpha(_ inputs: AuditInputs, reportedQuarters: Set<Int>) throws(AuditError) -> Double {
        try statistics { () throws(Undefined) in
            try inputs.cycle.alpha(limits: inputs.thresholds.analysis, reportedQuarters: reportedQuarters)
        }
    }

    private static func findings(
        _ inputs: AuditInputs, windows: [Findings.JudgedWindow], judged: Findings.JudgedWindow, alpha: Double
    ) -> Findings {
        let analysis = inputs.thresholds.analysis
        let chance = AuditStage.observed(inputs.observer, "chance") {
            ChanceSignals.expected(
                plan: judged.plan, comparisons: judged.judgements.map(\.comparison), replicates: analysis.chanceReplicates.value,
                seed: UInt64(analysis.seed.value))
        }
        return Findings(
            cycle: inputs.cycle, alpha: alpha, windows: windows, partitions: Tables.partitions(judged.plan),
            tables: Tables.all(judged.plan, inputs.observer),
            unavailable: unavailable(inputs, judged),
            fidelity: judged.plan.fidelity,
            core: .init(
                name: inputs.core.name, version: inputs.core.algorithmVersion, sha256: inputs.core.sha256,
                constants: inputs.core.scaling.given == nil ? "frozen" : "given",
                bestDistanceStandardDeviation: BestMatchDistance.standardDeviation(judged.plan.frame)?.reported),
            signalsExpectedByChance: chance)
    }

    /// What was not measured, and what was measured and left nobody to compare: no indicator is passed over in silence.
    private static func unavailable(_ inputs: AuditInputs, _ judged: Findings.JudgedWindow) -> [AuditReport.Unavailability] {
        let compared = Set(judged.judgements.map { judged.plan.metrics[$0.comparison.metric].indicator.id })
        return Catalogue.all.compactMap { indicator in
            let reason = Availability.reason(against: indicator, judged.plan.frame, limits: inputs.thresholds)
            let isSilent = indicator is any JudgedIndicator.Type && !compared.contains(indicator.id)
            return (reason ?? (isSilent ? "nobody_to_compare" : nil)).map { .init(indicator: indicator.id, reason: $0) }
        }
    }

    /// Two indicators at a time where there are threads: each is a value of its own, so that their order cannot matter.
    private static func measurements(
        _ frame: AuditFrame, _ limits: Thresholds, indicators: Set<String>?, _ observer: AuditStage.Observer?
    ) -> [ComparisonPlan.Measurement] {
        let asked = Catalogue.judged.filter {
            indicators?.contains($0.id) ?? true && Availability.reason(against: $0, frame, limits: limits) == nil
        }
        return parallelMap(count: asked.count, threads: frame.threads) { index -> [ComparisonPlan.Measurement] in
            let indicator = asked[index]
            return AuditStage.observed(observer, "measure", indicator.id) {
                indicator.measure(frame, limits: limits).compactMap { metric in
                    limits.limits(of: indicator.id, metric: metric.description.metric).map { .init(indicator: indicator, metric: metric, limits: $0) }
                }
            }
        }.flatMap { $0 }
    }

    static func replay(_ inputs: AuditInputs) throws(AuditError) -> PackedLists {
        if let made = inputs.replay {
            guard made.runs.elementsEqual(inputs.snapshot.runs.lazy.map(\.matchRunId)) else {
                throw .replay(ReplayPartError.incomplete(made: made.runs.count, needed: inputs.snapshot.runs.count).description)
            }
            return made.lists
        }
        do {
            return PackedLists(try Replay(snapshot: inputs.snapshot, core: inputs.core).recordedLengthLists(threads: inputs.threads))
        } catch {
            throw .replay(String(describing: error))
        }
    }

    private static func checkPeriod(_ inputs: AuditInputs) throws(AuditError) {
        let held = inputs.snapshot.manifest.period
        guard let asked = inputs.cycle.windows.first?.period, held.contains(asked) else {
            let asked = inputs.cycle.capturePeriod
            throw .outsideSnapshot(asked: "\(asked.from.iso) to \(asked.to.iso)", held: "\(held.from.iso) to \(held.to.iso)")
        }
    }

    /// A special category may be used until the last day of its record, and not a day longer.
    private static func checkLawfulness(_ inputs: AuditInputs) throws(AuditError) {
        let day = max(inputs.on ?? inputs.cycle.capturePeriod.to, inputs.cycle.capturePeriod.to)
        for record in inputs.system.specialCategories where inputs.system.attribute(record.attribute) != nil && record.expires < day {
            throw .expired(attribute: record.attribute.rawValue, on: record.expires.iso)
        }
    }

    /// Quarters of the same year that have a report.
    private static func reportedQuarters(_ inputs: AuditInputs) -> Set<Int> {
        guard case .quarter(let year, _) = inputs.cycle.kind else { return [] }
        return Set(
            inputs.earlier.compactMap { earlier in
                guard case .quarter(year, let quarter)? = AuditCycle(quarter: earlier.report.cycle.name)?.kind else { return nil }
                return quarter
            })
    }

    private static func statistics<Value>(_ body: () throws(Undefined) -> Value) throws(AuditError) -> Value {
        do { return try body() } catch { throw .statistics(error.reason) }
    }
}
