import Audit

extension GateRecords {
    /// What the control cycle tells of the gates of one system, in order of time. No count goes along.
    public func releases(of system: AuditReport.System) -> [AuditReport.Release] {
        records.filter { $0.report.system == system }.map { record in
            let report = record.report
            func core(_ core: GateReport.Inputs.Core) -> AuditReport.Release.Core {
                .init(name: core.name, version: core.version, sha256: core.sha256)
            }
            return AuditReport.Release(
                // Reading refused records without an attempt.
                name: report.release.name, on: report.release.on, attempt: report.release.attempt ?? 0, verdict: .init(report.verdict),
                exitCode: report.exitCode, baseline: core(report.inputs.baseline), candidate: core(report.inputs.candidate),
                blockedBy: report.blockedBy,
                overrides: report.overrides.compactMap { override in
                    // Overrides for other candidates stand with the gates of those.
                    AuditReport.Release.Override.State(override.state).map { state in
                        .init(
                            id: override.id, approver: override.approver, role: override.role, reason: override.reason,
                            approvedOn: override.approvedOn, expires: override.expires, findings: override.findings, used: override.used, state: state)
                    }
                },
                record: record.sha256)
        }
    }
}

extension AuditReport.Release.Verdict {
    fileprivate init(_ verdict: GateReport.Verdict) {
        switch verdict {
        case .passed: self = .passed
        case .blocked: self = .blocked
        case .notSettled: self = .notSettled
        }
    }
}

extension AuditReport.Release.Override.State {
    /// On the day of the gate; the report says it again for its own day. `nil` for an override of another candidate.
    fileprivate init?(_ state: GateReport.AppliedOverride.State) {
        switch state {
        case .inForce: self = .inForce
        case .expired: self = .expired
        case .notYet: self = .notYet
        case .otherCandidate: return nil
        }
    }
}
