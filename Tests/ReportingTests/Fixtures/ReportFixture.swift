import Audit
import Foundation

/// Reports made up for tests, as the JSON that an audit would have written. The numbers are invented but hang together:
/// effect = group value minus reference value, intervals around the effect, counts as the summary says.
enum ReportFixture: String, CaseIterable, Sendable {
    case usual, none, oneGroup, fifteenGroups, allWithheld, fidelityFailed, hostile, longNames, quarter, everything

    func report() throws -> AuditReport { try AuditReport(json: json()) }

    /// Most fixtures have no releases at all, as reports had before there was a gate.
    func json() throws -> Data {
        var whole = [releaseHistory, followUp, assessments].reduce(document) { $0.merging($1) { _, new in new } }
        if self == .quarter, var inputs = whole["inputs"] as? JSON {
            inputs["actions"] = String(repeating: "a", count: 64)
            whole["inputs"] = inputs
        }
        return try JSONSerialization.data(withJSONObject: whole, options: [.sortedKeys])
    }

    /// A name that tries to leave its attribute, its table cell and its sentence.
    static let hostileName = "x\"\u{301} onmouseover=alert(1) <script>alert(1)</script> '}</style>{{organisation}} | `a` \\ {count} [k](http://evil.example/)"
    static let longName = "Gemeenschappelijke Uitvoeringsorganisatie Arbeidsparticipatie Gooi-, Eem- en Vechtstreek-Noord en omgeving"

    typealias JSON = [String: Any]
    static let null = NSNull()

    struct GroupSpec {
        var code: String
        var n: Int?
        /// Difference in share of day activity.
        var effect: Double
        var verdict: String
        var mirrorOf: String?
        var reason: String?
    }

    private var attributes: [(String, [GroupSpec])] {
        switch self {
        case .none: return []
        case .oneGroup: return [("gender", [GroupSpec(code: "female", n: 320, effect: 0.021, verdict: "equivalent")])]
        case .allWithheld:
            let groups = ["ar", "ti", "uk"].map { GroupSpec(code: $0, n: nil, effect: 0, verdict: "withheld", reason: "small_cells") }
            return [("test_language", groups)]
        case .fifteenGroups: return [("municipality", (1...15).map(Self.municipality))]
        case .hostile:
            return [("test_language", [
                GroupSpec(code: Self.hostileName, n: 60, effect: 0.2, verdict: "disparity"),
                GroupSpec(code: "nl", n: 400, effect: -0.1, verdict: "disparity", mirrorOf: Self.hostileName),
            ])]
        case .longNames:
            return [("doelgroep_van_de_regionale_arbeidsmarktvoorziening", [
                GroupSpec(code: "Jongeren met een onderbroken praktijkopleiding in de techniek", n: 50, effect: 0.1, verdict: "signal"),
                GroupSpec(code: "Zij-instromers", n: 70, effect: -0.02, verdict: "inconclusive"),
                GroupSpec(code: "Arbeidsongeschiktheidsverzekeringsgerechtigden", n: 90, effect: -0.14, verdict: "inconclusive"),
            ])]
        case .usual, .fidelityFailed, .quarter: return Self.usualAttributes
        case .everything: return Self.usualAttributes + Self.moreAttributes
        }
    }

    static func municipality(_ index: Int) -> GroupSpec {
        let verdict = index == 15 ? "withheld" : index > 12 ? "disparity" : index < 3 ? "signal" : index == 7 ? "equivalent" : "inconclusive"
        return GroupSpec(code: String(format: "GM%04d", 400 + index), n: index == 15 ? nil : 20 + index * 7, effect: Double(index - 7) * 0.022, verdict: verdict)
    }

