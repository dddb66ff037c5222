import Cohort

/// Whether a report is final: every adverse signal and disparity assessed in every step, and every signature there.
public enum ReportStatus {
    public static func of(_ report: AuditReport) -> AuditReport.Status {
        let findings = needingAssessment(report)
        let open = findings.compactMap { finding -> AuditReport.Status.Open? in
            let missing = AssessmentStep.allCases.filter { statement($0, about: finding, in: report) == nil }
            return missing.isEmpty ? nil : .init(finding: finding.key, steps: missing)
        }
        let unsigned = AuditReport.SignOff.Part.allCases.filter { report.signOff?.has($0) != true }
        return .init(
            state: open.isEmpty && unsigned.isEmpty ? .final : .draft, findings: findings.count, assessed: findings.count - open.count, open: open,
            unsigned: unsigned)
    }

    /// What people must say something about. Mirrors are the other side of a finding that is here itself.
    public static func needingAssessment(_ report: AuditReport) -> [ReportFinding] {
        IndicatorOutcomes.judged(report).filter {
            ($0.verdict == .signal || $0.verdict == .disparity) && $0.direction == .adverse && $0.mirrorOf == nil && $0.group != Attribute.unknown
        }
    }

    /// What was written about a finding in a step: the entry that names it most precisely speaks, where it says anything.
    public static func statement(_ step: AssessmentStep, about finding: ReportFinding, in report: AuditReport) -> AuditReport.Statement? {
        report.assessments
            .compactMap { entry in FindingKey.precision(of: entry.finding, for: finding).map { (precision: $0, said: entry.statement(step)) } }
            .filter { $0.said != nil }.max { $0.precision < $1.precision }?.said
    }
}
