import Foundation

@testable import Audit

/// A report with one judged indicator, made up: only what a trend and a count of verdicts look at.
struct SmallReport {
    struct Finding {
        var group: String
        var effect: Double?
        var low: Double? = nil
        var high: Double? = nil
        var verdict = Verdict.inconclusive
        var direction: Direction? = .adverse
        var mirrorOf: String? = nil
        var stratum: String? = nil
        var window = "year_to_date"
        var metric = "share"
        var attribute = "gender"
        var margin = 0.08
        var signal = 0.1
        var family = "primary"
    }

    var cycle = "2026-Q2"
    var to = "2026-06-30"
    var core = "a"
    var adverse = "higher"
    var definition = "Share of the list."
    var isAsked = true
    var findings: [Finding] = []
    var tables: [String] = []
    var unavailable: [String: String] = [:]
    var thresholds = "t"
    var edition = Edition.full
    /// Finding, action, day and status.
    var actions: [(finding: String, action: String, due: String, status: String)] = []
    var gates: [(candidate: String, verdict: String)] = []

    func report() throws -> AuditReport { try AuditReport(json: try JSONSerialization.data(withJSONObject: document)) }

    private static let null = NSNull()

    private var document: [String: Any] {
        let counts = Dictionary(uniqueKeysWithValues: ["equivalent", "inconclusive", "signal", "disparity", "withheld", "unavailable", "mirrors", "adverseDisparities", "adverseSignals", "comparisons", "primaryFamilySize", "signalsExpectedByChance"].map { ($0, 0) })
        return [
            "schemaVersion": 1, "tool": ["name": "fairness-audit", "version": "0"], "system": ["name": "Ik zoek", "organisation": "Huizen"],
            "cycle": ["name": cycle, "from": "2026-01-01", "to": to, "expires": "2027-01-01", "alpha": 0.05, "q": 0.1], "edition": edition.rawValue,
            "inputs": [
                "snapshot": ["sha256": "s", "participants": 100, "matchRuns": 100, "k": 5, "from": "2026-01-01", "to": to, "transformations": [String: String]()] as [String: Any],
                "thresholds": ["sha256": thresholds, "setBy": "x", "setOn": "2026-01-01"],
                "core": ["name": "c", "version": "1", "sha256": core, "constants": "given", "bestDistanceStandardDeviation": 1.0] as [String: Any], "seed": 1,
            ] as [String: Any],
            "fidelity": ["runs": 1, "exact": 1, "rate": 1.0, "threshold": 1.0, "passed": true, "byGroup": [Any](), "firstDifferences": [Any](), "largestDistanceError": 0.0] as [String: Any],
            "indicators": isAsked ? [description] : [], "groups": [Any](), "findings": findings.map(finding),
            "tables": tables.map { ["id": "4.3", "indicator": $0, "attribute": Self.null, "columns": [Any](), "rows": [Any](), "notes": [Any]()] as [String: Any] },
            "actions": actions.map { ["finding": $0.finding, "action": $0.action, "owner": "product owner", "due": $0.due, "status": $0.status] },
            "releases": gates.enumerated().map { gate(String($0), $1.candidate, $1.verdict) }, "assessments": [Any](), "history": [Any](), "withheld": [Any](),
            "unavailable": unavailable.map { ["indicator": $0, "reason": $1] }, "summary": counts,
        ]
    }

    private var description: [String: Any] {
        let words = ["nl": "x", "en": "x"]
        return [
            "indicator": "M2", "metric": "share", "chapter": "advice", "name": words, "question": words, "definition": ["nl": definition, "en": definition],
            "less": words, "more": words, "unit": "per_100", "adverse": adverse, "headline": true,
        ]
    }

    private func finding(_ finding: Finding) -> [String: Any] {
        [
            "indicator": "M2", "metric": finding.metric, "chapter": "advice", "attribute": finding.attribute, "group": finding.group, "reference": "rest",
            "stratum": finding.stratum as Any? ?? Self.null, "scenario": "as_recorded", "window": finding.window, "n": 50, "nReference": 50,
            "groupValue": Self.null, "referenceValue": Self.null, "effect": ["kind": "difference", "value": finding.effect as Any? ?? Self.null],
            "direction": finding.direction?.rawValue as Any? ?? Self.null, "mirrorOf": finding.mirrorOf as Any? ?? Self.null,
            "interval": ["level": 0.95, "low": finding.low as Any? ?? Self.null, "high": finding.high as Any? ?? Self.null, "method": "welch"] as [String: Any],
            "interval90": Self.null, "intervalAdjusted": Self.null, "p": Self.null, "pAdjusted": Self.null, "adjustment": "holm", "family": finding.family,
            "familySize": 1, "minimumDetectable": Self.null, "margin": finding.margin, "signal": finding.signal, "fragility": Self.null,
            "verdict": finding.verdict.rawValue, "reason": Self.null, "beside": Self.null,
        ]
    }

    private func gate(_ name: String, _ candidate: String, _ verdict: String) -> [String: Any] {
        func core(_ digest: String) -> [String: Any] { ["name": "c", "version": "1", "sha256": digest] }
        return [
            "name": name, "on": to, "attempt": 1, "verdict": verdict, "exitCode": 0, "baseline": core("a"), "candidate": core(candidate),
            "blockedBy": [String](), "overrides": [Any](), "record": "r",
        ]
    }
}
