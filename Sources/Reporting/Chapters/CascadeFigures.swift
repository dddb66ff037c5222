import Audit

/// Table 7.3: a difference from the places that exist to the placements that last.
extension ReportComposer {
    private static let mostStairs = 4
    /// A stage of fewer people than this is drawn lighter; the caption says so.
    private static let few = 30.0

    func cascade(_ table: ReportTable) -> Figure? {
        guard table.has("group", "stage", "gap", "participants") else { return nil }
        let stages = table.texts("stage"), factor = Words.factor(table.unit("gap"))
        let names = stages.map { words.optional("code.\($0)") ?? $0 }
        let steps = zip(stages, stages.dropFirst()).map { "step_\($0)_to_\($1)" }
        let all = findings(about: table)
        func value(_ code: String, _ stage: String, _ key: String) -> Double? {
            table.rows.first { table.text($0, "group") == code && table.text($0, "stage") == stage }.flatMap { table.number($0, key) }
        }
        let candidates = table.texts("group").filter { code in
            code != Words.unknownGroup && stages.contains { value(code, $0, "gap") != nil }
        }
        let found = candidates.filter { code in all.contains { $0.group == code && $0.isAdverse && $0.isFound && steps.contains($0.metric) } }
        let size: (String) -> Double = { code in stages.compactMap { value(code, $0, "participants") }.max() ?? 0 }
        let largest = Set((found.isEmpty ? candidates : found).sorted { size($0) > size($1) }.prefix(Self.mostStairs))
        let drawn = candidates.filter(largest.contains)
        guard !drawn.isEmpty, stages.count > 1 else { return nil }
        let plot = CascadePlot(
            panels: drawn.map { code in
                CascadePlot.Panel(
                    name: words.group(table.attribute ?? "", code).capitalizedFirst,
                    values: stages.map { value(code, $0, "gap").map { $0 * factor } },
                    steps: steps.map { step in all.first { $0.group == code && $0.metric == step }.map { words.mark(of: $0) } },
                    counts: stages.map { stage in
                        value(code, stage, "participants").map { .init(text: words.numbers.decimal($0, digits: 0), isSmall: $0 < Self.few) }
                    })
            },
            stages: names, short: zip(stages, names).map { words.optional("cascade.short.\($0)") ?? $1 },
            people: words.text("header.n").lowercasedFirst, least: (all.map(\.margin).max() ?? 0) * factor, zero: "\(words.text("cascade.zero")) \(words.text("cascade.people"))", tick: { words.numbers.decimal($0, digits: $1, sign: true) })
        let rest = table.texts("group").filter { !drawn.contains($0) }
        let leftOut = rest.isEmpty ? [] : [words.text(found.isEmpty || found.count > Self.mostStairs ? "chart.left_out.size" : "cascade.left_out", ["groups": groupNames(table, rest)])]
        let isLight = drawn.contains { code in stages.contains { (value(code, $0, "participants") ?? Self.few) < Self.few && value(code, $0, "gap") != nil } }
        let lighter = isLight ? [words.text("cascade.few", ["count": words.numbers.decimal(Self.few, digits: 0)])] : []
        let missing = drawn.contains { code in stages.contains { value(code, $0, "gap") == nil } }
        return figure(
            plot, of: table, kind: "cascade", title: cascadeTitle(table, stages, found, value),
            caption: [words.text(found.isEmpty ? "cascade.caption" : "cascade.caption.found")] + lighter + leftOut + missingNote(missing),
            table: pivot(table, across: "stage", values: ["gap", "day_activity", "participants", "log_odds_ratio"]), ["count": String(drawn.count)])
    }

    /// Between which stages a difference was found to grow, for whom; at most two of them.
    private func cascadeTitle(_ table: ReportTable, _ stages: [String], _ found: [String], _ value: (String, String, String) -> Double?) -> String {
        let all = findings(about: table)
        let sentences = zip(stages, stages.dropFirst()).compactMap { from, to -> String? in
            let adverse = all.filter { $0.metric == "step_\(from)_to_\(to)" && found.contains($0.group) && $0.isAdverse && $0.isFound }
            guard !adverse.isEmpty else { return nil }
            // A step towards day activity may also close a gap that began on the other side.
            let grows = adverse.allSatisfy { finding in
                abs(value(finding.group, to, "gap") ?? 0) > abs(value(finding.group, from, "gap") ?? 0)
            }
            let sentence = about(table, adverse.map(\.group), words.text(grows ? "cascade.title.grows" : "cascade.title.shifts", [
                "from": words.optional("code.\(from)") ?? from, "to": words.optional("code.\(to)") ?? to,
            ]))
            return adverse.contains { $0.verdict == .disparity } ? sentence : words.text("title.signal", ["sentence": sentence.lowercasedFirst])
        }
        if sentences.isEmpty { return words.text("cascade.title.\(overallShown(all))", ["attribute": words.attribute(table.attribute ?? "").lowercasedFirst]) }
        return sentences.prefix(2).joined(separator: ". ")
    }
}
