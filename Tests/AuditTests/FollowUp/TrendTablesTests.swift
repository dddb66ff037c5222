import Testing

@testable import Audit

@Suite struct TrendTablesTests {
    typealias Finding = SmallReport.Finding

    private static func quarter(_ number: Int, _ findings: [Finding] = [Finding(group: "female", effect: 0.2, low: 0.1, high: 0.3)]) -> SmallReport {
        SmallReport(cycle: "2026-Q\(number)", to: "2026-0\(number * 3)-28", findings: findings)
    }

    /// - Parameter reports: in order of time, the present one last.
    private func tables(_ reports: [SmallReport]) throws -> [ReportTable] {
        let reports = try reports.map { try $0.report() }
        return TrendTables.of(try #require(reports.last), earlier: Array(reports.dropLast().reversed()))
    }

    private func column(_ key: String, _ table: ReportTable) throws -> [ReportTable.Cell] {
        let index = try #require(table.columns.firstIndex { $0.key == key })
        return table.rows.map { $0[index] }
    }

    @Test func oneRowPerQuarterAndGroupInOrderOfTime() throws {
        let table = try #require(try tables([Self.quarter(1), Self.quarter(2)]).first)
        #expect(table.id == "1.1" && table.indicator == "M2" && table.attribute == "gender" && table.notes.isEmpty)
        #expect(table.columns.map(\.key) == ["cycle", "group", "difference", "low", "high", "margin", "verdict", "line"])
        #expect(table.columns.map(\.unit) == [nil, nil, "per_100", "per_100", "per_100", "per_100", nil, "number"])
        #expect(table.rows == ["2026-Q1", "2026-Q2"].map {
            [.text($0), .text("female"), .number(0.2), .number(0.1), .number(0.3), .number(0.08), .text("inconclusive"), .number(1)]
        })
    }

    struct Break: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout SmallReport) -> Void
        let breaks: Bool
    }

    static let breaks = [
        Break(testDescription: "the definition", change: { $0.definition = "Another share." }, breaks: true),
        Break(testDescription: "the adverse side", change: { $0.adverse = "lower" }, breaks: true),
        Break(testDescription: "the core", change: { $0.core = "b" }, breaks: true),
        Break(testDescription: "the margin", change: { $0.findings[0].margin = 0.05 }, breaks: true),
        Break(testDescription: "the signal size", change: { $0.findings[0].signal = 0.2 }, breaks: true),
        Break(testDescription: "what is held equal", change: { $0.findings[0].stratum = "counsellor" }, breaks: true),
        Break(testDescription: "a limit of another question", change: { $0.thresholds = "u" }, breaks: false),
        Break(testDescription: "the value", change: { $0.findings[0].effect = -0.4 }, breaks: false),
    ]

    @Test(arguments: breaks)
    func theLineBreaksWhereTheYardstickChanged(_ example: Break) throws {
        var last = Self.quarter(3)
        example.change(&last)
        let table = try #require(try tables([Self.quarter(1), Self.quarter(2), last]).first)
        #expect(try column("line", table) == [.number(1), .number(1), .number(example.breaks ? 2 : 1)])
    }

    /// The core went back: that is a third line, not the first one again.
    @Test func everyBreakCounts() throws {
        var middle = Self.quarter(2)
        middle.core = "b"
        let table = try #require(try tables([Self.quarter(1), middle, Self.quarter(3)]).first)
        #expect(try column("line", table) == [.number(1), .number(2), .number(3)])
    }

    @Test func whatWasWithheldStaysWithheldAndBreaksNothing() throws {
        let hidden = Self.quarter(2, [Finding(group: "female", effect: nil, low: nil, high: nil, verdict: .withheld, direction: nil)])
        let table = try #require(try tables([Self.quarter(1), hidden, Self.quarter(3)]).first)
        #expect(table.rows[1] == [.text("2026-Q2"), .text("female"), .none, .none, .none, .number(0.08), .text("withheld"), .number(1)])
        #expect(try column("line", table) == [.number(1), .number(1), .number(1)])
    }

    /// What was held equal before a quarter without a number still counts after it.
    @Test func aChangeBehindAWithheldQuarterIsSeen() throws {
        let hidden = Self.quarter(2, [Finding(group: "female", effect: nil, verdict: .withheld)])
        var last = Self.quarter(3)
        last.findings[0].stratum = "counsellor"
        let table = try #require(try tables([Self.quarter(1), hidden, last]).first)
        #expect(try column("line", table) == [.number(1), .number(1), .number(2)])
    }

    @Test func aQuarterWithoutTheQuestionIsAGap() throws {
        var silent = Self.quarter(2, [])
        silent.isAsked = false
        let table = try #require(try tables([Self.quarter(1), silent, Self.quarter(3)]).first)
        #expect(try column("cycle", table) == [.text("2026-Q1"), .text("2026-Q3")])
        #expect(try column("line", table) == [.number(1), .number(1)])
    }

    @Test func onlyQuestionsThatAreAskedFirstAndTheJudgedWindow() throws {
        let rolling = Finding(group: "female", effect: 0.9, window: "rolling_12_months")
        var scan = Finding(group: "<27", effect: 0.4)
        (scan.attribute, scan.family) = ("age_band", "scan")
        let tables = try tables([Self.quarter(1), Self.quarter(2, Self.quarter(2).findings + [scan, rolling])])
        #expect(tables.map(\.attribute) == ["gender"])
        #expect(try column("difference", try #require(tables.first)) == [.number(0.2), .number(0.2)])
    }

    @Test func nothingFromInsideLeaves() throws {
        var now = Self.quarter(3), before = Self.quarter(2)
        now.edition = .public
        #expect(try tables([Self.quarter(1), now]).isEmpty)
        before.edition = .resident
        let table = try #require(try tables([Self.quarter(1), before, now]).first)
        #expect(try column("cycle", table) == [.text("2026-Q2"), .text("2026-Q3")])
        #expect(table.notes == ["earlier_inside_left_out"])
    }

    @Test func withoutEarlierReportsThereIsNone() throws {
        #expect(try tables([Self.quarter(1)]).isEmpty)
    }
}
