/// Gates on record, made up: one that blocked, the same release let pass by an override, one that could not be settled.
extension ReportFixture {
    var releaseHistory: JSON {
        switch self {
        case .quarter:
            return [
                "releases": [
                    release("2026.10", on: "2026-10-05", attempt: 1, verdict: "blocked", exitCode: 1, blockedBy: ["M2.test_language.ar@baseline", "M3.everybody.everybody@anchor", "invariant.limits.abilities"]),
                    release("2026.10", on: "2026-10-12", attempt: 2, verdict: "passed", exitCode: 0, overrides: [override("O-7", state: "in_force", used: ["M2.test_language.ar@baseline"])]),
                    release("2026.11", on: "2026-11-20", attempt: 1, verdict: "not_settled", exitCode: 2, blockedBy: ["fidelity"], overrides: [override("O-8", state: "expired", used: [])]),
                ],
                "liveVersions": [
                    ["version": "2.1", "gate": "passed"], ["version": "2.2", "gate": "later"], ["version": "2.3", "gate": "none"], ["version": "2.4", "gate": "not_passed"],
                ],
            ]
        case .hostile:
            return [
                "releases": [release(Self.hostileName, on: "2026-10-05", attempt: 1, verdict: "passed", exitCode: 0, blockedBy: [Self.hostileName], overrides: [override(Self.hostileName, state: "in_force", used: [Self.hostileName])])],
                "liveVersions": [["version": Self.hostileName, "gate": "none"]],
            ]
        default: return [:]
        }
    }

    private func release(
        _ name: String, on: String, attempt: Int, verdict: String, exitCode: Int, blockedBy: [String] = [], overrides: [JSON] = []
    ) -> JSON {
        func core(_ version: String, _ digest: String) -> JSON {
            ["name": self == .hostile ? Self.hostileName : "ik-zoek", "version": version, "sha256": String(repeating: digest, count: 8)]
        }
        return [
            "name": name, "on": on, "attempt": attempt, "verdict": verdict, "exitCode": exitCode, "baseline": core("2.2", "3f9ac0d1"),
            "candidate": core("2.3", "77e1b20c"), "blockedBy": blockedBy, "overrides": overrides, "record": String(repeating: "5c60aa9e", count: 8),
        ]
    }

    private func override(_ id: String, state: String, used: [String]) -> JSON {
        [
            "id": id, "approver": self == .hostile ? Self.hostileName : "A. de Vries", "role": "product owner",
            "reason": self == .hostile ? Self.hostileName : "De plekken worden aangevuld; hertoets in december.", "approvedOn": "2026-10-09",
            "expires": state == "in_force" ? "2027-01-31" : "2026-12-01", "findings": ["M2.test_language.ar@baseline"], "used": used, "state": state,
        ]
    }
}
