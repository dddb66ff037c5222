import Testing

@testable import Audit

@Suite struct ChangesSinceTests {
    typealias Finding = SmallReport.Finding

    private static let then = SmallReport(cycle: "2026-Q1", to: "2026-03-31")

    private func changes(_ now: SmallReport, _ then: SmallReport...) throws -> AuditReport.Changes? {
        ChangesSince.of(try now.report(), earlier: try then.map { try $0.report() })
    }

    private func shown(_ group: String) -> Finding { Finding(group: group, effect: 0.2, verdict: .disparity) }

    @Test func theLatestEarlierReportIsThePrevious() throws {
        let latest = SmallReport(cycle: "2026-Q2", to: "2026-06-30")
        #expect(try changes(SmallReport(cycle: "2026-Q3", to: "2026-09-30"), latest, Self.then)?.since == "2026-Q2")
        #expect(try changes(SmallReport()) == nil)
        var inside = SmallReport()
        inside.edition = .public
        #expect(try changes(inside, Self.then) == nil, "a report for inside is not told outside")
    }

    @Test func nothingMoved() throws {
        var now = SmallReport(findings: [shown("female")]), then = Self.then
        then.findings = now.findings
        now.actions = []
        let changes = try #require(try changes(now, then))
        #expect(changes.thresholds == .init(changed: false, limits: [], added: [], dropped: []))
        #expect(changes.core == nil && changes.promises.isEmpty)
        #expect(changes.findings == .init(new: [], remaining: ["M2 share gender female"], gone: []))
    }

    @Test func limitsThatMovedAreNamedWithBothValues() throws {
        var now = SmallReport(findings: [Finding(group: "female", effect: 0.1)], thresholds: "u"), then = Self.then
        then.findings = now.findings
        #expect(try changes(now, then)?.thresholds == .init(changed: true, limits: [], added: [], dropped: []))
        now.findings[0].margin = 0.05
        #expect(try changes(now, then)?.thresholds.limits == [.init(question: "M2 share gender", marginBefore: 0.08, margin: 0.05, signalBefore: 0.1, signal: 0.1)])
    }

    @Test func questionsThatCameAndWent() throws {
        var other = Finding(group: "<27", effect: 0.1)
        other.attribute = "age_band"
        var then = Self.then
        then.findings = [Finding(group: "female", effect: 0.1)]
        let thresholds = try #require(try changes(SmallReport(findings: [other]), then)).thresholds
        #expect(thresholds.added == ["M2 share age_band"] && thresholds.dropped == ["M2 share gender"])
    }

    @Test func aNewCoreWithWhatItsLastGateSaid() throws {
        var now = SmallReport(core: "b")
        let silent = try #require(try changes(now, Self.then)?.core)
        #expect(silent.before.sha256 == "a" && silent.now.sha256 == "b" && silent.verdict == nil && silent.release == nil)
        now.gates = [("b", "blocked"), ("b", "passed"), ("c", "not_settled")]
        let gated = try #require(try changes(now, Self.then)?.core)
        #expect(gated.verdict == .passed && gated.release == "1")
    }

    /// Not shown any more has many reasons, and none of them is that it was solved.
    @Test(arguments: [
        (Finding(group: "x", effect: 0.01, verdict: .equivalent, direction: nil), AuditReport.Changes.Gone.Now.equivalent),
        (Finding(group: "x", effect: 0.15, verdict: .inconclusive), .inconclusive),
        (Finding(group: "x", effect: 0.15, verdict: .signal), .signal),
        (Finding(group: "x", effect: nil, verdict: .withheld, direction: nil), .notShown),
        (Finding(group: "x", effect: nil, verdict: .unavailable, direction: nil), .notShown),
        (Finding(group: "other", effect: 0.2, verdict: .disparity), .notShown),
        (Finding(group: "x", effect: 0.2, verdict: .disparity, mirrorOf: "y"), .mirror),
        (Finding(group: "x", effect: -0.2, verdict: .disparity, direction: .favourable), .favourable),
    ])
    func whatBecameOfWhatWasShown(_ now: Finding, _ became: AuditReport.Changes.Gone.Now) throws {
        var then = Self.then
        then.findings = [shown("x")]
        let changes = try #require(try changes(SmallReport(findings: [now]), then))
        #expect(changes.findings.gone == [.init(finding: "M2 share gender x", now: became)])
        #expect(changes.findings.remaining.isEmpty)
    }

    @Test func onlyAdverseDisparitiesAreNew() throws {
        let now = SmallReport(findings: [
            shown("a"), Finding(group: "b", effect: 0.2, verdict: .signal), Finding(group: "c", effect: -0.2, verdict: .disparity, direction: .favourable),
            Finding(group: "d", effect: 0.2, verdict: .disparity, mirrorOf: "a"), Finding(group: "e", effect: 0.2, verdict: .disparity, window: "rolling_12_months"),
        ])
        #expect(try changes(now, Self.then)?.findings.new == ["M2 share gender a"])
    }

    /// The report runs to 30 June, the one before it to 31 March.
    @Test(arguments: [
        ("done", "2026-05-01", AuditReport.Changes.Promise.State?.some(.kept)), ("done", "2026-03-31", nil), ("dropped", "2026-05-01", .dropped),
        ("busy", "2026-06-29", .notKept), ("busy", "2026-06-30", .notDue), ("not_started", "2026-01-01", .notKept), ("not_started", "2026-12-01", .notDue),
    ])
    func promises(status: String, due: String, state: AuditReport.Changes.Promise.State?) throws {
        let promises = try #require(try changes(SmallReport(actions: [("M2", "Retest", due, status)]), Self.then)).promises
        #expect(promises.map(\.state) == [state].compactMap { $0 })
    }

    @Test func anOpenPromiseThatNobodyMentionsAnyMore() throws {
        var then = Self.then
        then.actions = [("M2", "Retest", "2026-05-01", "busy"), ("M3", "Ask", "2026-02-01", "done")]
        let promises = try #require(try changes(SmallReport(), then)).promises
        #expect(promises == [.init(about: "M2", action: "Retest", owner: "product owner", due: "2026-05-01", state: .unmentioned)])
    }
}
