import Audit

/// What needs a decision: every adverse difference that was shown, merged to one card per question and grouping, then the signals.
extension ReportComposer {
    func decisions() -> ReportDocument.Section {
        let adverse = judged.filter { $0.isAdverse && $0.isFound }
        let merged = mergedDisparities()
        var blocks: [Block] = decisionCards().map(Block.decision)
        if blocks.isEmpty { blocks.append(.paragraph(words.text("decisions.none"))) }

        let told = Set(merged.flatMap { $0 }.map(key))
        let signals = adverse.filter { $0.verdict == .signal && !told.contains(key($0)) }
        if !signals.isEmpty {
            blocks.append(.heading(words.text("signals.title")))
            blocks.append(.paragraph(words.counted("signals.meaning", report.summary.signal, [
                "chance": words.numbers.decimal(report.summary.signalsExpectedByChance, digits: 1),
            ])))
            blocks.append(.table(signalTable(signals)))
        }
        if report.summary.mirrors > 0 { blocks.append(.paragraph(words.counted("mirrors", report.summary.mirrors))) }
        return .init(id: "bevindingen", number: "1", title: words.text("section.findings"), blocks: blocks)
    }

    /// One card per question and grouping with an adverse difference, the most urgent first.
    func decisionCards() -> [Decision] {
        let adverse = judged.filter { $0.isAdverse && $0.isFound }
        return mergedDisparities().map { card($0, among: adverse) }
    }

    private func mergedDisparities() -> [[ReportFinding]] { merged(judged.filter { $0.isAdverse && $0.verdict == .disparity }) }

    /// One question, one grouping, one side of it: the primary questions first, then the largest against its signal size.
    private func merged(_ findings: [ReportFinding]) -> [[ReportFinding]] {
        var order: [String] = []
        var cards: [String: [ReportFinding]] = [:]
        for finding in findings {
            let key = "\(finding.indicator) \(finding.attribute)"
            if cards[key] == nil { order.append(key) }
            cards[key, default: []].append(finding)
        }
        func weight(_ findings: [ReportFinding]) -> (Int, Double) {
            (findings.contains { $0.family == .primary } ? 0 : 1, -(findings.map(strength).max() ?? 0))
        }
        return order.compactMap { cards[$0] }.sorted { weight($0) < weight($1) }
    }

    private func strength(_ finding: ReportFinding) -> Double {
        finding.signal > 0 ? abs(finding.effect.value ?? 0) / finding.signal : 0
    }

    private func key(_ finding: ReportFinding) -> String { "\(finding.indicator) \(finding.attribute) \(finding.group)" }

    private func card(_ findings: [ReportFinding], among adverse: [ReportFinding]) -> Decision {
        // The headline metric speaks for the question; if it is not among the findings, the strongest does.
        let headline = findings.filter { description($0)?.headline == true }
        let metric = headline.first?.metric ?? findings.max { strength($0) < strength($1) }?.metric
        let leading = findings.filter { $0.metric == metric }.sorted { strength($0) > strength($1) }
        let sign = (leading.first?.effect.value ?? 0) > 0
        let spoken = leading.filter { (($0.effect.value ?? 0) > 0) == sign }
        guard let first = spoken.first else { return Decision(mark: words.mark(.unavailable, direction: nil), title: "", findings: [], restsOn: [], question: "", facts: []) }

        let named = spoken.count > 1
        let groups = Set(findings.map(\.group))
        let others = adverse.filter { other in
            other.indicator == first.indicator && other.attribute == first.attribute && groups.contains(other.group) && !spoken.contains(other)
        }
        let actions = spoken.flatMap(actions(for:))
        var facts: [Block.Fact] = stage(of: first).map { [.init(term: words.text("card.stage"), text: stageName($0))] } ?? []
        for action in actions { facts.append(.init(term: words.text("card.action"), text: action.action)) }
        if actions.isEmpty {
            facts.append(.init(term: words.text("card.who_and_when"), text: words.text("undecided")))
        } else {
            facts.append(.init(term: words.text("card.who"), text: words.list(unique(actions.map(\.owner)))))
            facts.append(.init(term: words.text("card.due"), text: words.list(unique(actions.map { words.date($0.due) }))))
        }
        return Decision(
            mark: words.mark(of: first), title: sentence(spoken),
            findings: spoken.map { numberSentence($0, named: named) },
            restsOn: spoken.map { evidence($0, named: named) } + unique(others.map(\.metric)).map { metric in also(others.filter { $0.metric == metric }) },
            question: words.optional("decide.\(first.indicator).\(first.attribute)") ?? words.optional("decide.\(first.indicator)")
                ?? words.text("decide.other"),
            facts: facts)
    }

