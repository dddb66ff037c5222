import Foundation

@testable import Audit
@testable import Gate

/// Gate reports made up for tests. The numbers are invented but hang together: d = after minus before, L < d < U, the verdict follows
/// from d, L, U, margin and signal, and the counts follow from the findings.
enum GateFixture: String, CaseIterable, Sendable {
    case passed, blockedByHarm, blockedByInvariant, blockedByFidelity, notSettled, overridden, withheldGroups, withAnchor, blind, nothingMeasurable
    case hostile, longNames

    static let digest = String(repeating: "3f9ac0d1", count: 8)

    var report: GateReport {
        var findings = findings
        let harm = findings.filter { $0.family == .primary && $0.verdict == .blocked }
        let accepted = Set(overrides.filter { $0.state == .inForce }.flatMap(\.used))
        for index in findings.indices where accepted.contains(findings[index].id) {
            findings[index].overriddenBy = overrides.first { $0.used.contains(findings[index].id) }?.id
            findings[index].consequence = .warns
        }
        let primary = findings.filter { $0.family == .primary }
        let broken = invariants.filter { $0.state == .broken }.map(\.id)
        let blocking = primary.filter { $0.consequence == .blocks }.map(\.id)
        let blockedBy = broken + (fidelityPassed ? [] : ["fidelity"]) + blocking
        let warnings = findings.filter { $0.consequence == .warns }.map(\.id) + churn.groups.filter(\.warns).map(\.id)
        let isHarm = !broken.isEmpty || !fidelityPassed || harm.contains { blocking.contains($0.id) }
        return GateReport(
            schemaVersion: GateReport.currentSchemaVersion, tool: .init(name: "fairness-audit", version: "0.1.0"),
            system: .init(name: "Ik zoek", organisation: self == .hostile ? ReportFixture.hostileName : self == .longNames ? ReportFixture.longName : "Gemeente Huizen"),
            release: .init(name: self == .hostile ? Self.hostileText : "2.4", on: "2026-11-23", attempt: self == .notSettled ? 3 : nil), inputs: inputs,
            verdict: blockedBy.isEmpty ? .passed : isHarm ? .blocked : .notSettled, exitCode: blockedBy.isEmpty ? 0 : isHarm ? 1 : 2,
            blockedBy: blockedBy, warnings: warnings, fidelity: fidelity, invariants: invariants, indicators: Self.indicators(self == .withAnchor),
            findings: findings, churn: churn, controls: controls(primary), overrides: overrides,
            withheld: primary.filter { $0.verdict == .withheld }.map {
                .init(table: $0.indicator, attribute: $0.attribute, group: $0.group, rule: "small_cells", reason: "fewer people than may be shown")
            },
            unavailable: self == .nothingMeasurable ? [.init(indicator: "M29", reason: "relation_missing:travel_time")] : [],
            summary: .init(
                cleared: primary.count { $0.verdict == .cleared }, blocked: primary.count { $0.verdict == .blocked },
                notSettled: primary.count { $0.verdict == .notSettled }, withheld: primary.count { $0.verdict == .withheld },
                overridden: primary.count { $0.overriddenBy != nil }, invariantsBroken: broken.count, warnings: warnings.count,
                familySize: primary.count { $0.lower != nil }))
    }

    // MARK: - Findings

    /// Text that tries to leave its element, its attribute, its log line, its command and its Markdown cell.
    static let hostileText = "a<b>&\"\u{301}' ]]> <!-- %0A%25 \r\n::error file=x,line=1::gotcha\n##vso[task.complete result=Succeeded;]x ##[error]y\u{1B}[2J\u{0}\u{FFFE}\u{202E} | `c` *d* {count} </failure>"

    private struct Spec {
        var attribute: String
        var group: String
        var n: Int?
        var before: Double
        var change: Double
        var error: Double
    }

