import Audit

/// Chapter 13: is each promised action done, and did it help? Then what else people expected or feared, and where the report answers it.
///
/// It says that a figure moved since an earlier report, and never what moved it.
extension ReportComposer {
    /// - Parameter inFull: with the whole workshop, not only what was agreed and what became of it.
    func workshopFollowUp(inFull: Bool = true) -> ReportDocument.Section {
        let blocks = agreements() + promises() + (inFull ? inventoryBlocks() : [])
        return .init(id: "hoofdstuk-13", number: "13", title: words.text("section.followup"), blocks: blocks, wide: inFull && !report.inventory.isEmpty)
    }

    private func inventoryBlocks() -> [Block] {
        guard !report.inventory.isEmpty else { return [] }
        let sources = unique(report.inventory.map { words.text("followup.source.\($0.source.rawValue)") })
        var blocks: [Block] = [.paragraph(words.text("followup.intro", ["sources": words.list(sources)]))]
        let options = report.inventory.filter { $0.kind == .option }
        if !options.isEmpty {
            blocks.append(.heading(words.text("followup.options")))
            blocks.append(.paragraph(tally(options)))
            if report.inputs.actions == nil { blocks.append(.paragraph(words.text("followup.no_file"))) }
            blocks.append(.table(optionTable(options)))
        }
        for kind in InventoryLine.Kind.allCases where kind != .option && kind != .stakeholder {
            let lines = report.inventory.filter { $0.kind == kind }
            if !lines.isEmpty { blocks.append(.table(answerTable(kind, lines))) }
        }
        return blocks
    }

    // MARK: - Options for action

    private func tally(_ options: [AuditReport.InventoryEntry]) -> String {
        func count(_ status: ActionStatus) -> String { words.numbers.count(options.count { $0.progress?.status == status }) }
        return words.text("followup.tally", [
            "all": words.numbers.count(options.count), "done": count(.done), "busy": count(.busy), "not_started": count(.notStarted),
            "dropped": count(.dropped), "nothing": words.numbers.count(options.count { $0.progress == nil }),
            "overdue": words.numbers.count(options.count { $0.progress?.overdue == true }),
        ])
    }

    private func optionTable(_ options: [AuditReport.InventoryEntry]) -> Table {
        Table(
            caption: words.text("followup.options.caption"),
            columns: ["followup.option", "followup.status", "followup.evidence", "followup.found", "followup.trend"].map { .init(title: words.text($0)) },
            bodies: InventoryLine.Section.allCases.compactMap { section in
                let own = options.filter { $0.section == section }
                return own.isEmpty ? nil : .init(title: words.text("followup.section.\(section.rawValue)"), rows: own.map(optionRow))
            },
            notes: [words.text("followup.options.note"), words.text("followup.trend.note")])
    }

    private func optionRow(_ option: AuditReport.InventoryEntry) -> [Table.Cell] {
        let asked = unique(option.indicators + (option.progress?.watch ?? [])).compactMap(outcome)
        let reason = option.reason.map { [words.pick($0.words)] } ?? []
        // What compares no groups here has no size that could move.
        let compared = asked.filter { $0.state == .compared }
        return [
            .text([words.pick(option.words), option.id]), .text(status(option.progress)), .text(evidence(option.progress)),
            .text(asked.map(found) + reason), .text(compared.isEmpty ? [Numbers.none] : unique(compared.map(trend))),
        ]
    }

    private func status(_ progress: AuditReport.InventoryEntry.Progress?) -> [String] {
        guard let progress else { return [words.text("followup.nothing")] }
        var lines = [words.text("followup.status.\(progress.status.rawValue)"), progress.owner]
        if let last = progress.history.last { lines.append(words.text("followup.since", ["date": words.date(last.on)])) }
        // A day by which something had to be done tells nothing once it is done or dropped.
        if progress.status == .busy || progress.status == .notStarted {
            lines.append(progress.due.map { words.text(progress.overdue ? "followup.overdue" : "followup.due", ["date": words.date($0)]) } ?? words.text("followup.no_due"))
        }
        return lines
    }

    private func evidence(_ progress: AuditReport.InventoryEntry.Progress?) -> [String] {
        guard let progress else { return [Numbers.none] }
        let items = progress.evidence.map { item in item.link.map { "\(item.text) (\($0))" } ?? item.text }
        let notes = progress.history.last?.note.map { [$0] } ?? []
        return items.isEmpty && notes.isEmpty ? [words.text("followup.no_evidence")] : items + notes
    }