    /// The same groups on another measure of the same question, in one line.
    private func also(_ findings: [ReportFinding]) -> String {
        let unit = findings.first.map(unit) ?? ""
        return words.text("card.also", [
            "name": findings.first.map(name)?.lowercasedFirst ?? "",
            "differences": words.list(findings.map { "\(words.group($0.attribute, $0.group)) \(words.difference($0.effect.value, unit: unit))" }),
            "verdict": words.list(unique(findings.map { words.mark(of: $0).word.lowercasedFirst })),
        ])
    }

    /// The two values in one sentence; rates as so many of a hundred.
    func numberSentence(_ finding: ReportFinding, named: Bool) -> String {
        guard let group = finding.groupValue, let reference = finding.referenceValue else { return words.text("numbers.none") }
        let unit = unit(finding)
        let pair = unit == "per_100"
            ? words.ratePair(group, reference) : (words.value(group, unit: unit), words.value(reference, unit: unit))
        let arguments = [
            "name": name(finding), "a": pair.0, "b": pair.1, "difference": words.roundedSize(finding.effect.value, unit: unit),
            "end": description(finding).map { words.pick((finding.effect.value ?? 0) > 0 ? $0.more : $0.less).lowercasedFirst } ?? "",
        ]
        let (general, number) = Phrasebook.generalised(finding.metric)
        let all = arguments.merging(["k": number]) { first, _ in first }
        let side = (finding.effect.value ?? 0) > 0 ? "more" : "less"
        let sentence = words.optional("numbers.\(general).\(side)", all) ?? words.optional("numbers.\(general)", all) ?? words.optional("numbers.unit.\(unit)", arguments)
            ?? words.text("numbers.other", arguments)
        return named ? "\(words.group(finding.attribute, finding.group).capitalizedFirst): \(sentence.lowercasedFirst)" : sentence
    }

    /// What the finding rests on: people, difference with interval, p, and how much would have to be otherwise.
    private func evidence(_ finding: ReportFinding, named: Bool) -> String {
        let unit = unit(finding)
        var text = words.text("evidence", [
            "n": words.numbers.count(finding.n), "others": words.numbers.count(finding.nReference),
            "difference": words.difference(finding.effect.value, unit: unit),
            "range": words.range(finding.interval?.low, finding.interval?.high, unit: unit),
            "p": words.numbers.p(finding.pAdjusted), "size": words.numbers.count(finding.familySize),
        ])
        if let fragility = finding.fragility { text += " " + words.fragility("evidence.fragility", fragility) }
        if let beside = finding.beside, beside.effect != nil {
            text += " " + words.text(beside.differs ? "evidence.beside.differs" : beside.stratum == nil ? "evidence.beside.crude" : "evidence.beside", [
                "stratum": stratum(beside.stratum), "difference": words.difference(beside.effect, unit: unit),
                "range": words.range(beside.low, beside.high, unit: unit),
            ])
        }
        return named ? "\(words.group(finding.attribute, finding.group).capitalizedFirst): \(text.lowercasedFirst)" : text
    }

    func stratum(_ code: String?) -> String { code.map { words.optional("stratum.\($0)") ?? $0 } ?? words.text("stratum.none") }

    /// One row per group: everything that points to the same people stands together.
    private func signalTable(_ signals: [ReportFinding]) -> Table {
        var order: [String] = []
        var rows: [String: [ReportFinding]] = [:]
        for finding in signals.sorted(by: { strength($0) > strength($1) }) {
            let key = "\(finding.attribute) \(finding.group)"
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(finding)
        }
        return Table(
            caption: words.text("signals.caption"),
            columns: [.init(title: words.text("all.group")), .init(title: words.text("header.n"), isNumber: true), .init(title: words.text("signals.finding"))],
            rows: order.compactMap { rows[$0] }.map { findings in
                let first = findings[0]
                return [
                    .text([words.group(first.attribute, first.group).capitalizedFirst, words.attribute(first.attribute).lowercasedFirst]),
                    .text(words.numbers.count(findings.compactMap(\.n).max())), .text(findings.map(signalLine)),
                ]
            })
    }

    /// `Dagbesteding in de top 5: +14,1 van de 100 (+0,7 tot +27,5); te weinig mensen voor meer dan een signaal`
    private func signalLine(_ finding: ReportFinding) -> String {
        let unit = unit(finding)
        let line = "\(name(finding)): \(words.difference(finding.effect.value, unit: unit))\(unitSuffix(unit)) (\(words.range(finding.interval?.low, finding.interval?.high, unit: unit)))"
        return remark(finding).map { "\(line); \($0)" } ?? line
    }

    func unitSuffix(_ unit: String) -> String { words.optional("suffix.\(unit)").map { " " + $0 } ?? "" }
}
