import Audit

/// Chapter 12: what people made of every adverse difference, in the three steps of the Algoritmekader. The tool fills in nothing here.
extension ReportComposer {
    func assessments() -> ReportDocument.Section {
        let status = status
        var blocks: [Block] = [.paragraph(words.text("assessment.intro"))]
        if status.findings == 0 {
            blocks.append(.paragraph(words.text("assessment.nothing")))
        } else {
            let forms = forms()
            let begun = forms.filter(\.isBegun)
            blocks.append(.paragraph(words.text(status.open.isEmpty ? "assessment.complete" : "assessment.incomplete", [
                "findings": words.numbers.count(status.findings), "assessed": words.numbers.count(status.assessed),
            ])))
            if !begun.isEmpty {
                blocks.append(.heading(words.text("assessment.begun")))
                blocks += begun.map { .table(table(of: $0)) }
            }
            let untouched = forms.filter { !$0.isBegun }
            if !untouched.isEmpty {
                blocks.append(.heading(words.text("assessment.untouched")))
                blocks.append(.table(untouchedTable(untouched)))
            }
        }
        if otherAssessments > 0 { blocks.append(.paragraph(words.counted("assessment.other", otherAssessments))) }
        return .init(id: "hoofdstuk-12", number: "12", title: words.text("section.assessment"), blocks: blocks)
    }

    /// Findings of one question and grouping about which the same was written.
    private struct Form {
        var findings: [ReportFinding]
        var statements: [AssessmentStep: AuditReport.Statement]
        var isBegun: Bool { !statements.isEmpty }
    }

    private func forms() -> [Form] {
        var forms: [Form] = []
        for finding in ReportStatus.needingAssessment(report) {
            var said: [AssessmentStep: AuditReport.Statement] = [:]
            for step in AssessmentStep.allCases { said[step] = ReportStatus.statement(step, about: finding, in: report) }
            let place = forms.firstIndex { form in
                form.findings.first?.indicator == finding.indicator && form.findings.first?.attribute == finding.attribute && form.statements == said
            }
            if let place { forms[place].findings.append(finding) } else { forms.append(Form(findings: [finding], statements: said)) }
        }
        return forms
    }

    /// Entries about findings that need no assessment: they are kept in audit.json.
    private var otherAssessments: Int {
        let needed = ReportStatus.needingAssessment(report)
        return report.assessments.count { entry in !needed.contains { FindingKey.precision(of: entry.finding, for: $0) != nil } }
    }

    private func title(_ form: Form) -> String {
        guard let first = form.findings.first else { return "" }
        return words.text("finding.name", [
            "name": words.list(unique(form.findings.map { name($0) }).enumerated().map { $0 == 0 ? $1 : $1.lowercasedFirst }), "attribute": words.attribute(first.attribute).lowercasedFirst,
            "groups": words.list(unique(form.findings.map { words.group($0.attribute, $0.group) })),
        ])
    }

    /// Verdict of the strongest finding, and on how many measures.
    private func verdict(_ form: Form) -> Table.Cell {
        guard let strongest = form.findings.first(where: { $0.verdict == .disparity }) ?? form.findings.first else { return .text(Numbers.none) }
        return .mark(words.mark(of: strongest), remark: words.counted("assessment.findings", form.findings.count))
    }

    private func table(of form: Form) -> Table {
        func row(_ step: AssessmentStep) -> [Table.Cell] {
            let question = Table.Cell.text(words.text("assessment.ask.\(step.rawValue)"))
            guard let said = form.statements[step] else { return [question, .text(words.text("assessment.empty")), .text(Numbers.none)] }
            return [question, .text(said.text), .text([said.by, words.date(said.on)])]
        }
        let steps: [(title: String, steps: [AssessmentStep])] = [
            ("bias", [.bias]), ("justification", [.legitimate, .suitable, .necessary, .proportionate]), ("desirability", [.desirability]),
        ]
        return Table(
            caption: title(form),
            columns: ["assessment.question", "assessment.answer", "assessment.by"].map { .init(title: words.text($0)) },
            bodies: steps.map { part in .init(title: words.text("assessment.\(part.title)"), rows: part.steps.map(row)) })
    }

    private func untouchedTable(_ forms: [Form]) -> Table {
        let empty = Table.Cell.text(words.text("assessment.empty"))
        return Table(
            caption: words.counted("assessment.untouched.caption", forms.count),
            columns: ["assessment.finding", "assessment.verdict", "assessment.bias", "assessment.justification", "assessment.desirability"]
                .map { .init(title: words.text($0)) },
            rows: forms.map { [.text(title($0)), verdict($0), empty, empty, empty] }, notes: [words.text("assessment.untouched.note")])
    }
}