    /// `(attribute, group, people, share before, change, standard error)`.
    private var specs: [Spec] {
        func spec(_ attribute: String, _ group: String, _ n: Int?, _ before: Double, _ change: Double, _ error: Double) -> Spec {
            Spec(attribute: attribute, group: group, n: n, before: before, change: change, error: error)
        }
        let calm = [
            spec("everybody", "everybody", 713, 0.3461, 0.0043, 0.006), spec("test_language", "nl", 398, 0.3052, -0.0121, 0.007),
            spec("test_language", "ar", 97, 0.4432, 0.0187, 0.019), spec("gender", "female", 371, 0.3377, 0.0061, 0.008),
            spec("gender", "male", 318, 0.3522, 0.0024, 0.009), spec("age_band", "55+", 152, 0.3911, -0.0066, 0.014),
            spec("age_band", "<27", 124, 0.2987, 0.0102, 0.013),
        ]
        switch self {
        case .nothingMeasurable: return []
        case .hostile: return [spec("test_language", Self.hostileText, 97, 0.3413, 0.1284, 0.021), spec("test_language", "nl", 398, 0.3052, -0.0121, 0.007)]
        case .longNames:
            return [
                spec("doelgroep_van_de_regionale_arbeidsmarktvoorziening", "Jongeren met een onderbroken praktijkopleiding in de techniek", 50, 0.3, 0.04, 0.06),
                spec("doelgroep_van_de_regionale_arbeidsmarktvoorziening", "Arbeidsongeschiktheidsverzekeringsgerechtigden", 90, 0.3, 0.19, 0.03),
            ]
        case .blockedByHarm, .overridden, .withAnchor:
            return calm + [spec("test_language", "ti", 85, 0.4113, 0.1284, 0.0213), spec("test_language", "uk", 73, 0.3301, 0.0611, 0.0287)]
        case .notSettled, .blind: return calm + [spec("test_language", "ti", 41, 0.4113, 0.0584, 0.0463), spec("test_language", "tr", 25, 0.3301, 0.0311, 0.0587)]
        case .withheldGroups: return calm + [spec("test_language", "pl", nil, 0, 0, 0), spec("gender", "other", nil, 0, 0, 0)]
        default: return calm
        }
    }

    private var findings: [GateFinding] {
        var findings = specs.map { finding($0, "M2", "top5_day_activity_share", .baseline, .primary) }
        findings += specs.filter { $0.attribute == "test_language" }.map { spec in
            finding(
                Spec(attribute: spec.attribute, group: spec.group, n: spec.n, before: spec.before + 0.4, change: spec.change * 1.1, error: spec.error * 4),
                "M1", "best_match_distance", .baseline, .primary)
        }
        if self == .withAnchor {
            findings += specs.map { spec in
                finding(
                    Spec(attribute: spec.attribute, group: spec.group, n: spec.n, before: spec.before - 0.02, change: spec.change + 0.02, error: spec.error),
                    "M2", "top5_day_activity_share", .anchor, .primary)
            }
        }
        if self == .nothingMeasurable {
            var none = finding(Spec(attribute: "gender", group: "female", n: nil, before: 0, change: 0, error: 0), "M29", "top5_out_of_reach_share", .baseline, .primary)
            none.verdict = .unavailable
            none.reason = "relation_missing:travel_time"
            findings.append(none)
        }
        if [.passed, .blockedByHarm, .hostile].contains(self) {
            findings.append(finding(
                Spec(attribute: "education_level", group: "low", n: 319, before: 0.3, change: 0.118, error: 0.02), "M3", "day_activity_exposure", .baseline, .scan))
            findings.append(finding(
                Spec(attribute: "education_level", group: "high", n: 109, before: 0.3, change: 0.008, error: 0.02), "M3", "day_activity_exposure", .baseline, .scan))
        }
        return findings
    }

