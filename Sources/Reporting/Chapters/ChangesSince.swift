import Audit

/// What is otherwise than in the previous report: in six lines for the first page, and in full for chapters 11 and 13.
/// It says that something moved, never what moved it, and that a difference is no longer shown, never that it is solved.
extension ReportComposer {
    /// At most six lines; empty when there is no earlier report.
    func changesSince() -> [Block] {
        guard let changes = report.changes else { return [] }
        let lines = [
            thresholdsLine(changes.thresholds), coreLine(changes.core), namedLine("new", changes.findings.new),
            namedLine("remaining", changes.findings.remaining), goneLine(changes.findings.gone), promisesLine(changes.promises),
        ]
        return [.bullets(lines)]
    }

    private func thresholdsLine(_ thresholds: AuditReport.Changes.Thresholds) -> String {
        guard thresholds.changed else { return words.text("since.thresholds.same") }
        let touched = thresholds.limits.count + thresholds.added.count + thresholds.dropped.count
        return touched == 0 ? words.text("since.thresholds.elsewhere") : words.counted("since.thresholds.changed", touched)
    }

    private func coreLine(_ core: AuditReport.Changes.Core?) -> String {
        guard let core else { return words.text("since.core.same") }
        let changed = words.text("since.core.changed", ["before": "\(core.before.name) \(core.before.version)", "now": "\(core.now.name) \(core.now.version)"])
        return changed + " " + words.text("since.gate.\(core.verdict?.rawValue ?? "none")", ["release": core.release ?? ""])
    }

    private func namedLine(_ key: String, _ findings: [String]) -> String {
        let names = questionNames(findings)
        guard !names.isEmpty else { return words.text("since.\(key).none") }
        return words.text("since.\(key)", ["names": shortList(names)])
    }

    private func goneLine(_ gone: [AuditReport.Changes.Gone]) -> String {
        guard !gone.isEmpty else { return words.text("since.gone.none") }
        let counts = AuditReport.Changes.Gone.Now.allCases.compactMap { now -> String? in
            let count = gone.count { $0.now == now }
            return count == 0 ? nil : words.text("since.gone.count", ["count": words.numbers.count(count), "now": words.text("since.now.\(now.rawValue)")])
        }
        return words.counted("since.gone", gone.count, ["counts": words.list(counts)])
    }

    private func promisesLine(_ promises: [AuditReport.Changes.Promise]) -> String {
        guard !promises.isEmpty else { return words.text("since.promises.none") }
        let counts = AuditReport.Changes.Promise.State.allCases.compactMap { state -> String? in
            let count = promises.count { $0.state == state }
            return count == 0 ? nil : words.text("since.promises.count", ["count": words.numbers.count(count), "state": words.text("since.promise.\(state.rawValue)")])
        }
        return words.text("since.promises", ["counts": words.list(counts)])
    }

    // MARK: - In full

    /// For chapter 11: limits that moved, and every finding that is new, still there or no longer shown.
    func changesInFull() -> [Block] {
        guard let changes = report.changes else { return [] }
        var blocks: [Block] = [
            .heading(words.text("since.title", ["cycle": changes.since])),
            .bullets([thresholdsLine(changes.thresholds), coreLine(changes.core)] + questionLines(changes.thresholds)),
        ]
        if !changes.thresholds.limits.isEmpty { blocks.append(.table(limitTable(changes.thresholds.limits))) }
        let findings = changes.findings
        if !(findings.new + findings.remaining).isEmpty || !findings.gone.isEmpty { blocks.append(.table(findingTable(findings))) }
        return blocks
    }

    private func questionLines(_ thresholds: AuditReport.Changes.Thresholds) -> [String] {
        [("added", thresholds.added), ("dropped", thresholds.dropped)].filter { !$0.1.isEmpty }.map { key, questions in
            // A question has no group; the name of the question does not look at it.
            words.text("since.questions.\(key)", ["names": words.list(questionNames(questions.map { "\($0) -" }))])
        }
    }

    private func limitTable(_ limits: [AuditReport.Changes.Limit]) -> Table {
        Table(
            caption: words.text("since.limits.caption"),
            columns: [
                .init(title: words.text("since.limits.question")), .init(title: words.text("since.limits.margin"), isNumber: true),
                .init(title: words.text("since.limits.signal"), isNumber: true),
            ],
            rows: limits.map { limit in
                let parts = limit.question.split(separator: " ").map(String.init)
                let unit = parts.count > 1 ? description(parts[0], parts[1])?.unit ?? "number" : "number"
                func change(_ before: Double, _ now: Double) -> String {
                    before == now ? words.value(now, unit: unit)
                        : words.text("since.limits.change", ["before": words.value(before, unit: unit), "now": words.value(now, unit: unit)])
                }
                return [
                    .text(words.list(questionNames(["\(limit.question) -"])).capitalizedFirst), .text(change(limit.marginBefore, limit.margin)),
                    .text(change(limit.signalBefore, limit.signal)),
                ]
            })
    }

    private func findingTable(_ findings: AuditReport.Changes.Findings) -> Table {
        func row(_ keys: [String]) -> [Table.Cell] {
            let shown = keys.compactMap { key in judged.first { $0.key == key } }
            guard let first = shown.first else { return [.text(findingNames(keys)), .text(Numbers.none)] }
            let differences = shown.map { words.difference($0.effect.value, unit: unit(first)) }
            return [.text(findingNames(keys)), .mark(words.mark(of: first), remark: words.list(differences) + unitSuffix(unit(first)))]
        }
        let gone = AuditReport.Changes.Gone.Now.allCases.flatMap { now in
            byQuestion(findings.gone.filter { $0.now == now }.map(\.finding)).map { [Table.Cell.text(findingNames($0)), .text(words.text("since.now.\(now.rawValue)").capitalizedFirst)] }
        }
        let bodies: [Table.Body] = [
            .init(title: words.text("since.body.new"), rows: byQuestion(findings.new).map(row)),
            .init(title: words.text("since.body.remaining"), rows: byQuestion(findings.remaining).map(row)), .init(title: words.text("since.body.gone"), rows: gone),
        ]
        return Table(
            caption: words.text("since.findings.caption"), columns: ["assessment.finding", "since.findings.now"].map { .init(title: words.text($0)) },
            bodies: bodies.filter { !$0.rows.isEmpty }, notes: [words.text("since.findings.note")])
    }

    /// For chapter 13: every promise since the previous report, and what became of it.
    func promises() -> [Block] {
        guard let changes = report.changes, !changes.promises.isEmpty else { return [] }
        return [.table(Table(
            caption: words.text("since.promises.caption", ["cycle": changes.since]),
            columns: ["actions.action", "actions.owner", "actions.due"].map { .init(title: words.text($0)) },
            bodies: AuditReport.Changes.Promise.State.allCases.map { state in
                .init(title: words.text("since.promise.\(state.rawValue)").capitalizedFirst, rows: changes.promises.filter { $0.state == state }.map { promise in
                    [.text(promiseWords(promise)), .text(promise.owner), .text(promise.due.map(words.date) ?? Numbers.none)]
                })
            }.filter { !$0.rows.isEmpty }))]
    }

    private func promiseWords(_ promise: AuditReport.Changes.Promise) -> [String] {
        if let action = promise.action { return [action, findingName(promise.about)] }
        return [report.inventory.first { $0.id == promise.about }.map { words.pick($0.words) } ?? promise.about, promise.about]
    }
}
