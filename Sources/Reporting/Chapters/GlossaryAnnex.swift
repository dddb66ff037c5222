import Audit

/// Annex H: the words of this report, for who does not work with them every day.
extension ReportComposer {
    static let glossary = [
        "adverse", "audit", "bias", "control_cycle", "core", "day_activity", "denominator", "difference", "disparity", "distance", "equivalent", "family",
        "fidelity", "fingerprint", "gate", "group", "inconclusive", "indicator", "interval", "list", "margin", "mde", "mirror", "profile", "proxy", "p_value",
        "pseudonym", "reference", "signal", "special", "stratified", "threshold", "unavailable", "withheld",
    ]

    func glossary() -> ReportDocument.Section {
        let terms = Self.glossary.map { Block.Fact(term: words.text("glossary.\($0).term"), text: words.text("glossary.\($0)")) }
        return .init(
            id: "bijlage-h", number: "H", title: words.text("section.glossary"),
            blocks: [.paragraph(words.text("glossary.intro")), .facts(terms.sorted { $0.term.lowercased() < $1.term.lowercased() })])
    }
}
