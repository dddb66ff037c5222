/// What people wrote about a report, and what changed since the one before it; made up.
extension ReportFixture {
    var assessments: JSON {
        switch self {
        case .quarter:
            return [
                "assessments": [
                    assessment("M2 * test_language", text: "Aangetoond voor Arabisch"),
                    assessment("M13 steering_day_activity gender female", text: "Bij een gelijke lijst", only: ["bias", "legitimate"]),
                    assessment("M16", text: "Niet nadelig", only: ["bias"]),
                ],
                "signOff": [
                    "author": ["by": "data-analist", "on": "2027-01-12"], "reviewer": ["by": "kwaliteitsmedewerker", "on": "2027-01-13"], "advice": Self.null,
                    "decision": ["outcome": "adjust", "reason": "Eerst hertoetsen, dan verder.", "by": "product owner", "on": "2027-01-20"] as JSON,
                    "expires": "2027-03-31",
                ],
                "changes": changes,
            ]
        case .hostile:
            let name = Self.hostileName
            return [
                "assessments": [assessment("M2 * test_language", text: name, by: name)],
                "signOff": [
                    "author": ["by": name, "on": name], "reviewer": Self.null, "advice": ["text": name, "by": name, "on": name],
                    "decision": ["outcome": "stop", "reason": name, "by": name, "on": name] as JSON, "expires": Self.null,
                ],
                "changes": [
                    "since": name, "thresholds": ["changed": true, "limits": [limit("M2 top5_day_activity_share \(name)")], "added": [name], "dropped": [name]] as JSON,
                    "core": core(name, verdict: "passed"), "findings": ["new": [name], "remaining": [name], "gone": [["finding": name, "now": "signal"]]] as JSON,
                    "promises": [promise(name, name, "kept")],
                ] as JSON,
            ]
        default: return [:]
        }
    }

    private var changes: JSON {
        [
            "since": "2026-Q3",
            "thresholds": [
                "changed": true, "limits": [limit("M2 top5_day_activity_share test_language")], "added": ["M2 top5_day_activity_share gender"],
                "dropped": [String](),
            ] as JSON,
            "core": core("ik-zoek", verdict: "not_settled"),
            "findings": [
                "new": ["M13 steering_day_activity gender female"], "remaining": ["M2 top5_day_activity_share test_language ar"],
                "gone": [
                    ("en", "inconclusive"), ("tr", "equivalent"), ("pl", "not_shown"),
                ].map { ["finding": "M2 top5_day_activity_share test_language \($0.0)", "now": $0.1] },
            ] as JSON,
            "promises": [
                promise("M2 top5_day_activity_share test_language ar", "Hertoets 54 mensen in twee talen", "not_due"), promise("H224", nil, "not_kept"),
                promise("H225", nil, "kept"), promise("M13 steering_day_activity gender female", "Bespreken in het team", "unmentioned"),
            ],
        ]
    }

    private func limit(_ question: String) -> JSON {
        ["question": question, "marginBefore": 0.1, "margin": 0.08, "signalBefore": 0.1, "signal": 0.1]
    }

    private func core(_ name: String, verdict: String) -> JSON {
        func core(_ version: String) -> JSON { ["name": name, "version": version, "sha256": String(repeating: "77e1b20c", count: 8)] }
        return ["before": core("2.2"), "now": core("2.3"), "release": self == .hostile ? name : "2026.11", "verdict": verdict]
    }

    private func promise(_ about: String, _ action: String?, _ state: String) -> JSON {
        ["about": about, "action": action as Any? ?? Self.null, "owner": "product owner", "due": "2026-10-01", "state": state]
    }

    /// - Parameter only: the steps that are filled in; `nil` = all of them.
    private func assessment(_ finding: String, text: String, by: String = "jurist", only: Set<String>? = nil) -> JSON {
        func statement(_ step: String) -> Any {
            only?.contains(step) ?? true ? ["text": "\(text): \(step)", "by": by, "on": "2027-01-14"] as JSON : Self.null
        }
        return [
            "finding": finding, "bias": statement("bias"), "desirability": statement("desirability"),
            "justification": Dictionary(uniqueKeysWithValues: ["legitimate", "suitable", "necessary", "proportionate"].map { ($0, statement($0)) }),
        ]
    }
}
