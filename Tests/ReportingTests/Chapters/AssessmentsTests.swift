import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("What people made of the findings")
struct AssessmentsTests {
    private func chapter(_ report: AuditReport) throws -> String { try #require(try Chapter.text("12", of: report)) }

    @Test("An assessed finding has its six answers, with who and when")
    func assessed() throws {
        let text = try chapter(ReportFixture.quarter.report())
        let form = try #require(text.components(separatedBy: ", toetstaal: Arabisch").dropFirst().first?.components(separatedBy: "\n\n**").first)
        for step in AssessmentStep.allCases {
            #expect(form.contains("Aangetoond voor Arabisch: \(step.rawValue) | jurist<br>14 januari 2027"), "\(step)\n\(form)")
        }
        #expect(!form.contains("nog niet ingevuld"))
    }

    @Test("A field that nobody filled in is visibly empty")
    func empty() throws {
        let text = try chapter(ReportFixture.quarter.report())
        let form = try #require(text.components(separatedBy: "**Sturing naar dagbesteding, geslacht: vrouwen").dropFirst().first?.components(separatedBy: "\n\n").dropFirst().first)
        #expect(form.components(separatedBy: "☐ nog niet ingevuld").count == 5, "\(form)")
        #expect(form.contains("Bij een gelijke lijst: legitimate"))
    }

    @Test("Every adverse signal and disparity has its place, and nothing else has")
    func every() throws {
        let report = try ReportFixture.quarter.report()
        let text = try chapter(report), words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let needed = ReportStatus.needingAssessment(report)
        try #require(needed.count > 3)
        for finding in needed { #expect(text.contains(words.group(finding.attribute, finding.group)), "\(finding.key)") }
        #expect(!text.contains("Engels") && !text.contains("16–26"), "what is not adverse needs no assessment")
        #expect(text.contains("Eén beoordeling gaat over een bevinding die dit rapport niet als nadelig toont"))
    }

    @Test("Nobody wrote anything: every subject stands there, three times empty")
    func untouched() throws {
        var report = try ReportFixture.quarter.report()
        report.assessments = []
        let text = try chapter(report)
        #expect(text.contains("zijn er 0 helemaal beoordeeld"))
        let rows = text.components(separatedBy: "\n").filter { $0.contains("☐ nog niet ingevuld | ☐ nog niet ingevuld | ☐ nog niet ingevuld") }
        #expect(rows.count == Set(ReportStatus.needingAssessment(report).map { "\($0.indicator) \($0.attribute)" }).count)
    }

    @Test("Without an adverse finding there is nothing to assess, which is not that there is no difference")
    func nothing() throws {
        let text = try chapter(ReportFixture.none.report())
        #expect(text.contains("niets te beoordelen") && text.contains("Dat betekent niet dat er geen verschil is."))
    }

    @Test("Every step has a question in both languages", arguments: Language.allCases)
    func words(_ language: Language) throws {
        let words = Words(book: try TemplateLibrary().phrasebook(language))
        for step in AssessmentStep.allCases { #expect(words.has("assessment.ask.\(step.rawValue)")) }
        for part in AuditReport.SignOff.Part.allCases { #expect(words.has("signoff.\(part.rawValue)")) }
        for outcome in AuditReport.SignOff.Outcome.allCases { #expect(words.has("signoff.outcome.\(outcome.rawValue)") && words.has("signoff.choice.\(outcome.rawValue)")) }
        for state in AuditReport.Status.State.allCases { #expect(words.has("status.\(state.rawValue)")) }
    }
}
