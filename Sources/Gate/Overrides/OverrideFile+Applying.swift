import Cohort

extension OverrideFile {
    /// What the overrides of a file do in one gate.
    public struct Effect: Sendable, Equatable {
        /// Id of the finding that may pass -> id of the override that lets it.
        public let passing: [String: String]
        /// For the report: every override of the file, in its order, whatever its state.
        public let applied: [GateReport.AppliedOverride]

        static let none = Effect(passing: [:], applied: [])
    }

    /// Which blocking findings may pass, and under which override. Where two name the same finding, the first of the file is the one.
    /// - Parameters:
    ///   - blocking: ids of everything that blocks; broken invariants may be among them, and none of them can pass.
    ///   - candidate: SHA-256 of the core that is judged.
    public func effect(onBlocking blocking: [String], candidate: String, on day: Day) -> Effect {
        var passing: [String: String] = [:]
        let applied = overrides.map { override -> GateReport.AppliedOverride in
            let state = override.state(on: day, candidate: candidate)
            // In the order in which the override names them, so that equal inputs give equal bytes.
            let used = state == .inForce ? override.findings.filter { blocking.contains($0) && passing[$0] == nil } : []
            for finding in used { passing[finding] = override.id }
            return GateReport.AppliedOverride(
                id: override.id, approver: override.approver, role: override.role, reason: override.reason,
                approvedOn: override.approvedOn.iso, expires: override.expires.iso, candidate: override.candidate,
                findings: override.findings, state: state, used: used)
        }
        return Effect(passing: passing, applied: applied)
    }
}
