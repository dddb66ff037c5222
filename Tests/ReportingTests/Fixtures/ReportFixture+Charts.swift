@testable import Audit
@testable import Reporting

/// Tables of points as an audit writes them, for the groups of the usual fixture by language of the test; Polish is withheld everywhere.
extension ReportFixture {
    static let chartGroups = ["nl", "ar", "en", "tr", "uk", "ti"]
    static let chartIDs = ["1.1", "4.6", "5.1", "5.3", "6.4", "7.3", "8.2", "8.5"]

    static func chartTable(_ id: String) -> ReportTable {
        switch id {
        case "1.1": trendTable
        case "4.6": funnelTable
        case "5.1": partsTable
        case "5.3": bandTable
        case "6.4": compositionTable
        case "7.3": cascadeTable
        case "8.2": curveTable
        default: calibrationTable
        }
    }

    private typealias Row = [ReportTable.Cell]

    /// - Parameter columns: `key unit`, or a key alone for text.
    private static func table(_ id: String, _ indicator: String, _ columns: [String], _ rows: [Row]) -> ReportTable {
        let columns = columns.map { column -> ReportTable.Column in
            let parts = column.split(separator: " ").map { String($0) }
            return ReportTable.Column(parts[0], parts.count > 1 ? parts[1] : nil)
        }
        return ReportTable(id: id, indicator: indicator, attribute: "test_language", columns: columns, rows: rows, notes: [])
    }

    private static func numbers(_ values: Double?...) -> Row {
        values.map { value -> ReportTable.Cell in if let value { .number(value) } else { .none } }
    }