    private func finding(
        _ spec: Spec, _ indicator: String, _ metric: String, _ against: GateFinding.Against, _ family: ReportFinding.Family
    ) -> GateFinding {
        let shown = spec.n != nil, margin = indicator == "M1" ? 0.3 : 0.1
        let lower = spec.change - 2.71 * spec.error, upper = spec.change + 1.645 * spec.error
        let small = (spec.n ?? 0) < 30
        let verdict: GateFinding.Verdict = !shown ? .withheld : small ? .notSettled
            : upper < margin ? .cleared : (lower > 0 && spec.change >= margin) || lower > margin ? .blocked : .notSettled
        let consequence: GateFinding.Consequence = switch (family, verdict) {
        case (.scan, .blocked): .warns
        case (.scan, _): .none
        case (_, .blocked): .blocks
        case (_, .notSettled): small ? .warns : .blocks
        default: .none
        }
        func value(_ number: Double) -> Double? { shown ? (number * 1e6).rounded() / 1e6 : nil }
        return GateFinding(
            id: "\(indicator).\(spec.attribute).\(spec.group)@\(against.rawValue)", against: against, indicator: indicator, metric: metric,
            attribute: spec.attribute, group: spec.group, family: family, n: spec.n, referenceValue: value(spec.before),
            candidateValue: value(spec.before + spec.change), candidateGap: spec.attribute == "everybody" ? nil : value(spec.change * 1.3 + 0.01),
            change: value(spec.change), deviation: value(spec.error * Double(spec.n ?? 0).squareRoot()), lower: value(lower), lowerLevel: shown ? 0.9962 : nil,
            upper: value(upper), p: value(0.0123), pAdjusted: value(verdict == .blocked ? 0.0004 : 0.4213), margin: margin, signal: margin,
            minimumDetectable: value(max(margin, 2.71 * spec.error) + 0.8416 * spec.error), method: !shown ? nil : self == .withAnchor && indicator == "M1" ? "difference_in_differences" : "paired_t", verdict: verdict,
            reason: verdict == .withheld ? "small_cells" : small ? "small_group" : nil, consequence: consequence, overriddenBy: nil)
    }

    // MARK: - Everything else

    private var fidelityPassed: Bool { self != .blockedByFidelity }

    private var fidelity: GateReport.Fidelity {
        .init(
            source: self == .notSettled ? .sealed : .measured, runs: 1204, exact: fidelityPassed ? 1204 : 1130, rate: fidelityPassed ? 1 : 0.938538,
            threshold: 1, groupThreshold: 0.98, passed: fidelityPassed,
            byGroup: [.init(attribute: "test_language", group: "ar", rate: fidelityPassed ? 1 : 0.91, passed: fidelityPassed)])
    }

    private var invariants: [GateReport.Invariant] {
        let ids = ["order", "places", "limits.abilities", "limits.travel", "length", "determinism", "monotonicity"]
        return ids.map { id in
            let breaks = self == .blockedByInvariant && (id == "limits.travel" || id == "places")
            let unseen = id == "limits.travel" && self == .nothingMeasurable
            return .init(
                id: "invariant.\(id)", state: breaks ? .broken : unseen ? .notExamined : .holds, lists: unseen ? 0 : 1204,
                broken: breaks ? (id == "places" ? nil : 212) : unseen ? nil : 0, brokenByBaseline: unseen ? nil : false,
                places: breaks ? ["W017", "W203"] : [], reason: unseen ? "relation_missing:travel_time" : nil)
        }
    }

    private static func indicators(_ anchor: Bool) -> [GateReport.Indicator] {
        func indicator(_ id: String, _ metric: String, _ nl: String, _ en: String, _ unit: String, _ margin: Double, did: Bool = false) -> GateReport.Indicator {
            .init(
                indicator: id, metric: metric, name: .init(nl: nl, en: en), definition: .init(nl: "\(nl), gemiddeld per mens.", en: "\(en), mean per person."),
                worse: .init(nl: "Meer \(nl.lowercased())", en: "More \(en.lowercased())"), unit: unit, margin: margin, signal: margin, asDifferenceInDifferences: did)
        }
        return [
            indicator("M1", "best_match_distance", "Afstand tot de beste plek", "Distance to the best place", "sd", 0.3, did: anchor),
            indicator("M2", "top5_day_activity_share", "Dagbesteding in de eerste 5", "Day activity in the first 5", "per_100", 0.1),
            indicator("M3", "day_activity_exposure", "Aandacht voor dagbesteding", "Attention to day activity", "per_100", 0.1),
            indicator("M29", "top5_out_of_reach_share", "Buiten bereik in de eerste 5", "Out of reach in the first 5", "per_100", 0.1),
        ]
    }

