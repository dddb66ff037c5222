import Gate

/// The gate as JUnit XML: one suite per kind of question, one case per rule or finding.
///
/// What blocks is a failure, so that a build server counts failures exactly when the gate exits with 1 or 2. A warning, and what
/// could not be settled without blocking, passes with its text as output. What is withheld or has no number is skipped.
/// The elements are those of the schema of Jenkins' xUnit plugin.
enum GateJUnit {
    static func render(_ report: GateReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> String {
        try GateComposer.composed(report, language: language, library: library) { composer in
            let items = composer.items()
            var suites: [(name: String, items: [GateItem])] = []
            for item in items {
                let name = suite(item.kind)
                if let index = suites.firstIndex(where: { $0.name == name }) { suites[index].items.append(item) } else { suites.append((name, [item])) }
            }
            let name = "\(report.tool.name) gate \(report.release.name)"
            var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites \(attributes([("name", name)] + counts(items, skipped: false)))>"]
            for suite in suites { lines += element(suite.name, suite.items, report: report, verdict: composer.verdictSentence()) }
            return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
        }
    }

    private static func suite(_ kind: GateItem.Kind) -> String {
        switch kind {
        case .invariant: "gate.invariants"
        case .fidelity: "gate.fidelity"
        case .primary(let attribute): "gate.primary.\(attribute)"
        case .scan(let attribute): "gate.scan.\(attribute)"
        case .churn: "gate.churn"
        case .other: "gate.other"
        }
    }

    private static func element(_ name: String, _ items: [GateItem], report: GateReport, verdict: String) -> [String] {
        let properties = [
            ("verdict", report.verdict.rawValue), ("exitCode", String(report.exitCode)), ("sentence", verdict), ("release", report.release.name),
            ("candidate", report.inputs.candidate.sha256),
        ]
        return ["<testsuite \(attributes([("name", name)] + counts(items, skipped: true) + [("timestamp", report.release.on + "T00:00:00")]))>", "<properties>"]
            + properties.map { "<property \(attributes([("name", $0.0), ("value", $0.1)]))/>" } + ["</properties>"]
            + items.map { element($0, suite: name) } + ["</testsuite>"]
    }

    /// No clock: the same report gives the same bytes.
    private static func counts(_ items: [GateItem], skipped: Bool) -> [(String, String)] {
        [("tests", String(items.count)), ("failures", String(items.count { $0.outcome.isBlocking })), ("errors", "0")]
            + (skipped ? [("skipped", String(items.count { isSkipped($0.outcome) }))] : []) + [("time", "0")]
    }

    private static func isSkipped(_ outcome: GateItem.Outcome) -> Bool { outcome == .withheld || outcome == .unavailable }

    private static func element(_ item: GateItem, suite: String) -> String {
        let start = "<testcase \(attributes([("name", "\(item.title) [\(item.id)]"), ("classname", suite), ("time", "0")]))>"
        let inside: String
        if item.outcome.isBlocking {
            inside = "<failure \(attributes([("type", failureType(item)), ("message", item.message)]))>\(XMLEscape.text(item.message))</failure>"
        } else if isSkipped(item.outcome) {
            inside = "<skipped \(attributes([("message", item.message)]))/>"
        } else {
            inside = "<system-out>\(XMLEscape.text(item.message))</system-out>"
        }
        return start + inside + "</testcase>"
    }

    private static func failureType(_ item: GateItem) -> String {
        switch item.kind {
        case _ where item.outcome == .blocksUnsettled: "gate.not_settled"
        case .invariant: "gate.invariant"
        case .fidelity: "gate.fidelity"
        default: "gate.harm"
        }
    }

    private static func attributes(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0.0)=\"\(XMLEscape.attribute($0.1))\"" }.joined(separator: " ")
    }
}
