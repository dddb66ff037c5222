import Audit

/// Annex G: everything that is needed to get the same report again, and what must be kept for it.
extension ReportComposer {
    func reproduction() -> ReportDocument.Section {
        let inputs = report.inputs
        func digest(_ key: String, _ value: String?) -> Block.Fact { .init(term: words.text(key), text: value ?? Numbers.none, isCode: value != nil) }
        var facts: [Block.Fact] = [
            .init(term: words.text("method.command"), text: command, isCode: true), digest("id.snapshot", inputs.snapshot.sha256),
            digest("id.thresholds", inputs.thresholds.sha256), digest("id.core_hash", inputs.core.sha256), digest("again.system", report.about?.configuration),
            digest("again.actions", inputs.actions), digest("id.seed", String(inputs.seed)),
        ]
        facts += report.history.map { .init(term: words.text("again.earlier", ["cycle": $0.cycle]), text: $0.sha256, isCode: true) }
        facts += report.releases.map { .init(term: words.text("again.gate", ["release": $0.name]), text: $0.record, isCode: true) }
        var blocks: [Block] = [
            .paragraph(words.text("method.again.text")), .facts(facts), .heading(words.text("again.keep")), .bullets((1...5).map { words.text("again.keep.\($0)") }),
            .heading(words.text("again.software")),
        ]
        if let packages = report.tool.packages {
            blocks += [
                .paragraph(words.text("again.software.text", ["tool": report.tool.name, "version": report.tool.version])),
                .table(Table(
                    caption: words.text("again.software.caption"),
                    columns: ["again.package", "again.version", "again.licence"].map { .init(title: words.text($0)) },
                    rows: packages.map { [.text($0.name), .text($0.version), .text($0.licence)] })),
            ]
        } else {
            blocks.append(.paragraph(words.text("again.software.none")))
        }
        if !inputs.snapshot.transformations.isEmpty {
            blocks += [
                .heading(words.text("method.privacy")), .paragraph(words.text("method.privacy.text", ["k": words.numbers.count(inputs.snapshot.k)])),
                .table(Table(
                    caption: words.text("method.privacy.caption"),
                    columns: [.init(title: words.text("method.column")), .init(title: words.text("method.done"))],
                    rows: inputs.snapshot.transformations.sorted { $0.key < $1.key }.map { [.text($0.key), .text(words.treatment($0.value))] })),
            ]
        }
        return .init(id: "bijlage-g", number: "G", title: words.text("section.again"), blocks: blocks)
    }

    /// With every file that this report rests on; their names are whatever the organisation gave them.
    private var command: String {
        let cycle = report.cycle
        var parts = ["fairness-audit run --snapshot \(words.text("method.snapshot_file"))"]
        parts += [("system", "again.file.system"), ("thresholds", "again.file.thresholds"), ("core", "again.file.core")].map { "--\($0) \(words.text($1))" }
        if report.inputs.actions != nil { parts.append("--actions \(words.text("again.file.actions"))") }
        if !report.releases.isEmpty { parts.append("--gates \(words.text("again.file.gates"))") }
        parts.append(cycle.name == "once" ? "--once --from \(cycle.from) --to \(cycle.to)" : "--cycle \(cycle.name)")
        if report.edition != .full { parts.append("--edition \(report.edition.rawValue)") }
        return parts.joined(separator: " ")
    }
}
