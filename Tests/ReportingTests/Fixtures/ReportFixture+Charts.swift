@testable import Audit
@testable import Reporting

/// Tables of points as an audit writes them, for the groups of the usual fixture by language of the test; Polish is withheld everywhere.
extension ReportFixture {
    static let chartGroups = ["nl", "ar", "en", "tr", "uk", "ti"]

    static func chartTable(_ id: String) -> ReportTable {
        func per100(_ key: String) -> ReportTable.Column { .init(key, "per_100") }
        func table(_ indicator: String, _ columns: [ReportTable.Column], _ rows: [[ReportTable.Cell]]) -> ReportTable {
            ReportTable(id: id, indicator: indicator, attribute: "test_language", columns: columns, rows: rows, notes: [])
        }
        let group = ReportTable.Column("group")
        switch id {
        case "1.1":
            return table("M2", [
                .init("cycle"), group, per100("difference"), per100("low"), per100("high"), per100("margin"), .init("verdict"), .init("line", "number"),
            ], ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].enumerated().flatMap { quarter, cycle in
                [("ar", "disparity", 0.18), ("ti", quarter == 3 ? "signal" : "inconclusive", 0.12), ("en", "equivalent", -0.02)].map { code, verdict, value in
                    [.text(cycle), .text(code), .number(value), .number(value - 0.05), .number(value + 0.05), .number(0.08), .text(verdict), .number(quarter < 2 ? 1 : 2)]
                } + [[.text(cycle), .text("pl"), .none, .none, .none, .number(0.08), .text("withheld"), .number(quarter < 2 ? 1 : 2)]]
            })
        case "4.6":
            return table("M28", [group, .init("followed_first_step", "people"), per100("tested_of_accepted"), per100("list_of_tested"), per100("placed_of_listed")], chartGroups.map { code in
                [.text(code), .number(50), code == "en" ? .none : .number(code == "ar" ? 0.4 : 0.7), .none, .number(0.1)]
            })
        case "5.1":
            return table("M6", [group, .init("participants", "people"), per100("level"), per100("spread"), per100("shape")], chartGroups.map { [.text($0), .number(50), .number(0.2), .number(0.2), .number(0.6)] })
        case "5.3":
            return table("M7", [.init("lambda", "percent"), group, per100("gap"), per100("low"), per100("high")], [0.0, 25, 50, 75, 100].flatMap { lambda in
                chartGroups.map { code in
                    let gap = code == "ar" ? 0.18 - lambda / 100 * 0.16 : code == "ti" ? 0.14 : 0.03
                    return [.number(lambda), .text(code), .number(gap), .number(gap - 0.05), .number(gap + 0.05)]
                }
            })
        case "6.4":
            return table("M3", [
                group, .init("participants", "people"), per100("exposure_paid"), per100("exposure_benefit_retained"), per100("exposure_sheltered"), per100("exposure_day_activity"),
            ], chartGroups.map { code in [.text(code), .number(50), .number(code == "ar" ? 0.1 : 0.3), .number(0.2), .number(0.2), .number(code == "ar" ? 0.5 : 0.3)] })
        case "7.3":
            return table("M15", [group, .init("stage"), .init("participants", "people"), per100("day_activity"), per100("gap"), .init("log_odds_ratio", "number")], chartGroups.flatMap { code in
                ["pool", "list", "chosen", "placed", "retained"].enumerated().map { step, stage in
                    let gap = code == "ar" && step > 0 ? 0.16 : 0.0
                    return step == 4 ? [.text(code), .text(stage), .none, .none, .none, .none] : [.text(code), .text(stage), .number(Double(50 - step)), .number(0.3 + gap), .number(gap), .number(gap * 4)]
                }
            })
        case "8.2":
            return table("M16", [group, .init("day", "days"), .init("at_risk", "people"), per100("placed"), per100("low"), per100("high")], chartGroups.flatMap { code in
                stride(from: 0.0, through: code == "ti" ? 120 : 180, by: 30).map { day in
                    let placed = day / 180 * (code == "ar" ? 0.2 : 0.36)
                    return [.text(code), .number(day), .number(40), .number(placed), .number(placed - 0.05), .number(placed + 0.05)]
                }
            })
        default:
            return table("M19", [group, .init("distance_part"), .init("placed_people", "people"), per100("retained"), per100("predicted_by_common_line")], chartGroups.flatMap { code in
                (1...3).map { part in
                    code == "uk" ? [.text(code), .text("third_\(part)"), .none, .none, .none] : [.text(code), .text("third_\(part)"), .number(20), .number(0.7 + Double(part) * 0.05), .number(0.72 + Double(part) * 0.03)]
                }
            })
        }
    }

    static let chartIDs = ["1.1", "4.6", "5.1", "5.3", "6.4", "7.3", "8.2", "8.5"]

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
