import Audit

/// The whole audit in one grid, and every question with its answer, its certainty and its action.
extension ReportComposer {
    func grid() -> ReportDocument.Section {
        let title = words.text("section.grid")
        guard !judged.isEmpty else { return .init(id: "overzicht", title: title, blocks: [.paragraph(words.text("grid.empty"))]) }
        let columns = gridColumns()
        let rows = questions.map { question in
            Grid.Row(question: words.pick(question.question), cells: columns.map { column in
                cell(judged.filter { $0.indicator == question.indicator && column.attributes.contains($0.attribute) }, indicator: question.indicator)
            })
        }
        let grid = Grid(
            caption: words.text("grid.caption"), corner: words.text("grid.question"), columns: columns.map(\.title), rows: rows,
            notes: [words.marksKey(), words.text(report.edition == .council ? "grid.note.council" : "grid.note")])
        return .init(id: "overzicht", title: title, blocks: [.grid(grid)], wide: columns.count > 7)
    }

    /// One column per grouping. Everybody together and intersections have few questions each; a column for each of them would be all but empty.
    func gridColumns() -> [(attributes: [String], title: String)] {
        let judgedBy = attributes.filter { attribute in judged.contains { $0.attribute == attribute } }
        let single = judgedBy.filter { !isCombined($0) }, combined = judgedBy.filter(isCombined)
        return single.map { ([$0], words.attribute($0)) } + (combined.isEmpty ? [] : [(combined, words.text("grid.combined"))])
    }

    /// The verdict that a reader has to know of first: agreed questions before the scan, shown before signal, adverse before favourable,
    /// open before settled.
    private func rank(_ finding: ReportFinding) -> Int {
        switch (finding.verdict, finding.isAdverse, finding.isCounted) {
        case (.disparity, true, _): finding.family == .primary ? -1 : 0
        case (.signal, true, _): 1
        case (.disparity, _, true): 2
        case (.signal, _, true): 3
        case (.inconclusive, _, _): 4
        case (.disparity, _, false), (.signal, _, false): 5
        case (.equivalent, _, _): 6
        case (.unavailable, _, _): 7
        case (.withheld, _, _): 8
        }
    }

    private func isCombined(_ attribute: String) -> Bool { attribute == "everybody" || attribute.contains(" x ") }

    /// The words of the verdict in as little room as a cell has.
    private func inGrid(_ finding: ReportFinding) -> VerdictMark {
        var mark = words.mark(of: finding)
        if finding.verdict == .disparity, finding.family == .scan, finding.isAdverse { mark.word = words.text("grid.scan") }
        return mark
    }

    /// - Parameter indicator: whose reason is given where there are no findings.
    func cell(_ findings: [ReportFinding], indicator: String?) -> Grid.Cell {
        guard let worst = findings.min(by: { rank($0) < rank($1) }) else {
            let isMissing = report.unavailable.contains { $0.indicator == indicator }
            return .init(mark: isMissing ? words.mark(.unavailable, direction: nil) : nil, groups: nil)
        }
        let alike = findings.filter { rank($0) == rank(worst) }
        var groups: [String] = []
        for finding in alike where worst.isFound {
            let name = words.group(finding.attribute, finding.group)
            if !groups.contains(name) { groups.append(name) }
        }
        let listed = groups.count > 3 ? Array(groups.prefix(2)) + [words.text("more", ["count": String(groups.count - 2)])] : groups
        return .init(
            mark: inGrid(worst), groups: listed.isEmpty ? nil : listed.joined(separator: ", "),
            isStrong: worst.family == .primary && worst.isFound && worst.isAdverse)
    }

    func answers() -> ReportDocument.Section {
        let table = Table(
            caption: words.text("answers.caption"),
            columns: ["answers.question", "answers.answer", "answers.certainty", "answers.action"].map { .init(title: words.text($0)) },
            rows: questions.map { question in
                let findings = judged.filter { $0.indicator == question.indicator }
                return [
                    .text(words.pick(question.question)), .text(answer(question.indicator, findings)), .text(certainty(findings)),
                    .text(action(findings)),
                ]
            })
        return .init(
            id: "antwoorden", title: words.text("section.answers"),
            blocks: questions.isEmpty ? [.paragraph(words.text("grid.empty"))] : [.table(table)])
    }

