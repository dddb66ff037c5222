import Foundation

@testable import Audit
@testable import Gate

/// A gate report made by hand, for what is done with reports after a gate.
enum GateReportFixture {
    static func report(
        release: String = "2026.11", on: String = "2026-11-23", attempt: Int? = 1, verdict: GateReport.Verdict = .passed,
        candidateVersion: String = "2.1", candidate: String = OverrideText.candidate, blockedBy: [String] = [],
        overrides: [GateReport.AppliedOverride] = []
    ) -> GateReport {
        func core(_ version: String, _ sha256: String) -> GateReport.Inputs.Core {
            .init(name: "euclid", version: version, sha256: sha256, kind: .data, bestDistanceStandardDeviation: 2.5)
        }
        let digest = String(repeating: "cd", count: 32)
        return GateReport(
            schemaVersion: GateReport.currentSchemaVersion, tool: .init(name: "fairness-audit", version: "0.1"),
            system: .init(name: "matching", organisation: "municipality"), release: .init(name: release, on: on, attempt: attempt),
            inputs: .init(
                snapshot: .init(sha256: digest, participants: 700, matchRuns: 900, workplaces: 300, k: 5, from: "2026-01-01", to: "2026-09-30", forCI: true),
                thresholds: .init(sha256: digest, setBy: "somebody", setOn: "2026-01-01"), baseline: core("2.0", digest),
                candidate: core(candidateVersion, candidate), anchor: nil, overrides: overrides.isEmpty ? nil : digest, seed: 7),
            verdict: verdict, exitCode: verdict == .passed ? 0 : verdict == .blocked ? 1 : 2, blockedBy: blockedBy, warnings: [],
            fidelity: .init(source: .sealed, runs: 900, exact: 900, rate: 1, threshold: 0.995, groupThreshold: 0.98, passed: true, byGroup: []),
            invariants: [], indicators: [], findings: [],
            churn: .init(depth: 5, overlap: 0.75, changed: 100, participants: 700, signal: 0.1, groups: []),
            controls: .init(flips: 1000, falseBlocks: 0.03, harms: [], blind: [], blindBelow: 0.8), overrides: overrides, withheld: [],
            unavailable: [],
            summary: .init(cleared: 0, blocked: 0, notSettled: 0, withheld: 0, overridden: 0, invariantsBroken: 0, warnings: 0, familySize: 0))
    }
}