    private var churn: GateReport.Churn {
        guard self != .nothingMeasurable else { return .init(depth: 5, overlap: nil, changed: nil, participants: 0, signal: 0.2, groups: []) }
        let group = self == .hostile ? Self.hostileText : "ti"
        return .init(
            depth: 5, overlap: 0.8123, changed: self == .withheldGroups ? nil : 402, participants: 713, signal: 0.2,
            groups: [
                .init(id: "churn.test_language.nl", attribute: "test_language", group: "nl", n: 398, overlap: 0.8411, excess: -0.0288, lower: -0.0512, warns: false),
                .init(id: "churn.test_language.\(group)", attribute: "test_language", group: group, n: 85, overlap: 0.5521, excess: 0.2602, lower: 0.1811, warns: self == .blockedByHarm || self == .hostile),
            ])
    }

    private func controls(_ primary: [GateFinding]) -> GateReport.Controls {
        let decided = primary.filter { $0.lower != nil && ($0.n ?? 0) >= 30 }
        let blind = self == .blind ? decided.filter { $0.group == "ti" }.map(\.id) : []
        return .init(
            flips: 2000, falseBlocks: decided.isEmpty ? nil : 0.0315,
            harms: decided.map { .init(finding: $0.id, blockedAtTwiceMargin: blind.contains($0.id) ? 0.613 : 0.987, clearedAtMargin: 0.0465) },
            blind: blind, blindBelow: 0.8)
    }

    private var overrides: [GateReport.AppliedOverride] {
        func override(_ id: String, _ state: GateReport.AppliedOverride.State, _ expires: String, used: [String], reason: String) -> GateReport.AppliedOverride {
            .init(
                id: id, approver: self == .hostile ? Self.hostileText : "A. de Vries", role: "product owner Ik zoek", reason: reason, approvedOn: state == .expired ? "2026-06-01" : "2026-11-20", expires: expires,
                candidate: Self.digest, findings: ["M2.test_language.ti@baseline"], state: state, used: used)
        }
        switch self {
        case .overridden:
            return [
                override("accept-1", .inForce, "2027-02-01", used: ["M2.test_language.ti@baseline", "M2.test_language.uk@baseline"],
                    reason: "De plekken voor deze groep zijn in overleg met henzelf gekozen."),
                override("accept-0", .expired, "2026-10-01", used: [], reason: "Proef tot oktober."),
            ]
        case .hostile: return [override("accept-h", .otherCandidate, "2027-02-01", used: [], reason: Self.hostileText)]
        default: return []
        }
    }

    private var inputs: GateReport.Inputs {
        func core(_ name: String, _ version: String, _ kind: GateReport.Inputs.Core.Kind = .data) -> GateReport.Inputs.Core {
            .init(name: name, version: version, sha256: Self.digest, kind: kind, bestDistanceStandardDeviation: 0.4081)
        }
        return .init(
            snapshot: .init(
                sha256: Self.digest, participants: 713, matchRuns: 1204, workplaces: 301, k: 5, from: "2026-01-01", to: "2026-12-31", forCI: self == .notSettled),
            thresholds: .init(sha256: Self.digest, setBy: "product owner Ik zoek", setOn: "2026-09-15"),
            baseline: core("ik-zoek", "2.3"), candidate: core(self == .hostile ? Self.hostileText : "ik-zoek", "2.4", self == .blind ? .program : .data),
            anchor: self == .withAnchor ? core("ik-zoek", "2.0") : nil, overrides: overrides.isEmpty ? nil : Self.digest, seed: 20_241_127)
    }
}
