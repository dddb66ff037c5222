import Cohort

/// What became of the lines of the inventory: who does what about them, and since when.
enum FollowUp {
    /// - Parameters:
    ///   - sources: whose lines the report answers.
    ///   - day: last day of the report; what was due before it and is still open is overdue.
    static func entries(of sources: [InventoryLine.Source], actions: ActionsFile?, asOf day: Day) -> [AuditReport.InventoryEntry] {
        Inventory.lines.filter { sources.contains($0.source) && $0.kind != .stakeholder }.map { line in
            .init(
                id: line.id, kind: line.kind, source: line.source, line: line.line, section: line.section, words: line.words,
                indicators: line.indicators, reason: line.reason.map { .init(code: $0.rawValue, words: $0.words) },
                progress: actions?.options.first { $0.id == line.id }.map { progress($0, asOf: day) })
        }
    }

    private static func progress(_ option: ActionsFile.Option, asOf day: Day) -> AuditReport.InventoryEntry.Progress {
        .init(
            status: option.status, owner: option.owner, due: option.due?.iso, decidedOn: option.decidedOn?.iso,
            overdue: option.status.isOpen && (option.due.map { $0 < day } ?? false),
            evidence: option.evidence.map { .init(text: $0.text, link: $0.link) }, watch: option.watch,
            history: option.history.map { .init(on: $0.on.iso, status: $0.status, note: $0.note) })
    }

    static func agreements(_ actions: ActionsFile?) -> [AuditReport.Action] {
        (actions?.findings ?? []).map {
            .init(finding: $0.finding, action: $0.action, owner: $0.owner, due: $0.due.iso, status: $0.status.rawValue)
        }
    }
}
