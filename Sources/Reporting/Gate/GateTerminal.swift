import Gate

/// What the command prints: the verdict first, then everything that decides, then everything else that was asked.
public enum GateTerminal {
    /// - Returns: lines without line ends. No line can move the cursor or give a command to a build server that reads the log.
    public static func lines(_ report: GateReport, language: Language = .nl, library: TemplateLibrary) throws(RenderingError) -> [String] {
        try GateComposer.composed(report, language: language, library: library) { $0.terminalLines() }.map(LogText.plain)
    }
}

extension GateComposer {
    func terminalLines() -> [String] {
        var lines = [kicker()] + lede() + tallyLines()
        let items = items()
        func part(_ key: String, _ content: [String]) {
            guard !content.isEmpty else { return }
            lines += ["", words.text("gate.section.\(key)")] + content
        }
        part("decides", items.filter(\.outcome.isBlocking).flatMap(detail))
        part("invariants", items.filter { $0.kind == .invariant }.map(line))
        part("fidelity", items.filter { $0.kind == .fidelity }.map { "\(character($0)) \($0.message)" })
        part("questions", findingLines(items.filter { $0.finding?.family == .primary }))
        part("churn", [churnSentence()] + items.filter { $0.kind == .churn }.map { "\(character($0)) \($0.message)" })
        part("controls", [falseBlockSentence()] + (report.controls.blind.isEmpty ? [] : [blindSentence()]))
        part("overrides", report.overrides.map { override in
            "\(override.id): \(words.text("gate.override.\(override.state.rawValue)")). \(overrideSentence(override)) \(override.reason)"
        })
        part("warnings", findingLines(items.filter { $0.finding?.family == .scan }))
        part("unavailable", report.unavailable.map { "— \(words.text("unknown.unavailable", ["name": question($0.indicator), "reason": reason($0.reason)]))" })
        return lines
    }

    private func tallyLines() -> [String] {
        [tally().map { "\(Mark.character($0.mark.verdict)) \($0.count) \($0.label)" + ($0.remark.map { " (\($0))" } ?? "") }.joined(separator: "  ")]
    }

    /// What blocks: the sentence about it, its numbers, and the id that an acceptance would have to name.
    private func detail(_ item: GateItem) -> [String] {
        ["\(character(item)) \(what(item)) [\(item.id)]", "  \(item.message)"]
    }

    /// A sentence says that somebody is worse off, so only what was shown has one.
    private func what(_ item: GateItem) -> String {
        if let finding = item.finding, finding.verdict == .blocked { sentence(finding) } else { item.title }
    }

    private func line(_ item: GateItem) -> String { "\(character(item)) \(words.text("gate.line.about", ["group": item.title, "message": item.message.lowercasedFirst]))" }

    /// One line per group, under a line per question and core.
    private func findingLines(_ items: [GateItem]) -> [String] {
        var last: String?
        return items.flatMap { item -> [String] in
            guard let finding = item.finding else { return [] }
            let heading = heading(finding)
            defer { last = heading }
            let about = words.text("gate.line.about", ["group": group(finding.attribute, finding.group).capitalizedFirst, "message": item.message.lowercasedFirst])
            let opening = isCentred(finding) ? [heading, words.text("gate.did")] : [heading]
            return (heading == last ? [] : opening) + ["\(character(item)) \(about)"]
        }
    }
}
