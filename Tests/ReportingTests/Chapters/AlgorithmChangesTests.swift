import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("Changes of the algorithm")
struct AlgorithmChangesTests {
    private func markdown(_ report: AuditReport, _ language: Language = .nl) throws -> String {
        try ReportFiles(report, language: language, library: try TemplateLibrary()).markdown
    }

    /// The chapter alone, with Markdown's escapes taken away.
    private func chapter(_ report: AuditReport, _ language: Language = .nl) throws -> String {
        let title = language == .nl ? "## 11. Wijzigingen van het algoritme" : "## 11. Changes of the algorithm"
        let parts = try markdown(report, language).components(separatedBy: title)
        try #require(parts.count == 2)
        return (parts[1].components(separatedBy: "\n## ").first ?? "").replacing("\\", with: "")
    }

    @Test("Every gate with its verdict, what blocked and who let what pass until when")
    func everyGate() throws {
        let text = try chapter(try ReportFixture.quarter.report())
        for words in [
            "2026.10<br>poging 1", "5 oktober 2026", "tegengehouden<br>code 1", "van ik-zoek 2.2<br>naar ik-zoek 2.3<br>77e1b20c77e1",
            "M2 Soort werk op de lijst: toetstaal Arabisch, vergeleken met de vorige versie", "iedereen samen, vergeleken met de laatst goedgekeurde versie",
            "een toezegging is gebroken: invariant.limits.abilities", "doorgelaten na een besluit van mensen<br>code 0",
            "tegengehouden: niet vast te stellen<br>code 2", "A. de Vries<br>product owner<br>9 oktober 2026",
            "De plekken worden aangevuld; hertoets in december.", "31 januari 2027<br>van kracht", "1 december 2026<br>verlopen", "niets in deze poort",
            "5c60aa9e5c60",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test("A version without a gate is said plainly, and one that passed is not", arguments: Language.allCases)
    func unexamined(_ language: Language) throws {
        let text = try chapter(try ReportFixture.quarter.report(), language)
        let said = language == .nl
            ? ["Versie 2.3 maakte lijsten en ging live zonder dat een poort is vastgelegd", "Versie 2.4 maakte lijsten, terwijl geen enkele", "Versie 2.2 maakte al lijsten voordat"]
            : ["Version 2.3 made lists and went live without a gate on record", "Version 2.4 made lists, although no gate", "Version 2.2 made lists before a gate"]
        for words in said { #expect(text.contains(words), "\(words)") }
        #expect(!text.contains("ersie 2.1") && !text.contains("ersion 2.1"))
    }

    @Test("When every version was passed first, that is said, and only then")
    func allPassed() throws {
        var report = try ReportFixture.quarter.report()
        let sentence = "Elke versie die in deze periode lijsten maakte, is eerst door de poort gelaten."
        #expect(!(try chapter(report).contains(sentence)))
        report.liveVersions = [.init(version: "2.1", gate: .passed)]
        #expect(try chapter(report).contains(sentence))
        report.releases = []
        #expect(try chapter(report).contains("Sinds het vorige rapport is geen poort vastgelegd."))
    }

    @Test("Without a record of gates the report says that it cannot say")
    func notGiven() throws {
        var report = try ReportFixture.quarter.report()
        report.releases = []
        report.liveVersions = [.init(version: "2.3", gate: .notLookedUp)]
        #expect(try chapter(report).contains("geen uitslagen van de poort meegegeven"))
    }

    @Test("A report from before there was a gate is read, and says that nothing was given", arguments: Language.allCases)
    func earlierReport(_ language: Language) throws {
        let json = try ReportFixture.usual.json()
        try #require(json.range(of: Data(#""releases""#.utf8)) == nil)
        let report = try AuditReport(json: json)
        #expect(report.releases.isEmpty && report.liveVersions.isEmpty)
        #expect(try chapter(report, language).contains(language == .nl ? "geen uitslagen van de poort meegegeven" : "No record of gates was given"))
    }
}