    // MARK: - What the indicators say

    private func outcome(_ indicator: String) -> AuditReport.IndicatorOutcome? { report.outcomes.first { $0.indicator == indicator } }

    /// `M2: 2 in het nadeel, 9 niet vast te stellen`
    private func found(_ outcome: AuditReport.IndicatorOutcome) -> String {
        words.text("followup.outcome", ["indicator": outcome.indicator, "found": result(outcome)])
    }

    private func result(_ outcome: AuditReport.IndicatorOutcome) -> String {
        guard outcome.state == .compared else {
            return words.text("followup.state.\(outcome.state.rawValue)", ["reason": outcome.reason.map { words.reason($0) } ?? ""])
        }
        let verdicts = outcome.verdicts
        let counts = [
            ("adverse", verdicts.adverse), ("otherwise", verdicts.disparity + verdicts.signal - verdicts.adverse), ("equivalent", verdicts.equivalent),
            ("inconclusive", verdicts.inconclusive), ("hidden", verdicts.withheld + verdicts.unavailable),
        ]
        return words.list(counts.filter { $0.1 > 0 }.map { words.text("followup.count.\($0.0)", ["count": words.numbers.count($0.1)]) })
    }

    /// Against the latest earlier report.
    private func trend(_ outcome: AuditReport.IndicatorOutcome) -> String {
        guard let trend = outcome.trend.last else { return words.text("followup.trend.none") }
        guard trend.state == .comparable else {
            return words.text("followup.trend.\(trend.state.rawValue)", ["since": trend.since, "indicator": outcome.indicator])
        }
        if trend.larger.isEmpty, trend.smaller.isEmpty {
            return words.text("followup.trend.alike", ["since": trend.since, "indicator": outcome.indicator])
        }
        let moved = [("larger", trend.larger), ("smaller", trend.smaller)].filter { !$0.1.isEmpty }.map { key, names in
            words.text("followup.trend.\(key)", ["groups": words.list(names.map(groupName))])
        }
        return words.text("followup.trend.moved", ["indicator": outcome.indicator, "since": trend.since, "moved": moved.joined(separator: "; ")])
    }

    /// `test_language ar` as `Arabisch (toetstaal)`.
    private func groupName(_ key: String) -> String {
        // The attribute of an intersection is written with spaces, as its group is.
        let attribute = attributes.filter { key.hasPrefix($0 + " ") }.max { $0.count < $1.count }
        guard let attribute else { return key }
        return "\(words.group(attribute, String(key.dropFirst(attribute.count + 1)))) (\(words.attribute(attribute).lowercasedFirst))"
    }

    // MARK: - Effects, values and statements

    private func answerTable(_ kind: InventoryLine.Kind, _ lines: [AuditReport.InventoryEntry]) -> Table {
        Table(
            caption: words.text("followup.kind.\(kind.rawValue)"),
            columns: ["followup.line", "followup.answered", "followup.unanswered"].map { .init(title: words.text($0)) },
            rows: lines.map { line in
                [
                    .text([words.pick(line.words), line.id]), .text(answered(line.indicators)),
                    .text(line.reason.map { words.pick($0.words) } ?? Numbers.none),
                ]
            })
    }

    /// A line per chapter: `M16, M17: hoofdstuk 8`; what this report does not answer is said apart.
    private func answered(_ indicators: [String]) -> [String] {
        guard !indicators.isEmpty else { return [Numbers.none] }
        let known = indicators.compactMap(outcome)
        let given = known.filter { $0.state == .compared || $0.state == .described }
        var lines = unique(given.map(\.chapter)).map { chapter -> String in
            let names = given.filter { $0.chapter == chapter }.map { "\($0.indicator) \(words.pick($0.name).lowercasedFirst)" }
            return words.text("followup.in_chapter", ["indicators": words.list(names), "chapter": chapterNumber(chapter) ?? chapter])
        }
        let checks = known.filter { $0.state == .toolCheck }.map(\.indicator)
        if !checks.isEmpty { lines.append(words.text("followup.checked", ["indicators": words.list(checks)])) }
        let missing = indicators.filter { id in !given.contains { $0.indicator == id } && !checks.contains(id) }
        if !missing.isEmpty { lines.append(words.text("followup.missing", ["indicators": words.list(missing)])) }
        return lines
    }
}
