import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("Decision and signatures")
struct SignOffTests {
    private func chapter(_ report: AuditReport, on day: String? = nil) throws -> String { try #require(try Chapter.text("14", of: report, on: day)) }

    @Test("Who signed, what was decided and why, and which place is still empty")
    func signed() throws {
        let text = try chapter(ReportFixture.quarter.report())
        for words in [
            "Dit rapport is niet definitief.", "nadelige bevindingen zijn nog niet helemaal beoordeeld (hoofdstuk 12)", "Nog niet getekend: advies functionaris gegevensbescherming.",
            "### Besluit: aanpassen", "Eerst hertoetsen, dan verder.", "- **Opgesteld**: data-analist, 12 januari 2027", "- **Gecontroleerd (vier ogen)**: kwaliteitsmedewerker, 13 januari 2027",
            "- **Besluit**: product owner, 20 januari 2027", "- **Advies functionaris gegevensbescherming**: Functie …", "geldt tot en met 31 maart 2027",
        ] { #expect(text.contains(words), "\(words)\n\(text)") }
    }

    @Test("Nobody signed: lines to sign on paper, and boxes for the decision")
    func unsigned() throws {
        let text = try chapter(ReportFixture.usual.report())
        #expect(text.contains("- **Besluit**: ☐ doorgaan ☐ aanpassen ☐ stoppen Functie …"), "\(text)")
        #expect(text.components(separatedBy: "Handtekening …").count == 5)
    }

    @Test("Assessed and signed, the report is final and says so at its top")
    func final() throws {
        var report = try ReportFixture.quarter.report()
        let draft = try ReportFiles(report, library: TemplateLibrary()).markdown
        #expect(draft.prefix(400).contains("niet definitief"))
        let said = try #require(report.assessments.first?.bias)
        for indicator in Set(ReportStatus.needingAssessment(report).map(\.indicator)).sorted() {
            report.assessments.append(.init(
                finding: indicator, bias: said, justification: .init(legitimate: said, suitable: said, necessary: said, proportionate: said), desirability: said))
        }
        report.assessments.removeAll { $0.finding == "M16" }
        report.signOff?.advice = said
        let text = try chapter(report)
        #expect(text.contains("Dit rapport is definitief") && !text.contains("…"), "\(text)")
        let top = try ReportFiles(report, library: TemplateLibrary()).markdown.prefix(400)
        #expect(top.contains("definitief") && !top.contains("niet definitief"))
    }

    @Test("Its last day is still in force; the day after, it says at its top that it has expired", arguments: Language.allCases)
    func expired(_ language: Language) throws {
        let report = try ReportFixture.quarter.report(), library = try TemplateLibrary()
        let title = language == .nl ? "Dit rapport is verlopen" : "This report has expired"
        let inForce = try ReportFiles(report, language: language, library: library, on: "2027-03-31")
        #expect(!inForce.html.contains(title) && !inForce.markdown.contains(title))
        let expired = try ReportFiles(report, language: language, library: library, on: "2027-04-01")
        for page in [expired.html, expired.markdown] {
            let place = try #require(page.range(of: title)), heading = try #require(page.range(of: language == .nl ? "Besluit en ondertekening" : "Decision and signatures"))
            #expect(place.lowerBound < heading.lowerBound)
        }
        #expect(expired.json == inForce.json, "the day is no part of the report")
    }

    @Test("A resident is told too, and not what to decide")
    func resident() throws {
        var report = try ReportFixture.quarter.report()
        report.edition = .resident
        let text = try ReportFiles(report, library: TemplateLibrary(), on: "2099-01-01").markdown
        #expect(text.contains("Dit rapport is verlopen") && !text.contains("besluit meer"))
    }

    @Test("A report that could not be replayed and has expired says both")
    func both() throws {
        let text = try ReportFiles(ReportFixture.fidelityFailed.report(), library: TemplateLibrary(), on: "2099-01-01").markdown
        #expect(text.contains("De nagespeelde lijsten zijn niet de lijsten die mensen kregen") && text.contains("Dit rapport is verlopen. Het rapport was geldig tot en met 30 april 2027."))
    }
}
