import Audit

/// The page that is read when no other is: what has to be decided, where on the way a difference shows, what changed, what stays unknown.
extension ReportComposer {
    func pageOne() -> [ReportDocument.Section] {
        [decisionsInShort(), stages(), changesInShort(), unknownsInShort()].compactMap { $0 }
    }

    // MARK: - What has to be decided

    /// As many as are read; the others stand in chapter 1.
    private static let mostCards = 5

    private func decisionsInShort() -> ReportDocument.Section {
        let cards = decisionCards()
        var blocks: [Block] = cards.prefix(Self.mostCards).map { .decision(inShort($0)) }
        if cards.isEmpty { blocks.append(.paragraph(words.text("decisions.none"))) }
        if cards.count > Self.mostCards { blocks.append(.paragraph(words.counted("page_one.more", cards.count - Self.mostCards, ["place": detailPlace]))) }
        return .init(id: "besluit", title: words.text("section.decisions"), blocks: blocks)
    }

    /// The finding, its two numbers and the question; what it rests on stands in chapter 1.
    private func inShort(_ card: Decision) -> Decision {
        var card = card
        card.restsOn = []
        card.isCompact = true
        if card.findings.count > 2 { card.findings = [card.findings[0], words.counted("page_one.more_groups", card.findings.count - 1, ["place": detailPlace])] }
        return card
    }

    /// Where the findings stand in full.
    private var detailPlace: String { words.text(report.edition == .council ? "place.report" : "place.findings") }

    // MARK: - Where it shows

    /// Stages of the way from test to work, by grouping: a difference that is there from the first stage on was not made by the last.
    private func stages() -> ReportDocument.Section? {
        let stages = Self.stageOrder.filter { stage in judged.contains { self.stage(of: $0) == stage } }
        guard !stages.isEmpty else { return nil }
        let columns = gridColumns()
        let rows = stages.map { stage in
            Grid.Row(question: stageName(stage), cells: columns.map { column in
                cell(judged.filter { self.stage(of: $0) == stage && column.attributes.contains($0.attribute) }, indicator: nil)
            })
        }
        return .init(
            id: "stappen", title: words.text("section.stages"),
            blocks: [
                .grid(Grid(caption: words.text("stages.caption"), corner: words.text("stages.corner"), columns: columns.map(\.title), rows: rows, notes: [words.marksKey()])),
                .paragraph(words.text("stages.meaning")),
            ])
    }

    static let stageOrder = ["population", "test", "advice", "platform", "human", "outcomes", "voices", "changes"]

    /// The chapters of the cascade's steps: its own chapter asks what people do, and the first step is what the ranking does.
    private static let steps = [
        "step_pool_to_list": "advice", "step_list_to_chosen": "human", "step_chosen_to_placed": "outcomes", "step_placed_to_retained": "outcomes",
    ]

    /// Where on the way a difference can be seen: by chapter.
    func stage(of finding: ReportFinding) -> String? { Self.steps[finding.metric] ?? description(finding)?.chapter }

    /// `De lijst`: the name of a stage; a chapter that the phrasebook does not know has its code.
    func stageName(_ stage: String) -> String { words.optional("stage.\(stage)") ?? stage }

    // MARK: - What changed

    private func changesInShort() -> ReportDocument.Section? {
        report.changes.map { .init(id: "veranderd", title: words.text("since.title", ["cycle": $0.since]), blocks: changesSince()) }
    }

    // MARK: - What is not known

    private static let mostUnknowns = 4

    private func unknownsInShort() -> ReportDocument.Section {
        let primary = Set(judged.filter { $0.family == .primary }.map(\.indicator))
        let open = questions.filter { primary.contains($0.indicator) }.compactMap { openQuestion($0) }
        var items = Array(open.prefix(Self.mostUnknowns))
        if open.count > items.count { items.append(words.counted("page_one.more_open", open.count - items.count)) }
        if !open.isEmpty { items.append(words.text("unknown.size")) }
        if let hidden = hiddenGroups() { items.append(hidden) }
        items.append(words.text("unknown.cause"))
        return .init(id: "onbekend", title: words.text("section.unknowns"), blocks: [.bullets(items)])
    }
}