    private static let usualAttributes: [(String, [GroupSpec])] = [
        ("test_language", [
            GroupSpec(code: "nl", n: 398, effect: -0.118, verdict: "disparity", mirrorOf: "ar"),
            GroupSpec(code: "ar", n: 85, effect: 0.182, verdict: "disparity"),
            GroupSpec(code: "en", n: 60, effect: -0.052, verdict: "inconclusive"),
            GroupSpec(code: "tr", n: 72, effect: 0.001, verdict: "equivalent"),
            GroupSpec(code: "uk", n: 40, effect: 0.078, verdict: "inconclusive"),
            GroupSpec(code: "ti", n: 25, effect: 0.141, verdict: "signal", reason: "below_minimum_group"),
            GroupSpec(code: "pl", n: nil, effect: 0, verdict: "withheld", reason: "small_cells"),
        ]),
        ("test_mode", [
            GroupSpec(code: "online", n: 520, effect: -0.012, verdict: "equivalent"),
            GroupSpec(code: "paper", n: 90, effect: 0.024, verdict: "inconclusive"),
            GroupSpec(code: "assisted", n: 90, effect: 0.112, verdict: "signal"),
        ]),
        ("gender", [GroupSpec(code: "female", n: 331, effect: 0.021, verdict: "equivalent")]),
        ("age_band", [
            GroupSpec(code: "<27", n: 120, effect: -0.03, verdict: "inconclusive"),
            GroupSpec(code: "27-44", n: 260, effect: 0.01, verdict: "equivalent"),
            GroupSpec(code: "45-54", n: 190, effect: 0.004, verdict: "equivalent"),
            GroupSpec(code: "55+", n: 130, effect: -0.131, verdict: "disparity"),
        ]),
        ("education_level", [
            GroupSpec(code: "low", n: 300, effect: 0.03, verdict: "inconclusive"),
            GroupSpec(code: "middle", n: 280, effect: -0.01, verdict: "equivalent"),
            GroupSpec(code: "high", n: 110, effect: -0.04, verdict: "inconclusive"),
        ]),
    ]

    static let metrics: [(indicator: String, metric: String, chapter: String, unit: String, adverse: String, headline: Bool, words: [String])] = [
        ("M1", "best_match_distance", "advice", "sd", "higher", true, ["Afstand tot de beste plek", "Past de beste plek bij iedereen even goed?", "beste plek dichterbij", "beste plek verder weg"]),
        ("M2", "top5_day_activity_share", "advice", "per_100", "higher", true, ["Dagbesteding in de top 5", "Ziet iedereen hetzelfde soort werk in de top 5?", "minder dagbesteding", "meer dagbesteding"]),
        ("M2", "top5_day_activity_only", "advice", "per_100", "higher", false, ["Alleen dagbesteding in de top 5", "Heeft iedereen iets te kiezen in de top 5?", "vaker iets te kiezen", "vaker alleen dagbesteding"]),
        ("M13", "steering_day_activity", "human", "points", "higher", true, ["Sturing naar dagbesteding", "Kiest de consulent bij een gelijke lijst even vaak dagbesteding?", "minder vaak dan de lijst aangeeft", "vaker dan de lijst aangeeft"]),
        ("M16", "placed_within_horizon", "outcomes", "per_100", "lower", true, ["Geplaatst binnen 180 dagen", "Vindt iedereen even vaak een plek?", "minder vaak geplaatst", "vaker geplaatst"]),
    ]

    private func findings(window: String) -> [JSON] {
        metrics.enumerated().flatMap { index, metric in
            attributes.flatMap { attribute, groups in groups.enumerated().map { position, group in finding(index, metric.indicator, attribute, group, position, window) } }
        }
    }

