/// What became of a workshop, made up: options in every state, an overdue one, lines that are answered and lines that are not.
extension ReportFixture {
    var followUp: JSON {
        switch self {
        case .quarter:
            return [
                "inventory": [
                    line("H224", "option", "Toets in andere talen gelijk maken", section: "technology", ["M2"], progress: progress(
                        "busy", due: "2026-10-01", overdue: true, evidence: [("Brief aan de leverancier", "https://example.org/brief")], watch: ["M13"])),
                    line("H225", "option", "Beschrijving openbaar maken", section: "technology", [], reason: "shown_by_people", progress: progress(
                        "done", evidence: [("Staat in het register", nil)])),
                    line("H258", "option", "De inwoner kan reageren", section: "resident", ["M21"], progress: progress("not_started", due: "2027-03-01")),
                    line("H266", "option", "Laten zien wat ermee gebeurt", section: "professional", ["M21"], progress: progress("not_started")),
                    line("H246", "option", "Koppelen", section: "surroundings", ["M23"], progress: progress("dropped")),
                    line("H272", "option", "Drempel verlagen", section: "employer", ["M22"]),
                    line("H148", "positive_effect", "Voor iedereen is er een match", ["M2", "M5"]),
                    line("H169", "negative_effect", "Onzeker worden", [], reason: "survey_needed"),
                    line("H209a", "value", "Privacy", ["M23"]),
                ],
                "outcomes": [
                    outcome("M2", "Soort werk op de lijst", "advice", "compared", [3, 5, 1, 2, 1, 0, 2], [trend("2026-Q2", "core_changed"), trend("2026-Q3", "comparable", 4, larger: ["test_language ar"], smaller: ["age_band 55+", "gender female"])]),
                    outcome("M5", "Echte keuze", "advice", "not_asked"), outcome("M13", "Sturing", "human", "compared", [0, 2, 0, 0, 0, 0, 0], [trend("2026-Q3", "comparable", 2)]),
                    outcome("M21", "Terugkoppeling", "voices", "unavailable", reason: "relation_missing:feedback"),
                    outcome("M22", "Contacten", "platform", "described"), outcome("M23", "Dataminimalisatie", "population", "tool_check"),
                ],
            ]
        case .hostile:
            let name = Self.hostileName
            return [
                "inventory": [line(name, "option", name, section: "technology", ["M2"], progress: progress("busy", owner: name, evidence: [(name, name)], note: name))],
                "outcomes": [outcome("M2", name, "advice", "compared", [0, 0, 0, 1, 0, 0, 1], [trend(name, "comparable", 1, larger: ["test_language \(name)"])])],
            ]
        default: return [:]
        }
    }

    private func words(_ text: String) -> JSON { ["nl": text, "en": text == Self.hostileName ? text : "EN \(text)"] }

    private func line(
        _ id: String, _ kind: String, _ text: String, section: String? = nil, _ indicators: [String], reason: String? = nil, progress: JSON? = nil
    ) -> JSON {
        [
            "id": id, "kind": kind, "source": "huizen", "line": 224, "section": section as Any? ?? Self.null, "words": words(text), "indicators": indicators,
            "reason": reason.map { ["code": $0, "words": words("Reden \($0)")] as JSON } as Any? ?? Self.null, "progress": progress as Any? ?? Self.null,
        ]
    }

    private func progress(
        _ status: String, due: String? = nil, overdue: Bool = false, owner: String = "product owner", evidence: [(String, String?)] = [],
        watch: [String] = [], note: String? = nil
    ) -> JSON {
        [
            "status": status, "owner": owner, "due": due as Any? ?? Self.null, "decidedOn": Self.null, "overdue": overdue,
            "evidence": evidence.map { ["text": $0.0, "link": $0.1 as Any? ?? Self.null] as JSON }, "watch": watch,
            "history": [["on": "2026-06-30", "status": status, "note": note as Any? ?? Self.null] as JSON],
        ]
    }

    /// - Parameter counts: equivalent, inconclusive, signal, disparity, withheld, unavailable, and how many of them adverse.
    private func outcome(
        _ id: String, _ name: String, _ chapter: String, _ state: String, _ counts: [Int] = [0, 0, 0, 0, 0, 0, 0], _ trend: [JSON] = [], reason: String? = nil
    ) -> JSON {
        let keys = ["equivalent", "inconclusive", "signal", "disparity", "withheld", "unavailable", "adverse"]
        return [
            "indicator": id, "name": words(name), "chapter": chapter, "state": state, "reason": reason as Any? ?? Self.null,
            "verdicts": Dictionary(uniqueKeysWithValues: zip(keys, counts)), "trend": trend,
        ]
    }

    private func trend(_ since: String, _ state: String, _ comparisons: Int = 0, larger: [String] = [], smaller: [String] = []) -> JSON {
        ["since": since, "state": state, "comparisons": comparisons, "larger": larger, "smaller": smaller]
    }
}
