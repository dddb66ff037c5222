import Audit

/// Tables that hold the points of a chart: which figure each becomes, and what all of them share.
extension ReportComposer {
    /// `nil` for a table that is no chart, or that has nothing in it that may be drawn.
    func figure(of table: ReportTable) -> Figure? {
        switch table.id {
        case "1.1": trend(table)
        case "4.6": funnel(table)
        case "5.1": parts(table)
        case "5.3": lambdaBand(table)
        case "6.4": composition(table)
        case "7.3": cascade(table)
        case "8.2": curve(table)
        case "8.5": calibration(table)
        default: nil
        }
    }

    /// - Parameters:
    ///   - kind: says which chart it is to a reader who cannot see it: the phrase `chart.<kind>.description`.
    ///   - arguments: of that phrase, beside the grouping.
    func figure(
        _ chart: some Chart, of table: ReportTable, kind: String, title: String, caption: [String], table shown: Table, _ arguments: [String: String] = [:]
    ) -> Figure {
        let attribute = table.attribute ?? ""
        let id = String("c-\(table.id)-\(table.indicator)-\(attribute)".map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" })
        let description = words.text(
            "chart.\(kind).description", ["attribute": words.attribute(attribute).lowercasedFirst].merging(arguments) { _, new in new })
        let layouts = chart.layouts(id: id, title: title, description: description)
        return Figure(title: title, wide: layouts.wide, narrow: layouts.narrow, caption: caption.joined(separator: " "), table: shown)
    }

    /// Findings of the judged window about the table's question and grouping.
    func findings(about table: ReportTable) -> [ReportFinding] {
        judged.filter { $0.indicator == table.indicator && $0.attribute == table.attribute }
    }

    /// What the question of the table says about its grouping, when the chart itself has nothing found to put in its title.
    /// - Parameter subject: what the title is about; `nil` = the grouping.
    func settledTitle(_ table: ReportTable, subject: String? = nil) -> String {
        let all = findings(about: table), attribute = table.attribute ?? "", name = subject ?? words.attribute(attribute)
        guard let metric = report.indicators.first(where: { $0.indicator == table.indicator && $0.headline }) else {
            return words.text("chart.title.unavailable", ["attribute": name])
        }
        let headline = all.filter { $0.metric == metric.metric }
        let isCompared = headline.contains { $0.verdict != .withheld && $0.verdict != .unavailable }
        // The chart has numbers: what is kept back is only the comparison.
        return isCompared ? figureTitle(metric, attribute, headline, subject: subject) : words.text("chart.title.\(overall(headline))", ["attribute": name])
    }

    /// Like `overall`, for a chart of several questions at once: small everywhere is only said when everything was shown.
    func overallShown(_ findings: [ReportFinding]) -> String {
        let word = overall(findings)
        return word == "equivalent" && findings.contains { $0.verdict == .withheld || $0.verdict == .unavailable } ? "partly" : word
    }

    func groupNames(_ table: ReportTable, _ codes: [String]) -> String { words.list(codes.map { words.group(table.attribute ?? "", $0) }) }

    /// `Mensen die de toets op papier maken: het verschil groeit van aanbod naar lijst`: right in any grammar.
    func about(_ table: ReportTable, _ codes: [String], _ predicate: String) -> String {
        words.statement(about: table.attribute ?? "", codes, predicate)
    }

    /// Said below a chart that has a gap in it.
    func missingNote(_ isMissing: Bool) -> [String] { isMissing ? [words.text("chart.missing")] : [] }

    /// `44`, or `44 tot 61`: the smallest and largest of some shares, as so many of a hundred.
    func span(_ shares: [Double]) -> String {
        guard let low = shares.min(), let high = shares.max() else { return Numbers.none }
        let ends = (words.numbers.per100(low), words.numbers.per100(high))
        return ends.0 == ends.1 ? ends.0 : words.text("range", ["low": ends.0, "high": ends.1])
    }
}