    private func finding(_ index: Int, _ indicator: String, _ attribute: String, _ group: GroupSpec, _ position: Int, _ window: String) -> JSON {
        let metric = metrics[index]
        let index = min(index, 4)
        let scale: Double = metric.unit == "sd" ? 2.1 : index == 2 ? 0.4 : index == 3 ? 0.7 : index == 4 ? -0.5 : 1
        // The shown differences live in M2 (and, on this fixture, M13 for women); elsewhere most stays open.
        var verdict = group.verdict
        if verdict == "disparity", index != 1 { verdict = index == 0 && group.mirrorOf == nil ? "signal" : "inconclusive" }
        if index == 4, verdict != "withheld" { verdict = "inconclusive" }
        var effect = group.effect * scale
        if index == 3, group.code == "female" { (effect, verdict) = (0.21, "disparity") }
        if self == .fidelityFailed, index < 3, verdict != "withheld" { verdict = "unavailable" }
        if window == "rolling_12_months", verdict == "disparity" { verdict = "signal" }
        let shown = verdict != "withheld" && verdict != "unavailable"
        let n = Double(group.n ?? 1)
        let half = (metric.unit == "sd" ? 2.0 : 0.62) / n.squareRoot() + 0.01
        let adverse = (effect > 0) == (metric.adverse == "higher")
        func value(_ number: Double) -> Any { shown ? number as Any : Self.null }
        let reference = metric.unit == "sd" ? 1.84 : index == 3 ? 0.02 : 0.262
        return [
            "indicator": indicator, "metric": metric.metric, "chapter": metric.chapter, "attribute": attribute, "group": group.code,
            "reference": "rest", "stratum": index == 3 ? "counsellor" as Any : index == 0 ? "run_month" as Any : Self.null, "scenario": "as_recorded", "window": window,
            "n": shown ? (group.n as Any? ?? Self.null) : Self.null, "nReference": shown ? 700 - (group.n ?? 0) as Any : Self.null,
            "groupValue": value(reference + effect), "referenceValue": value(reference),
            "effect": ["kind": "difference", "value": value(effect)], "direction": shown && verdict != "equivalent" ? (adverse ? "adverse" : "favourable") as Any : Self.null,
            "mirrorOf": verdict == "disparity" ? (group.mirrorOf as Any? ?? Self.null) : Self.null,
            "interval": shown ? ["level": 0.95, "low": effect - half, "high": position == 4 && index == 4 ? Self.null as Any : effect + half, "method": ["stratified_mean_hc2", "welch", "miettinen_nurminen_on_sums", "stratified_mean_hc2", "miettinen_nurminen_effective_counts"][index]] as JSON as Any : Self.null,
            "interval90": shown ? ["low": effect - half * 0.84, "high": effect + half * 0.84] as JSON as Any : Self.null,
            "intervalAdjusted": shown ? ["level": 0.9938, "low": effect - half * 1.4, "high": effect + half * 1.4] as JSON as Any : Self.null,
            "p": value(verdict == "disparity" ? 0.0003 : 0.12), "pAdjusted": value(verdict == "disparity" ? 0.004 : 0.41),
            "adjustment": index == 1 ? "holm" : "benjamini_hochberg", "family": index == 1 ? "primary" : "scan", "familySize": index == 1 ? 14 : 52,
            "minimumDetectable": value(half * 1.9), "margin": metric.unit == "sd" ? 0.3 : 0.08, "signal": metric.unit == "sd" ? 0.3 : 0.10,
            "fragility": verdict == "disparity" ? 9 as Any : Self.null, "verdict": verdict,
            "reason": verdict == "unavailable" ? "fidelity_failed" as Any : group.reason as Any? ?? Self.null,
            "beside": shown && index == 1 ? [
                "stratum": "education_level", "effect": effect * 0.8, "low": effect * 0.8 - half, "high": effect * 0.8 + half, "method": "mantel_haenszel_sato",
                "verdict": position == 1 ? "signal" : verdict, "differs": position == 1,
            ] as JSON as Any : Self.null,
        ]
    }

    private var tables: [JSON] {
        var tables: [JSON] = []
        func column(_ key: String, _ unit: String? = nil) -> JSON { ["key": key, "unit": unit as Any? ?? Self.null] }
        func table(_ id: String, _ indicator: String, _ attribute: String?, _ columns: [JSON], _ rows: [[Any]], _ notes: [String] = []) {
            tables.append(["id": id, "indicator": indicator, "attribute": attribute as Any? ?? Self.null, "columns": columns, "rows": rows, "notes": notes])
        }
        for (attribute, groups) in attributes {
            func rows(_ cells: (GroupSpec, Double) -> [Any]) -> [[Any]] {
                groups.map { group in
                    let numbers = cells(group, Double(group.n ?? 0))
                    return [group.code] + (group.n == nil ? numbers.map { _ in Self.null } : numbers)
                }
            }
            table("4.1", "population", attribute, [column("group"), column("participants", "people"), column("lists", "lists"), column("with_choice", "people")],
                rows { _, n in [n, (n * 1.7).rounded(), (n * 0.8).rounded()] })
            if self != .fidelityFailed {
                table("6.2", "M2", attribute, [column("group"), column("participants", "people"), column("day_activity_top1", "per_100"), column("day_activity_top3", "per_100"), column("day_activity_top5", "per_100"), column("ratio_top5", "ratio"), column("ratio_low", "ratio"), column("ratio_high", "ratio"), column("paid_top5", "per_100")],
                    rows { group, n in [n, 0.25 + group.effect, 0.255 + group.effect, 0.262 + group.effect, 1 + group.effect * 3, 0.8 + group.effect * 3, 1.3 + group.effect * 3, 0.44 - group.effect] }, ["participant_bootstrap"])
            }
            table("8.2", "M16", attribute, [column("group"), column("day", "days"), column("at_risk", "people"), column("placed", "per_100"), column("low", "per_100"), column("high", "per_100")],
                groups.filter { $0.n != nil }.flatMap { group in
                    stride(from: 0, through: 180, by: 30).map { day -> [Any] in
                        let placed = Double(day) / 180 * (0.36 - group.effect * 0.5)
                        return [group.code, day, Int(Double(group.n ?? 0) * (1 - placed)), placed, max(0, placed - 0.06), placed + 0.06]
                    }
                }, ["ignorable_censoring"])
        }
        if !attributes.isEmpty {
            table("4.2", "population", nil, [column("attribute"), column("unknown", "per_100")], attributes.map { [$0.0, 0.034] })
        }
        return tables
    }

