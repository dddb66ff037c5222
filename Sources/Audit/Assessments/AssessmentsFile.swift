import Cohort

/// `assessments.json`: what people made of one report, and who signed it; kept by people under version control.
public struct AssessmentsFile: Sendable, Equatable {
    /// Which report it is about: `2026-Q4`, or `2026-01-01/2026-12-31` for a single audit. Words about one report say nothing about the next.
    public let cycle: String
    public let assessments: [AuditReport.Assessment]
    public let signOff: AuditReport.SignOff?
    /// SHA-256 of the file's bytes.
    public let sha256: String
    /// The file's name, for messages.
    let source: String

    public func isAbout(_ cycle: AuditCycle) -> Bool { self.cycle == cycle.label }

    public func check(isAbout cycle: AuditCycle) throws(AuditError) {
        guard isAbout(cycle) else {
            throw .assessments("\(source) is about the report of \(self.cycle), and this is the report of \(cycle.label)", next: "Name the file with the assessments of this report, or leave --assessments out")
        }
    }

    /// Puts what people wrote in the report that it is about.
    func fill(_ report: inout AuditReport) throws(AuditError) {
        let findings = IndicatorOutcomes.judged(report)
        for (index, entry) in assessments.enumerated() where !findings.contains(where: { FindingKey.precision(of: entry.finding, for: $0) != nil }) {
            let near = Spelling.suggestion(for: entry.finding, among: findings.map(\.key))
            throw .assessments("\(source): findings.[\(index)].finding: \"\(entry.finding)\" is no finding of this report\(near)", next: "Correct the name, or take the entry out")
        }
        if let expires = signOff?.expires, expires > report.cycle.expires {
            throw .assessments("\(source): signOff.expires: \(expires) lies after \(report.cycle.expires), the last day of this report", next: "Write an earlier day, or leave it out")
        }
        report.assessments = assessments
        report.signOff = signOff
        report.inputs.assessments = sha256
    }
}

extension AuditCycle {
    /// What tells this report from the others of its system.
    var label: String {
        guard case .single(let period) = kind else { return name }
        return "\(period.from.iso)/\(period.to.iso)"
    }
}
