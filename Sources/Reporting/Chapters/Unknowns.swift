import Audit

/// What this report could not settle, and what it would have taken.
extension ReportComposer {
    func unknowns() -> ReportDocument.Section {
        var items: [String] = []
        for question in questions {
            if let item = openQuestion(question) { items.append(item) }
        }
        if !items.isEmpty { items.append(words.text("unknown.size")) }
        items += cappedAttributes()
        if let hidden = hiddenGroups() { items.append(hidden) }
        items += unavailableItems()
        for note in Set(report.tables.flatMap(\.notes)).sorted() where words.has("assumption.\(note)") {
            items.append(words.text("assumption.\(note)"))
        }
        items.append(words.text("unknown.cause"))
        items.append(words.text("unknown.reach"))
        return .init(id: "alles-onbekend", title: words.text("section.unknowns.all"), blocks: [.bullets(items)])
    }

    /// A question of which some comparisons could not be settled, and how large a difference could have stayed unseen.
    func openQuestion(_ question: AuditReport.IndicatorDescription) -> String? {
        let findings = judged.filter { $0.indicator == question.indicator && $0.metric == question.metric && $0.isCounted }
        let open = findings.filter { $0.verdict == .inconclusive }
        guard !open.isEmpty else { return nil }
        let text = words.text("unknown.question", [
            "question": words.pick(question.question), "count": String(open.count), "all": String(findings.count),
        ])
        guard let size = detectable(open) else { return text + settling(open) }
        return text + settling(open) + " " + (size.same ? words.text("unknown.mde", ["size": size.high]) : words.text("unknown.mde.range", ["low": size.low, "high": size.high]))
    }

    /// What it would take, over these comparisons; empty where no number of people would do.
    private func settling(_ open: [ReportFinding]) -> String {
        let needed = open.compactMap(\.settling)
        guard let low = needed.map(\.people).min(), let high = needed.map(\.people).max(), let most = needed.map(\.organisations).max() else { return "" }
        let people = low == high ? words.numbers.count(low) : words.text("range", ["low": words.numbers.count(low), "high": words.numbers.count(high)])
        return " " + words.text("unknown.settling", ["people": people, "organisations": words.numbers.count(most)])
    }

    /// Groups about whom nothing is shown.
    func hiddenGroups() -> String? {
        let hidden = report.groups.filter { $0.verdict == .withheld }
        return hidden.isEmpty ? nil : words.text("unknown.withheld", ["groups": words.list(hiddenNames(hidden))])
    }

    /// Attributes about which nothing firmer than a signal can be said, and why.
    private func cappedAttributes() -> [String] {
        var seen: Set<String> = []
        return judged.filter { $0.verdict != .withheld && $0.verdict != .unavailable }.compactMap { finding in
            guard finding.reason?.hasPrefix("too_many_unknown") == true, seen.insert(finding.attribute).inserted else { return nil }
            return words.text("unknown.missing", ["attribute": words.attribute(finding.attribute)])
        }
    }

    private func hiddenNames(_ groups: [AuditReport.Group]) -> [String] {
        var order: [String] = []
        var names: [String: [String]] = [:]
        for group in groups {
            if names[group.attribute] == nil { order.append(group.attribute) }
            names[group.attribute, default: []].append(words.group(group.attribute, group.group))
        }
        return order.map { "\(words.list(names[$0] ?? [])) (\(words.attribute($0).lowercasedFirst))" }
    }

    private func unavailableItems() -> [String] {
        var seen: Set<String> = []
        var items: [String] = []
        // What the system never asks is no gap in this report.
        let all = report.unavailable.filter { $0.reason != "not_asked" }.map { ($0.indicator, $0.reason) }
            + judged.filter { $0.verdict == .unavailable }.map { ($0.indicator, $0.reason ?? "no_reason") }
        for (indicator, reason) in all where seen.insert(indicator + reason).inserted {
            let named = report.indicators.first { $0.indicator == indicator && $0.headline } ?? report.indicators.first { $0.indicator == indicator }
            items.append(words.text("unknown.unavailable", [
                "name": (named?.name ?? report.outcomes.first { $0.indicator == indicator }?.name).map { "\(words.pick($0)) (\(indicator))" } ?? indicator, "reason": words.reason(reason),
            ]))
        }
        return items
    }
}