    private func answer(_ indicator: String, _ findings: [ReportFinding]) -> [String] {
        var lines: [String] = []
        var told: Set<String> = []
        for (verdict, family, key) in [
            (Verdict.disparity, ReportFinding.Family.primary, "answer.disparity"), (.disparity, .scan, "answer.disparity.scan"), (.signal, nil, "answer.signal"),
        ] as [(Verdict, ReportFinding.Family?, String)] {
            // A group that was named for something firmer is not named again.
            let found = findings.filter { finding in
                finding.verdict == verdict && finding.isAdverse && (family == nil || finding.family == family)
                    && !told.contains("\(finding.attribute) \(finding.group)")
            }
            told.formUnion(found.map { "\($0.attribute) \($0.group)" })
            let names = groupNames(found)
            if !names.isEmpty { lines.append(words.text(key, ["groups": words.list(names)])) }
        }
        let counted = findings.filter(\.isCounted)
        let otherwise = groupNames(counted.filter { $0.isFound && !$0.isAdverse })
        if !otherwise.isEmpty { lines.append(words.text(lines.isEmpty ? "answer.not_adverse.only" : "answer.not_adverse", ["groups": words.list(otherwise)])) }
        func count(_ verdict: Verdict) -> Int { counted.filter { $0.verdict == verdict }.count }
        for (verdict, key) in [(Verdict.equivalent, "answer.equivalent"), (.inconclusive, "answer.inconclusive")] where count(verdict) > 0 {
            lines.append(counted.count == 1 ? words.text("\(key).only") : words.counted(key, count(verdict), ["all": String(counted.count)]))
        }
        if lines.isEmpty {
            let reason = report.unavailable.first { $0.indicator == indicator }?.reason ?? findings.first { $0.verdict == .unavailable }?.reason
            lines.append(words.text(count(.withheld) > 0 && reason == nil ? "answer.withheld" : "answer.unavailable", [
                "reason": reason.map { words.reason($0) } ?? words.text("reason.no_reason"),
            ]))
        }
        return lines
    }

    /// `Arabisch, Tigrinya (toetstaal)`
    private func groupNames(_ findings: [ReportFinding]) -> [String] {
        var order: [String] = []
        var names: [String: [String]] = [:]
        for finding in findings {
            if names[finding.attribute] == nil { order.append(finding.attribute) }
            let name = words.group(finding.attribute, finding.group)
            if names[finding.attribute]?.contains(name) != true { names[finding.attribute, default: []].append(name) }
        }
        return order.map { attribute in
            let listed = names[attribute] ?? []
            let short = listed.count > 4 ? Array(listed.prefix(3)) + [words.text("more", ["count": String(listed.count - 3)])] : listed
            return "\(short.joined(separator: ", ")) (\(words.attribute(attribute).lowercasedFirst))"
        }
    }

    private func certainty(_ findings: [ReportFinding]) -> [String] {
        let primary = findings.filter { $0.family == .primary }
        var lines: [String] = []
        if let size = primary.first?.familySize { lines.append(words.text("certainty.primary", ["size": words.numbers.count(size)])) }
        if findings.contains(where: { $0.family == .scan }) {
            lines.append(words.text("certainty.scan", ["q": words.numbers.percent(report.cycle.q)]))
        }
        if let size = detectable(findings.filter { description($0)?.headline != false }) {
            lines.append(words.text("certainty.mde", ["range": size.same ? size.high : words.text("range", ["low": size.low, "high": size.high])]))
        }
        return lines.isEmpty ? [Numbers.none] : lines
    }

    /// The smallest and the largest difference that these comparisons could have shown, in words; `nil` when none says so.
    func detectable(_ findings: [ReportFinding]) -> (low: String, high: String, same: Bool)? {
        let open = findings.filter { $0.minimumDetectable != nil }
        guard let first = open.first else { return nil }
        let unit = unit(first)
        let sizes = open.filter { self.unit($0) == unit }.compactMap(\.minimumDetectable)
        guard let least = sizes.min(), let most = sizes.max() else { return nil }
        let low = words.value(least, unit: unit)
        return (low, words.size(most, unit: unit), low == words.value(most, unit: unit))
    }

    private func action(_ findings: [ReportFinding]) -> [String] {
        let found = findings.filter { $0.isAdverse && $0.isFound }
        guard !found.isEmpty else { return [words.text("action.none")] }
        var lines: [String] = []
        for action in found.flatMap(actions(for:)) {
            let line = words.text("action.line", ["action": action.action, "owner": action.owner, "due": words.date(action.due)])
            if !lines.contains(line) { lines.append(line) }
        }
        return lines.isEmpty ? [words.text("undecided").capitalizedFirst] : lines
    }
}
