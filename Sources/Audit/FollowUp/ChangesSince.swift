/// What is otherwise than in the previous report.
enum ChangesSince {
    /// - Returns: `nil` when there is no earlier report whose contents may be told in this one.
    static func of(_ report: AuditReport, earlier: [AuditReport]) -> AuditReport.Changes? {
        // What was disclosed for inside may not leave in a report for outside, not even as a verdict.
        let told = earlier.filter { !report.edition.isPublished || $0.edition.isPublished }
        guard let previous = told.max(by: { $0.cycle.to < $1.cycle.to }) else { return nil }
        return .init(
            since: previous.cycle.name, thresholds: thresholds(report, previous), core: core(report, previous), findings: findings(report, previous),
            promises: Promises.of(report, since: previous))
    }

    private static func thresholds(_ now: AuditReport, _ then: AuditReport) -> AuditReport.Changes.Thresholds {
        let asked = TrendTables.questions(now), before = TrendTables.questions(then)
        let limits = (asked + before.filter { !asked.contains($0) }).compactMap { question -> AuditReport.Changes.Limit? in
            guard let new = question.findings(of: now).first, let old = question.findings(of: then).first,
                new.margin != old.margin || new.signal != old.signal
            else { return nil }
            return .init(question: question.key, marginBefore: old.margin, margin: new.margin, signalBefore: old.signal, signal: new.signal)
        }
        return .init(
            changed: now.inputs.thresholds.sha256 != then.inputs.thresholds.sha256, limits: limits,
            added: asked.filter { !before.contains($0) }.map(\.key), dropped: before.filter { !asked.contains($0) }.map(\.key))
    }

    private static func core(_ now: AuditReport, _ then: AuditReport) -> AuditReport.Changes.Core? {
        let (new, old) = (now.inputs.core, then.inputs.core)
        guard new.sha256 != old.sha256 else { return nil }
        let gate = now.releases.last { $0.candidate.sha256 == new.sha256 }
        return .init(
            before: .init(name: old.name, version: old.version, sha256: old.sha256), now: .init(name: new.name, version: new.version, sha256: new.sha256),
            release: gate?.name, verdict: gate?.verdict)
    }

    private static func findings(_ now: AuditReport, _ then: AuditReport) -> AuditReport.Changes.Findings {
        let (present, past) = (shown(now), shown(then))
        let judged = IndicatorOutcomes.judged(now)
        return .init(
            new: present.filter { !past.contains($0) }, remaining: present.filter { past.contains($0) },
            gone: past.filter { !present.contains($0) }.map { key in .init(finding: key, now: became(judged.first { $0.key == key })) })
    }

    private static func shown(_ report: AuditReport) -> [String] {
        ReportStatus.needingAssessment(report).filter { $0.verdict == .disparity }.map(\.key)
    }

    private static func became(_ finding: ReportFinding?) -> AuditReport.Changes.Gone.Now {
        guard let finding else { return .notShown }
        switch finding.verdict {
        case .equivalent: return .equivalent
        case .inconclusive: return .inconclusive
        case .withheld, .unavailable: return .notShown
        case .signal, .disparity:
            if finding.mirrorOf != nil { return .mirror }
            return finding.direction == .adverse ? .signal : .favourable
        }
    }
}
