import Testing

@testable import Audit

@Suite struct IndicatorTrendTests {
    typealias Finding = SmallReport.Finding

    private func trend(_ now: SmallReport, _ then: SmallReport) throws -> AuditReport.IndicatorOutcome.Trend? {
        IndicatorTrend.of("M2", now: try now.report(), then: try then.report())
    }

    private static let now = Finding(group: "female", effect: 0.20, low: 0.12, high: 0.28)

    /// The margin is 0.08: a change of exactly the margin is not more than it. The earlier value must lie outside 0.12 ... 0.28.
    @Test(arguments: [
        (0.11, ["gender female"], [String]()), (0.12, [], []), (0.20, [], []), (0.28, [], []), (0.29, [], ["gender female"]), (-0.5, ["gender female"], []),
    ])
    func saysLargerOrSmallerOnlyBeyondMarginAndInterval(before: Double, larger: [String], smaller: [String]) throws {
        let trend = try #require(try trend(SmallReport(findings: [Self.now]), SmallReport(cycle: "2026-Q1", findings: [Finding(group: "female", effect: before)])))
        #expect(trend.state == .comparable && trend.comparisons == 1 && trend.since == "2026-Q1")
        #expect(trend.larger == larger && trend.smaller == smaller)
    }

    @Test func aNarrowIntervalIsNotEnough() throws {
        let now = Finding(group: "female", effect: 0.20, low: 0.19, high: 0.21)
        let trend = try #require(try trend(SmallReport(findings: [now]), SmallReport(findings: [Finding(group: "female", effect: 0.13)])))
        #expect(trend.larger.isEmpty && trend.comparisons == 1)
    }

    @Test func anOpenEndReachesEverything() throws {
        let now = Finding(group: "female", effect: 0.50, low: nil, high: 0.6)
        #expect(try trend(SmallReport(findings: [now]), SmallReport(findings: [Finding(group: "female", effect: 0.1)]))?.larger == [])
    }

    /// Where less is adverse, a difference that falls is a disadvantage that grows; where neither is, distance from none counts.
    @Test(arguments: [("lower", 0.1, -0.2, true), ("lower", -0.2, 0.1, false), ("neither", 0.01, -0.2, true), ("neither", -0.2, 0.01, false)])
    func followsTheAdverseSide(adverse: String, before: Double, value: Double, grows: Bool) throws {
        let now = SmallReport(adverse: adverse, findings: [Finding(group: "female", effect: value, low: value - 0.05, high: value + 0.05)])
        let then = SmallReport(adverse: adverse, findings: [Finding(group: "female", effect: before)])
        let trend = try #require(try trend(now, then))
        #expect(trend.larger.isEmpty != grows && trend.smaller.isEmpty == grows)
    }

    @Test func aChangedDefinitionOrCoreBreaksTheLine() throws {
        let then = SmallReport(findings: [Finding(group: "female", effect: -0.5)])
        func state(_ change: (inout SmallReport) -> Void) throws -> AuditReport.IndicatorOutcome.Trend {
            var now = SmallReport(findings: [Self.now])
            change(&now)
            return try #require(try trend(now, then))
        }
        for trend in try [state { $0.definition = "Another share." }, state { $0.adverse = "lower" }] {
            #expect(trend.state == .definitionChanged && trend.larger.isEmpty && trend.comparisons == 0)
        }
        #expect(try state { $0.core = "b" }.state == .coreChanged)
    }

    @Test func onlyTheSameFindingIsCompared() throws {
        let now = SmallReport(findings: [Self.now])
        for other in [
            Finding(group: "male", effect: -0.5), Finding(group: "female", effect: -0.5, stratum: "counsellor"), Finding(group: "female", effect: nil),
            Finding(group: "female", effect: -0.5, mirrorOf: "male"), Finding(group: "female", effect: -0.5, metric: "other"),
        ] { #expect(try trend(now, SmallReport(findings: [other]))?.state == .nothingInCommon, "\(other)") }
        #expect(try trend(now, SmallReport(isAsked: false))?.state == .nothingInCommon)
        #expect(try trend(SmallReport(isAsked: false), SmallReport(findings: [Self.now])) == nil)
    }

    /// The rolling year beside the judged window says nothing here.
    @Test func onlyTheJudgedWindowCounts() throws {
        let then = SmallReport(findings: [Finding(group: "female", effect: 0.20), Finding(group: "female", effect: -0.5, window: "rolling_12_months")])
        #expect(try trend(SmallReport(findings: [Self.now]), then)?.larger == [])
    }
}
