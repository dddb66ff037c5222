import Audit

/// Table 5.3: what is left of a difference if part of the difference in scores were the test's.
extension ReportComposer {
    /// More panels than this are not compared by anybody.
    private static let mostPanels = 3

    func lambdaBand(_ table: ReportTable) -> Figure? {
        guard table.has("lambda", "group", "gap", "low", "high"), let attribute = table.attribute else { return nil }
        let factor = Words.factor(table.unit("gap"))
        let panels = table.texts("group").compactMap { code -> (code: String, panel: LambdaBand.Panel)? in
            let points = table.rows.filter { table.text($0, "group") == code }.compactMap { row in
                table.number(row, "lambda").map { lambda in
                    LambdaBand.Point(
                        lambda: lambda, gap: table.number(row, "gap").map { $0 * factor },
                        low: table.number(row, "low").map { $0 * factor }, high: table.number(row, "high").map { $0 * factor })
                }
            }
            guard points.contains(where: { $0.gap != nil }) else { return nil }
            return (code, LambdaBand.Panel(name: words.group(attribute, code).capitalizedFirst, points: points, margin: margin(attribute, code) * factor))
        }
        guard !panels.isEmpty else { return nil }
        let found = Set(recorded(attribute).filter { $0.isAdverse && $0.isFound }.map(\.group))
        let known = panels.filter { $0.code != Words.unknownGroup }
        let largest = (found.isEmpty ? known : known.filter { found.contains($0.code) }).sorted { start($0.panel) > start($1.panel) }
        let drawnCodes = Set(largest.prefix(Self.mostPanels).map(\.code))
        let drawn = panels.filter { drawnCodes.contains($0.code) }
        guard !drawn.isEmpty else { return nil }
        let plot = LambdaBand(
            panels: drawn.map(\.panel), lambdaLabel: words.text("lambda.axis"), zone: words.text("zone", ["margin": margins(drawn.map(\.panel))]),
            tick: { words.numbers.decimal($0, digits: $1, sign: true) }, share: { words.numbers.percent($0 / 100) })
        let rest = table.texts("group").filter { !drawnCodes.contains($0) }
        let leftOut = rest.isEmpty ? [] : [words.text(found.isEmpty || found.count > Self.mostPanels ? "chart.left_out.smaller" : "lambda.left_out", ["groups": groupNames(table, rest)])]
        let missing = drawn.contains { $0.panel.points.contains { $0.gap == nil } }
        return figure(
            plot, of: table, kind: "lambda", title: lambdaTitle(table, drawn), caption: [words.text("lambda.caption")] + leftOut + missingNote(missing),
            table: pivot(table, across: "lambda", values: ["gap"]), ["count": String(drawn.count)])
    }

    /// Findings about the lists as they are: what the band starts from.
    private func recorded(_ attribute: String) -> [ReportFinding] {
        let headline = report.indicators.first { $0.indicator == "M2" && $0.headline }?.metric
        return judged.filter { $0.attribute == attribute && $0.indicator == "M2" && $0.metric == headline }
    }

    private func margin(_ attribute: String, _ code: String) -> Double {
        let own = judged.filter { $0.indicator == "M7" && $0.attribute == attribute }
        return (recorded(attribute) + own).first { $0.group == code }?.margin ?? (recorded(attribute) + own).first?.margin ?? 0
    }

    private func margins(_ panels: [LambdaBand.Panel]) -> String {
        let sizes = Set(panels.map(\.margin)).sorted().map { words.numbers.decimal($0, digits: 1) }
        return sizes.count > 1 ? words.text("range", ["low": sizes[0], "high": sizes[sizes.count - 1]]) : sizes.first ?? ""
    }

    private func start(_ panel: LambdaBand.Panel) -> Double { abs(panel.points.first { $0.gap != nil }?.gap ?? 0) }

    /// From which share on the difference in these lists is small, and where it never is. In these lists it is counted, not estimated.
    private func lambdaTitle(_ table: ReportTable, _ drawn: [(code: String, panel: LambdaBand.Panel)]) -> String {
        var small: [(code: String, from: Double)] = [], never: [String] = []
        for (code, panel) in drawn {
            let large = panel.points.last { abs($0.gap ?? .infinity) > panel.margin }
            guard let large else { small.append((code, panel.points.first?.lambda ?? 0)); continue }
            if let next = panel.points.first(where: { $0.lambda > large.lambda }) { small.append((code, next.lambda)) } else { never.append(code) }
        }
        let turning = small.filter { $0.from > 0 }
        var sentences: [String] = []
        if let from = turning.map(\.from).max() {
            sentences.append(words.text("lambda.title.from", ["groups": groupNames(table, turning.map(\.code)), "share": words.numbers.percent(from / 100)]))
        }
        if !never.isEmpty { sentences.append(words.text("lambda.title.never", ["groups": groupNames(table, never)])) }
        if sentences.isEmpty { return words.text("lambda.title.small") }
        return sentences.joined(separator: ". ")
    }
}
