import Cohort

/// How the differences of the questions that are asked first went from report to report: one table per question and grouping.
///
/// Numbers of earlier quarters are those that their reports showed. Where the definition, the ranking core or a limit of the question
/// changed since the report before, `line` rises by one: the numbers on either side are not one line.
enum TrendTables {
    static let id = "1.1"

    static func of(_ report: AuditReport, earlier: [AuditReport]) -> [ReportTable] {
        // What was disclosed for inside may not leave in a report for outside.
        let told = earlier.filter { !report.edition.isPublished || $0.edition.isPublished }.sorted { $0.cycle.to < $1.cycle.to }
        guard !told.isEmpty else { return [] }
        return questions(report).map { table($0, told + [report], leftOut: told.count < earlier.count) }
    }

    /// Comparisons of one metric by one attribute.
    struct Question: Hashable {
        let indicator: String
        let metric: String
        let attribute: String

        init(_ finding: ReportFinding) {
            indicator = finding.indicator
            metric = finding.metric
            attribute = finding.attribute
        }

        var key: String { "\(indicator) \(metric) \(attribute)" }

        func findings(of report: AuditReport) -> [ReportFinding] {
            IndicatorOutcomes.judged(report).filter { Question($0) == self && $0.group != Attribute.unknown }
        }

        func description(in report: AuditReport) -> AuditReport.IndicatorDescription? {
            report.indicators.first { $0.indicator == indicator && $0.metric == metric }
        }
    }

    /// Those that are asked first, in the order of the report.
    static func questions(_ report: AuditReport) -> [Question] {
        var seen: Set<Question> = []
        return IndicatorOutcomes.judged(report).filter { $0.family == .primary }.map(Question.init).filter { seen.insert($0).inserted }
    }

    private static func table(_ question: Question, _ reports: [AuditReport], leftOut: Bool) -> ReportTable {
        let unit = reports.last.flatMap { question.description(in: $0)?.unit } ?? "number"
        var rows: [[ReportTable.Cell]] = []
        var line = 1
        var previous: Yardstick?
        for report in reports {
            let findings = question.findings(of: report)
            // A report in which it was not asked neither continues a line nor breaks it.
            guard !findings.isEmpty else { continue }
            let yardstick = Yardstick(question, findings, report)
            if let previous, !yardstick.continues(previous) { line += 1 }
            previous = yardstick.filled(from: previous)
            rows += findings.map { row($0, report.cycle.name, line: line) }
        }
        return ReportTable(
            id: id, indicator: question.indicator, attribute: question.attribute,
            columns: [
                .init("cycle"), .init("group"), .init("difference", unit), .init("low", unit), .init("high", unit), .init("margin", unit), .init("verdict"),
                .init("line", "number"),
            ],
            rows: rows, notes: leftOut ? ["earlier_inside_left_out"] : [])
    }

    private static func row(_ finding: ReportFinding, _ cycle: String, line: Int) -> [ReportTable.Cell] {
        let isShown = finding.effect.value != nil
        return [
            .text(cycle), .text(finding.group), .number(finding.effect.value), .number(isShown ? finding.interval?.low : nil),
            .number(isShown ? finding.interval?.high : nil), .number(finding.margin), .text(finding.verdict.rawValue), .count(line),
        ]
    }

    /// What a number was measured and judged with.
    private struct Yardstick {
        let description: AuditReport.IndicatorDescription?
        let core: String
        let limits: Set<[Double]>
        /// What was held equal, where there was a number; empty when nothing could be shown.
        var held: Set<[String]>

        init(_ question: Question, _ findings: [ReportFinding], _ report: AuditReport) {
            description = question.description(in: report)
            core = report.inputs.core.sha256
            limits = Set(findings.map { [$0.margin, $0.signal] })
            held = Set(findings.filter { $0.effect.value != nil }.map { [$0.reference, $0.stratum ?? "", $0.scenario, $0.effect.kind] })
        }

        func continues(_ before: Yardstick) -> Bool {
            guard let description, let earlier = before.description, IndicatorTrend.isSame(description, earlier) else { return false }
            return core == before.core && limits == before.limits && (held.isEmpty || before.held.isEmpty || held == before.held)
        }

        /// A quarter in which nothing could be shown does not make one forget what was held equal before it.
        func filled(from before: Yardstick?) -> Yardstick {
            var copy = self
            if held.isEmpty, let before { copy.held = before.held }
            return copy
        }
    }
}
