import Testing

@testable import Audit

@Suite struct ReportStatusTests {
    typealias Finding = SmallReport.Finding

    private static func said(_ text: String) -> AuditReport.Statement { .init(text: text, by: "lawyer", on: "2026-07-01") }

    private static func entry(_ finding: String, _ steps: Set<AssessmentStep> = Set(AssessmentStep.allCases), text: String = "x") -> AuditReport.Assessment {
        func statement(_ step: AssessmentStep) -> AuditReport.Statement? { steps.contains(step) ? said(text) : nil }
        return .init(
            finding: finding, bias: statement(.bias),
            justification: .init(
                legitimate: statement(.legitimate), suitable: statement(.suitable), necessary: statement(.necessary), proportionate: statement(.proportionate)),
            desirability: statement(.desirability))
    }

    private static let signature = AuditReport.SignOff.Signature(by: "x", on: "2026-07-01")
    private static let signed = AuditReport.SignOff(
        author: signature, reviewer: signature, advice: said("x"), decision: .init(outcome: .stop, reason: "x", by: "x", on: "2026-07-01"), expires: nil)

    /// Two findings that need an assessment, and every kind that does not.
    private static let findings = [
        Finding(group: "a", effect: 0.2, verdict: .disparity), Finding(group: "b", effect: 0.2, verdict: .signal),
        Finding(group: "c", effect: 0.2, verdict: .disparity, mirrorOf: "a"), Finding(group: "d", effect: -0.2, verdict: .disparity, direction: .favourable),
        Finding(group: "e", effect: 0.1, verdict: .inconclusive), Finding(group: "f", effect: 0.01, verdict: .equivalent), Finding(group: "unknown", effect: 0.3, verdict: .disparity),
        Finding(group: "g", effect: 0.2, verdict: .disparity, window: "rolling_12_months"),
    ]

    private func status(_ assessments: [AuditReport.Assessment], _ signOff: AuditReport.SignOff? = signed) throws -> AuditReport.Status {
        var report = try SmallReport(findings: Self.findings).report()
        report.assessments = assessments
        report.signOff = signOff
        return ReportStatus.of(report)
    }

    @Test func finalWhenAllIsAssessedAndSigned() throws {
        #expect(try status([Self.entry("M2")]) == .init(state: .final, findings: 2, assessed: 2, open: [], unsigned: []))
    }

    @Test func withoutAnythingEveryStepIsOpen() throws {
        let status = try status([], nil)
        #expect(status.state == .draft && status.findings == 2 && status.assessed == 0)
        #expect(status.open == ["a", "b"].map { .init(finding: "M2 share gender \($0)", steps: AssessmentStep.allCases) })
        #expect(status.unsigned == [.author, .reviewer, .advice, .decision])
    }

    @Test(arguments: AssessmentStep.allCases)
    func oneEmptyStepIsEnoughForADraft(_ step: AssessmentStep) throws {
        let status = try status([Self.entry("M2 share gender a"), Self.entry("M2 share gender b", Set(AssessmentStep.allCases).subtracting([step]))])
        #expect(status.state == .draft && status.assessed == 1)
        #expect(status.open == [.init(finding: "M2 share gender b", steps: [step])])
    }

    @Test(arguments: AuditReport.SignOff.Part.allCases)
    func oneMissingSignatureIsEnoughForADraft(_ part: AuditReport.SignOff.Part) throws {
        var signOff = Self.signed
        switch part {
        case .author: signOff.author = nil
        case .reviewer: signOff.reviewer = nil
        case .advice: signOff.advice = nil
        case .decision: signOff.decision = nil
        }
        let status = try status([Self.entry("M2")], signOff)
        #expect(status.state == .draft && status.unsigned == [part] && status.open.isEmpty)
    }

    @Test(arguments: [
        ("M2", 2), ("M2 *", 2), ("M2 share", 2), ("M2 * gender", 2), ("M2 share gender", 2), ("M2 * gender a", 1), ("M2 share gender a", 1), ("M2 sha", 0),
        ("M2 other", 0), ("M2 share gen", 0), ("M20", 0), ("M2 * age_band", 0), ("M2 share gender a b", 0),
    ])
    func aKeyNamesWholeParts(_ key: String, _ covered: Int) throws {
        #expect(try status([Self.entry(key)]).assessed == covered)
    }

    /// `gender` alone is not `gender x age_band`.
    @Test func aGroupingDoesNotNameItsIntersections() throws {
        var finding = Finding(group: "female | 55+", effect: 0.2, verdict: .disparity)
        finding.attribute = "gender x age_band"
        var report = try SmallReport(findings: [finding]).report()
        for (key, assessed) in [("M2 share gender", 0), ("M2 share gender x age_band", 1), ("M2 share gender x age_band female | 55+", 1)] {
            report.assessments = [Self.entry(key)]
            #expect(ReportStatus.of(report).assessed == assessed, "\(key)")
        }
    }

    @Test func theMostPreciseEntrySpeaksAndTheWiderOneFillsIn() throws {
        var report = try SmallReport(findings: Self.findings).report()
        report.assessments = [
            Self.entry("M2 share gender a", [.bias], text: "precise"), Self.entry("M2", text: "wide"), Self.entry("M2 * gender", [.bias, .suitable], text: "between"),
        ]
        let finding = try #require(report.findings.first)
        let said = AssessmentStep.allCases.map { ReportStatus.statement($0, about: finding, in: report)?.text }
        #expect(said == ["precise", "wide", "between", "wide", "wide", "wide"])
    }

    @Test func aReportFromBeforeThereWereAssessmentsIsADraft() throws {
        let report = try SmallReport(findings: Self.findings).report()
        #expect(report.status == nil && report.signOff == nil && report.changes == nil)
        #expect(ReportStatus.of(report).state == .draft && report.expires == "2027-01-01")
    }
}
