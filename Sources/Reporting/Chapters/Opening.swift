import Audit

/// The first lines: the reader's question, the answer in three sentences, five counts.
extension ReportComposer {
    func kicker() -> String {
        let cycle = report.cycle
        let name = cycle.name == "once" ? words.text("cycle.once") : words.text("cycle.named", ["name": cycle.name])
        return [
            report.system.organisation, name,
            words.text("period", ["from": words.date(cycle.from), "to": words.date(cycle.to)]),
            words.text("expires", ["date": words.date(report.expires)]),
            words.text("status.\(status.state.rawValue)"),
        ].joined(separator: " · ")
    }

    func lede() -> [String] {
        let summary = report.summary
        if judged.isEmpty { return [words.text("lede.nothing"), words.text("lede.nothing.meaning")] }
        var sentences: [String] = []
        let shown = judged.filter { $0.verdict == .disparity && $0.isAdverse }
        if shown.isEmpty {
            sentences.append(words.text("lede.none_shown"))
        } else {
            var names: [String] = []
            for finding in shown {
                let name = words.text("lede.group", [
                    "attribute": words.attribute(finding.attribute).lowercasedFirst, "group": words.group(finding.attribute, finding.group),
                ])
                if !names.contains(name) { names.append(name) }
            }
            let listed = names.count > 4 ? Array(names.prefix(4)) + [words.text("lede.more", ["count": String(names.count - 4)])] : names
            sentences.append(words.counted("lede.shown", names.count, ["groups": words.list(listed)]))
        }
        sentences.append(words.counted("lede.signals", summary.signal, [
            "chance": words.numbers.decimal(summary.signalsExpectedByChance, digits: 1),
        ]))
        sentences.append(words.text(summary.withheld == 0 ? "lede.unknown.all_shown" : "lede.unknown", [
            "count": words.numbers.count(summary.inconclusive), "all": words.numbers.count(summary.comparisons),
            "withheld": words.numbers.count(summary.withheld),
        ]))
        return sentences
    }

    /// Opens the report when the replay is not the algorithm: what rests on it is not shown.
    func banner() -> ReportDocument.Banner? {
        let fidelity = report.fidelity
        guard !fidelity.passed else { return nil }
        let lost = unavailableByReplay
        let chapters = Set(lost.compactMap { id in report.indicators.first { $0.indicator == id }?.chapter })
        var text = [
            words.text("banner.fidelity", [
                "exact": words.numbers.count(fidelity.exact), "runs": words.numbers.count(fidelity.runs),
                "threshold": words.numbers.percent(fidelity.threshold, digits: 1),
            ])
        ]
        if !lost.isEmpty {
            text.append(words.text("banner.unavailable", [
                "questions": words.list(lost.map { id in
                    report.indicators.first { $0.indicator == id && $0.headline }.map { "\(id) \(words.pick($0.name).lowercasedFirst)" } ?? id
                }),
                "chapters": words.list(chapters.map(chapterLabel).sorted()),
            ]))
        }
        text.append(words.text("banner.next"))
        return .init(title: words.text("banner.title"), text: text)
    }

    private var unavailableByReplay: [String] {
        var seen: Set<String> = []
        let ids = judged.filter { $0.verdict == .unavailable && $0.reason?.hasPrefix("fidelity") == true }.map(\.indicator)
            + report.unavailable.filter { $0.reason.hasPrefix("fidelity") }.map(\.indicator)
        return ids.filter { seen.insert($0).inserted }
    }

    func tally() -> [ReportDocument.Tally] {
        let summary = report.summary
        func item(_ verdict: Verdict, _ count: Int, _ direction: Direction?, remark: String?) -> ReportDocument.Tally {
            .init(
                mark: words.mark(verdict, direction: direction), count: words.numbers.count(count),
                label: words.text("tally.\(verdict.rawValue)"), remark: remark)
        }
        return [
            item(.disparity, summary.disparity, summary.adverseDisparities > 0 ? .adverse : nil, remark: words.text("tally.adverse", [
                "count": words.numbers.count(summary.adverseDisparities),
            ])),
            item(.signal, summary.signal, summary.adverseSignals > 0 ? .adverse : nil, remark: words.text("tally.chance", [
                "chance": words.numbers.decimal(summary.signalsExpectedByChance, digits: 1),
            ])),
            item(.equivalent, summary.equivalent, nil, remark: nil),
            item(.inconclusive, summary.inconclusive, nil, remark: nil),
            item(.withheld, summary.withheld, nil, remark: summary.unavailable == 0 ? nil : words.text("tally.unavailable", [
                "count": words.numbers.count(summary.unavailable),
            ])),
        ]
    }
}