    private static var trendTable: ReportTable {
        var rows: [Row] = []
        for (quarter, cycle) in ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].enumerated() {
            let line = numbers(quarter < 2 ? 1 : 2)
            func row(_ code: String, _ verdict: String, _ value: Double) -> Row {
                [.text(cycle), .text(code)] + numbers(value, value - 0.05, value + 0.05, 0.08) + [.text(verdict)] + line
            }
            rows.append(row("ar", "disparity", 0.18))
            rows.append(row("ti", quarter == 3 ? "signal" : "inconclusive", 0.12))
            rows.append(row("en", "equivalent", -0.02))
            rows.append([.text(cycle), .text("pl")] + numbers(nil, nil, nil, 0.08) + [.text("withheld")] + line)
        }
        return table("1.1", "M2", ["cycle", "group", "difference per_100", "low per_100", "high per_100", "margin per_100", "verdict", "line number"], rows)
    }

    private static var funnelTable: ReportTable {
        let rows = chartGroups.map { code -> Row in [.text(code)] + numbers(50, code == "en" ? nil : code == "ar" ? 0.4 : 0.7, nil, 0.1) }
        return table("4.6", "M28", ["group", "followed_first_step people", "tested_of_accepted per_100", "list_of_tested per_100", "placed_of_listed per_100"], rows)
    }

    private static var partsTable: ReportTable {
        let rows = chartGroups.map { code -> Row in [.text(code)] + numbers(50, 0.2, 0.2, 0.6) }
        return table("5.1", "M6", ["group", "participants people", "level per_100", "spread per_100", "shape per_100"], rows)
    }

    /// The difference of Arabic goes away as more of it is the test's; that of Tigrinya does not.
    private static var bandTable: ReportTable {
        var rows: [Row] = []
        for lambda in [0.0, 25, 50, 75, 100] {
            for code in chartGroups {
                let gap: Double = code == "ar" ? 0.18 - lambda / 100 * 0.16 : code == "ti" ? 0.14 : 0.03
                rows.append([.number(lambda), .text(code)] + numbers(gap, gap - 0.05, gap + 0.05))
            }
        }
        return table("5.3", "M7", ["lambda percent", "group", "gap per_100", "low per_100", "high per_100"], rows)
    }

    private static var compositionTable: ReportTable {
        let rows = chartGroups.map { code -> Row in [.text(code)] + numbers(50, code == "ar" ? 0.1 : 0.3, 0.2, 0.2, code == "ar" ? 0.5 : 0.3) }
        let columns = ["group", "participants people", "exposure_paid per_100", "exposure_benefit_retained per_100", "exposure_sheltered per_100", "exposure_day_activity per_100"]
        return table("6.4", "M3", columns, rows)
    }

    /// Only Arabic moves between the stages; the last stage may not be shown.
    private static var cascadeTable: ReportTable {
        var rows: [Row] = []
        for code in chartGroups {
            for (step, stage) in ["pool", "list", "chosen", "placed"].enumerated() {
                let gap: Double = code == "ar" && step > 0 ? 0.16 : 0
                rows.append([.text(code), .text(stage)] + numbers(Double(50 - step), 0.3 + gap, gap, gap * 4))
            }
            rows.append([.text(code), .text("retained")] + numbers(nil, nil, nil, nil))
        }
        return table("7.3", "M15", ["group", "stage", "participants people", "day_activity per_100", "gap per_100", "log_odds_ratio number"], rows)
    }

    /// Of those tested in Tigrinya too few are left after 120 days.
    private static var curveTable: ReportTable {
        var rows: [Row] = []
        for code in chartGroups {
            for day in stride(from: 0.0, through: code == "ti" ? 120 : 180, by: 30) {
                let placed = day / 180 * (code == "ar" ? 0.2 : 0.36)
                rows.append([.text(code)] + numbers(day, 40, placed, placed - 0.05, placed + 0.05))
            }
        }
        return table("8.2", "M16", ["group", "day days", "at_risk people", "placed per_100", "low per_100", "high per_100"], rows)
    }

    private static var calibrationTable: ReportTable {
        var rows: [Row] = []
        for code in chartGroups {
            for part in 1...3 {
                let shown = code == "uk" ? numbers(nil, nil, nil) : numbers(20, 0.7 + Double(part) * 0.05, 0.72 + Double(part) * 0.03)
                rows.append([.text(code), .text("third_\(part)")] + shown)
            }
        }
        return table("8.5", "M19", ["group", "distance_part", "placed_people people", "retained per_100", "predicted_by_common_line per_100"], rows)
    }

    /// The usual report with the tables of points, and with findings by language for their questions like those of the kinds of work.
    /// - Parameter found: whether what was found there was found here too; otherwise nothing could be settled.
    func charted(found: Bool = true, metrics: [String: String] = Self.chartMetrics) throws -> AuditReport {
        var report = try report()
        let model = report.findings.filter { $0.metric == "top5_day_activity_share" && $0.attribute == "test_language" }
        let description = report.indicators.first { $0.metric == "top5_day_activity_share" }
        for (metric, indicator) in metrics.sorted(by: { $0.key < $1.key }) {
            report.findings.removeAll { $0.metric == metric && $0.attribute == "test_language" }
            report.findings += model.map { finding in
                var finding = finding
                (finding.indicator, finding.metric, finding.family) = (indicator, metric, .scan)
                if !found, [.disparity, .signal, .equivalent].contains(finding.verdict) { (finding.verdict, finding.mirrorOf) = (.inconclusive, nil) }
                return finding
            }
            if !report.indicators.contains(where: { $0.metric == metric }), var description {
                (description.indicator, description.metric) = (indicator, metric)
                description.headline = !report.indicators.contains { $0.indicator == indicator && $0.headline }
                description.chapter = ["M28": "population", "M6": "test", "M7": "test", "M3": "advice", "M15": "human"][indicator] ?? "outcomes"
                report.indicators.append(description)
            }
        }
        report.tables.removeAll { Self.chartIDs.contains($0.id) && $0.attribute == "test_language" }
        report.tables += Self.chartIDs.map(Self.chartTable)
        return report
    }

    static let chartMetrics = [
        "tested_of_accepted": "M28", "level_share_of_distance": "M6", "top5_day_activity_due_to_language_level": "M7", "exposure_day_activity": "M3",
        "step_pool_to_list": "M15", "placed_within_horizon": "M16", "retained_at_equal_distance": "M19",
    ]
}
