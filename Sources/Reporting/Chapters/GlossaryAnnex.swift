import Audit

/// Annex H: the words of this report, for who does not work with them every day.
extension ReportComposer {
    static let glossary = [
        "adverse", "audit", "bias", "caveat", "control_cycle", "core", "counterfactual", "day_activity", "denominator", "deviation", "difference", "disparity", "distance", "equivalent", "exposure", "family",
        "fidelity", "fingerprint", "gate", "group", "inconclusive", "indicator", "intersection", "interval", "list", "margin", "mde", "measurement_error", "mirror", "profile", "proxy", "p_value",
        "pseudonym", "reference", "signal", "special", "stratified", "threshold", "unavailable", "weak_advice", "withheld",
    ]

    func glossary() -> ReportDocument.Section {
        let terms = Self.glossary.map { Block.Fact(term: words.text("glossary.\($0).term"), text: words.text("glossary.\($0)")) }
        return .init(
            id: "bijlage-h", number: "H", title: words.text("section.glossary"),
            blocks: [.paragraph(words.text("glossary.intro")), .facts(terms.sorted { $0.term.lowercased() < $1.term.lowercased() })])
    }
}
