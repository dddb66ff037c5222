import Testing

@testable import Audit

@Suite struct IndicatorOutcomesTests {
    typealias Finding = SmallReport.Finding

    private func outcomes(_ report: SmallReport, earlier: [SmallReport] = []) throws -> [String: AuditReport.IndicatorOutcome] {
        let entries = FollowUp.entries(of: [.huizen], actions: nil, asOf: .init(number: 0))
        let all = IndicatorOutcomes.of(try report.report(), entries: entries, earlier: try earlier.map { try $0.report() })
        #expect(all.map(\.indicator) == Inventory.indicatorIDs.filter { id in all.contains { $0.indicator == id } }, "from M1 to M30")
        return Dictionary(uniqueKeysWithValues: all.map { ($0.indicator, $0) })
    }

    @Test func countsVerdictsOfTheJudgedWindowWithoutMirrors() throws {
        let m2 = try #require(try outcomes(SmallReport(findings: [
            Finding(group: "a", effect: 0.3, verdict: .disparity), Finding(group: "b", effect: 0.2, verdict: .signal),
            Finding(group: "c", effect: -0.2, verdict: .signal, direction: .favourable), Finding(group: "d", effect: 0, verdict: .equivalent, direction: nil),
            Finding(group: "e", effect: 0.1, verdict: .inconclusive), Finding(group: "f", effect: nil, verdict: .withheld, direction: nil),
            Finding(group: "g", effect: -0.3, verdict: .disparity, direction: .favourable, mirrorOf: "a"),
            Finding(group: "a", effect: 0.3, verdict: .signal, window: "rolling_12_months"),
        ]))["M2"])
        #expect(m2.state == .compared)
        #expect(m2.verdicts == .init(equivalent: 1, inconclusive: 1, signal: 2, disparity: 1, withheld: 1, unavailable: 0, adverse: 2))
    }

    @Test func saysWhyThereIsNothing() throws {
        let outcomes = try outcomes(SmallReport(tables: ["M11"], unavailable: ["M21": "relation_missing:feedback"]))
        #expect(outcomes["M21"]?.state == .unavailable && outcomes["M21"]?.reason == "relation_missing:feedback")
        #expect(outcomes["M11"]?.state == .described)
        #expect(outcomes["M23"]?.state == .toolCheck && outcomes["M24"]?.state == .toolCheck)
        #expect(outcomes["M16"]?.state == .notAsked)
        #expect(outcomes["M29"] == nil, "no line of Huizen names it")
    }

    @Test func trendsStandInOrderOfTime() throws {
        let now = SmallReport(cycle: "2026-Q3", findings: [Finding(group: "a", effect: 0.1, low: 0, high: 0.2)])
        let earlier = [SmallReport(cycle: "2026-Q2", to: "2026-06-30", findings: now.findings), SmallReport(cycle: "2026-Q1", to: "2026-03-31", findings: now.findings)]
        #expect(try outcomes(now, earlier: earlier)["M2"]?.trend.map(\.since) == ["2026-Q1", "2026-Q2"])
    }
}
