import Audit

/// Chapter 11: which versions of the algorithm went through the gate, what people let pass, and which version has no gate on record.
extension ReportComposer {
    func algorithmChanges() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(words.text("releases.intro"))]
        if report.liveVersions.allSatisfy({ $0.gate == .notLookedUp }), report.releases.isEmpty {
            blocks.append(.paragraph(words.text("releases.not_given")))
        } else {
            blocks += liveVersions()
            if report.releases.isEmpty {
                blocks.append(.paragraph(words.text("releases.none")))
            } else {
                blocks.append(.table(releaseTable))
                if report.releases.contains(where: { !$0.overrides.isEmpty }) { blocks.append(.table(overrideTable)) }
            }
        }
        blocks += indicatorBlocks("changes")
        blocks += changesInFull()
        blocks += earlierReports()
        return .init(id: "hoofdstuk-11", number: "11", title: words.text("section.releases"), blocks: blocks)
    }

    /// What made lists without having been examined first is said before anything that was.
    private func liveVersions() -> [Block] {
        let unexamined = report.liveVersions.filter { $0.gate != .passed }
        guard !unexamined.isEmpty else {
            return report.liveVersions.isEmpty ? [] : [.paragraph(words.text("releases.live.all"))]
        }
        return [.bullets(unexamined.map { words.text("releases.live.\($0.gate.rawValue)", ["version": $0.version]) })]
    }

    private var releaseTable: Table {
        Table(
            caption: words.text("releases.caption"),
            columns: ["releases.release", "releases.on", "releases.verdict", "releases.cores", "releases.blocked_by", "releases.record"]
                .map { .init(title: words.text($0)) },
            rows: report.releases.map { release in
                [
                    .text([release.name, words.text("releases.attempt", ["attempt": words.numbers.count(release.attempt)])]),
                    .text(words.date(release.on)), .text(verdict(of: release)),
                    .text([
                        words.text("releases.from", ["core": name(release.baseline)]), words.text("releases.to", ["core": name(release.candidate)]),
                        Self.short(release.candidate.sha256),
                    ]),
                    .text(release.blockedBy.isEmpty ? [Numbers.none] : release.blockedBy.map(gateFinding)), .text(Self.short(release.record)),
                ]
            },
            notes: [words.text("releases.note")])
    }

    private var overrideTable: Table {
        Table(
            caption: words.text("releases.overrides.caption"),
            columns: ["releases.override", "releases.release", "releases.approver", "releases.reason", "releases.let_pass", "releases.expires"]
                .map { .init(title: words.text($0)) },
            rows: report.releases.flatMap { release in
                release.overrides.map { override in
                    [
                        .text(override.id),
                        .text([release.name, words.text("releases.attempt", ["attempt": words.numbers.count(release.attempt)])]),
                        .text([override.approver, override.role, words.date(override.approvedOn)]), .text(override.reason),
                        .text(override.used.isEmpty ? [words.text("releases.let_pass.nothing")] : override.used.map(gateFinding)),
                        .text([words.date(override.expires), words.text("releases.state.\(override.state.rawValue)")]),
                    ]
                }
            },
            notes: [words.text("releases.overrides.note")])
    }

    private func verdict(of release: AuditReport.Release) -> [String] {
        let overridden = release.verdict == .passed && release.overrides.contains { !$0.used.isEmpty }
        return [
            words.text(overridden ? "releases.verdict.passed_by_override" : "releases.verdict.\(release.verdict.rawValue)"),
            words.text("releases.exit", ["code": String(release.exitCode)]),
        ]
    }

    private func name(_ core: AuditReport.Release.Core) -> String { "\(core.name) \(core.version)" }

    /// Enough to recognise a file by; all 64 digits are in audit.json.
    private static func short(_ digest: String) -> String { String(digest.prefix(12)) }

    /// `M2.test_language.ar@baseline`, `invariant.order` or `fidelity` in words; anything else as it was written.
    private func gateFinding(_ id: String) -> String {
        if id == "fidelity" { return words.text("releases.fidelity") }
        if id.hasPrefix("invariant.") { return words.text("releases.invariant", ["id": id]) }
        guard let parts = id.wholeMatch(of: /([^.@]+)\.([^.@]+)\.([^@]+)@(baseline|anchor)/) else { return id }
        let (indicator, attribute, group) = (String(parts.1), String(parts.2), String(parts.3))
        let who = attribute == "everybody"
            ? words.text("releases.everybody") : "\(words.attribute(attribute).lowercasedFirst) \(words.group(attribute, group))"
        return words.text("releases.finding", [
            "indicator": words.optional("code.\(indicator)") ?? indicator, "group": who, "against": words.text("releases.against.\(parts.4)"),
        ])
    }
}
