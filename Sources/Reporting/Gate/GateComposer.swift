import Audit
import Gate

/// Turns one `GateReport` into words: chooses what is said where, never what is true.
///
/// Every surface is made from what this gives: the pages from `document()`, the surfaces for machines from `items()`.
struct GateComposer {
    let report: GateReport
    let words: Words
    /// What may block, in the order of the report.
    let primary: [GateFinding]
    /// Findings of the scan that are worth a look; the others are in gate.json only.
    let scanWarnings: [GateFinding]

    init(report: GateReport, words: Words) {
        self.report = report
        self.words = words
        primary = Self.ordered(report.findings.filter { $0.family == .primary }, report.indicators)
        scanWarnings = Self.ordered(
            report.findings.filter { $0.family == .scan && ($0.consequence == .warns || report.warnings.contains($0.id)) }, report.indicators)
    }

    /// The composer's answer, unless a phrase was missing on the way.
    static func composed<Answer>(
        _ report: GateReport, language: Language, library: TemplateLibrary, _ answer: (GateComposer) -> Answer
    ) throws(RenderingError) -> Answer {
        let words = Words(book: try library.phrasebook(language))
        let result = answer(GateComposer(report: report, words: words))
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: language.rawValue, keys: words.holes.keys.sorted()) }
        return result
    }

    /// Against the baseline first, then by question, with everybody before the groups and groups as a reader expects them.
    private static func ordered(_ findings: [GateFinding], _ indicators: [GateReport.Indicator]) -> [GateFinding] {
        var places: [String: Int] = [:]
        for indicator in indicators where places[indicator.indicator] == nil { places[indicator.indicator] = places.count }
        var attributes: [String: Int] = ["everybody": -1]
        for finding in findings where attributes[finding.attribute] == nil { attributes[finding.attribute] = attributes.count }
        func key(_ offset: Int, _ finding: GateFinding) -> [Int] {
            [
                finding.against == .baseline ? 0 : 1, places[finding.indicator] ?? places.count, attributes[finding.attribute] ?? 0,
            ] + GroupOrder.ranks(finding.attribute, finding.group) + [offset]
        }
        return findings.enumerated().map { (key: key($0.offset, $0.element), value: $0.element) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    func document() -> ReportDocument {
        ReportDocument(
            language: words.language, kicker: kicker(), title: title(), lede: lede(), banner: nil, tally: tally(),
            sections: [
                decides(), invariants(), fidelity(), questions(), churn(), controls(), overrides(), warnings(), unshown(), inputs(), cannot(), signature(),
            ],
            footer: words.text("gate.footer", ["tool": report.tool.name, "version": report.tool.version]))
    }

    // MARK: - What the chapters share

    func indicator(_ finding: GateFinding) -> GateReport.Indicator? {
        report.indicators.first { $0.indicator == finding.indicator && $0.metric == finding.metric }
            ?? report.indicators.first { $0.indicator == finding.indicator }
    }

    func unit(_ finding: GateFinding) -> String { indicator(finding)?.unit ?? "number" }

    /// `Dagbesteding in de eerste 5`
    func name(_ finding: GateFinding) -> String { indicator(finding).map { words.pick($0.name) } ?? finding.metric }

    /// `toetstaal Arabisch`, `iedereen samen`.
    func group(_ attribute: String, _ group: String) -> String {
        attribute == Self.everybody ? words.text("gate.everybody") : words.text("gate.group", [
            "attribute": words.attribute(attribute).lowercasedFirst, "group": words.group(attribute, group),
        ])
    }

    static let everybody = "everybody"

    func against(_ against: GateFinding.Against) -> String { words.text("gate.against.\(against.rawValue)") }

    /// `Mensen die de toets in het Arabisch maken, krijgen vaker dagbesteding te zien`: right in any grammar, because what has no
    /// sentence of its own is group and words joined by a colon.
    func sentence(_ finding: GateFinding) -> String {
        let subject = finding.attribute == Self.everybody
            ? words.text("gate.everybody.subject") : words.subject(finding.attribute, [finding.group])
        let sentence: String
        if let predicate = words.optional("gate.worse.\(finding.indicator)") {
            sentence = "\(subject) \(predicate)"
        } else {
            let worse = indicator(finding).map { words.pick($0.worse) } ?? finding.metric
            sentence = words.text("finding.other", ["groups": group(finding.attribute, finding.group), "words": worse.lowercasedFirst])
        }
        return finding.against == .anchor ? words.text("gate.sentence.anchor", ["sentence": sentence]) : sentence
    }

    func reason(_ reason: String) -> String {
        let parts = reason.split(separator: ":", maxSplits: 1).map(String.init)
        let detail = parts.count > 1 ? parts[1] : ""
        return words.optional("gate.reason.\(parts.first ?? reason)", ["detail": words.optional("relation.\(detail)") ?? detail]) ?? words.reason(reason)
    }

    /// Of a hundred, with one decimal.
    func per100(_ share: Double?) -> String { words.numbers.per100(share, digits: 1) }

    /// `toetstaal Arabisch, toetstaal Tigrinya en 3 andere`
    func named(_ findings: [GateFinding]) -> String {
        var names: [String] = []
        for finding in findings {
            let name = group(finding.attribute, finding.group)
            if !names.contains(name) { names.append(name) }
        }
        return words.list(names.count > 4 ? Array(names.prefix(3)) + [words.text("lede.more", ["count": String(names.count - 3)])] : names)
    }
}