    var document: JSON {
        let judged = findings(window: self == .quarter ? "year_to_date" : "single_audit")
        func count(_ verdict: String) -> Int { judged.filter { $0["verdict"] as? String == verdict && $0["mirrorOf"] is NSNull }.count }
        let digest = String(repeating: "3f9ac0d1", count: 8)
        let organisation = self == .hostile ? Self.hostileName : self == .longNames ? Self.longName : "Gemeente Huizen"
        let failed = self == .fidelityFailed
        return [
            "schemaVersion": 1, "tool": ["name": "fairness-audit", "version": "0.1.0"], "system": ["name": "Ik zoek", "organisation": organisation],
            "cycle": ["name": self == .quarter ? "2026-Q4" : "once", "from": "2026-01-01", "to": "2026-12-31", "expires": "2027-04-30", "alpha": 0.05, "q": 0.1],
            "edition": "full",
            "inputs": [
                "snapshot": ["sha256": digest, "participants": 713, "matchRuns": 1204, "k": 5, "from": "2026-01-01", "to": "2026-12-31", "transformations": ["participant.birth_year": "age band", "participant.participant_id": "pseudonym"]],
                "thresholds": ["sha256": digest, "setBy": "product owner Ik zoek", "setOn": "2026-09-15"],
                "core": ["name": "ik-zoek", "version": "2.3", "sha256": digest, "constants": "frozen", "bestDistanceStandardDeviation": 0.8123],
                "seed": 20_241_127,
            ] as JSON,
            "fidelity": [
                "runs": 1204, "exact": failed ? 1130 : 1204, "rate": failed ? 0.9385 : 1.0, "threshold": 1.0, "passed": !failed,
                "byGroup": attributes.flatMap { attribute, groups in groups.filter { $0.n != nil }.map { ["attribute": attribute, "group": $0.code, "rate": failed ? 0.94 : 1.0, "passed": !failed] as JSON } },
                "firstDifferences": failed ? [["rank": 2, "lists": 74]] : [], "largestDistanceError": failed ? 0.031 : 0.0,
            ] as JSON,
            "indicators": metrics.map { metric in
                func words(_ index: Int) -> JSON { ["nl": metric.words[index], "en": metric.metric + " \(index)"] }
                return [
                    "indicator": metric.indicator, "metric": metric.metric, "chapter": metric.chapter, "name": words(0), "question": words(1),
                    "definition": ["nl": metric.words[0] + ", gemiddeld per deelnemer.", "en": metric.metric], "less": words(2), "more": words(3),
                    "unit": metric.unit, "adverse": metric.adverse, "headline": metric.headline,
                ] as JSON
            },
            "groups": attributes.flatMap { attribute, groups in
                groups.map { ["attribute": attribute, "group": $0.code, "participants": $0.n as Any? ?? Self.null, "verdict": $0.n == nil ? "withheld" as Any : Self.null] as JSON }
            },
            "findings": judged + (self == .quarter ? findings(window: "rolling_12_months") : []),
            "tables": tables,
            "actions": self == .quarter ? [["finding": "M2 top5_day_activity_share test_language ar", "action": "Hertoets 54 mensen in twee talen", "owner": "product owner", "due": "2027-02-15", "status": "open"]] : [],
            "assessments": [Any](),
            "history": self == .quarter ? [["cycle": "2026-Q3", "sha256": digest, "standing": ["M2 top5_day_activity_share test_language ar"]] as JSON] : [],
            "withheld": attributes.flatMap { attribute, groups in
                groups.filter { $0.n == nil }.map { ["table": "population", "attribute": attribute, "group": $0.code, "rule": "small_cells", "reason": "fewer people than may be shown"] as JSON }
            },
            "unavailable": self == .quarter ? [["indicator": "M21", "reason": "relation_missing:feedback"]] : [],
            "summary": [
                "equivalent": count("equivalent"), "inconclusive": count("inconclusive"), "signal": count("signal"), "disparity": count("disparity"),
                "withheld": count("withheld"), "unavailable": count("unavailable"), "mirrors": judged.filter { !($0["mirrorOf"] is NSNull) }.count,
                "adverseDisparities": judged.filter { $0["verdict"] as? String == "disparity" && $0["direction"] as? String == "adverse" && $0["mirrorOf"] is NSNull }.count,
                "adverseSignals": judged.filter { $0["verdict"] as? String == "signal" && $0["direction"] as? String == "adverse" }.count,
                "signalsExpectedByChance": 2.4, "comparisons": judged.count, "primaryFamilySize": 14,
            ] as JSON,
        ]
    }
}
