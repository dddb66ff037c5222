import Testing

@testable import Audit
@testable import Reporting

@Suite("Figures of differences")
struct ForestFiguresTests {
    private func composer(_ report: AuditReport, _ language: Language = .nl) throws -> ReportComposer {
        ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(language)))
    }

    private func figure(_ report: AuditReport, _ attribute: String, _ language: Language = .nl) throws -> Figure {
        let composer = try composer(report, language)
        let metric = try #require(report.indicators.first { $0.metric == "top5_day_activity_share" })
        let figure = composer.forest(metric, attribute, composer.judged.filter { $0.metric == metric.metric }, explained: false)
        #expect(composer.words.holes.keys.isEmpty, "\(composer.words.holes.keys)")
        return figure
    }

    /// The fixture compares women only.
    private func twoGroups() throws -> AuditReport {
        var report = try ReportFixture.usual.report()
        report.groups.removeAll { $0.attribute == "gender" }
        report.groups += [("female", 331), ("male", 360), ("other", nil), ("unknown", 9)].map { group, count in
            .init(attribute: "gender", group: group, participants: count, verdict: nil)
        }
        return report
    }

    @Test("The group that another is compared with, and groups that are not shown, are named below the figure")
    func undrawn() throws {
        let report = try twoGroups()
        #expect(try figure(report, "gender").caption.hasSuffix("‘De anderen’ zijn hier: mannen. Niet getekend, want niet getoond of niet te bepalen: anders (geslacht)."))
        #expect(try figure(report, "gender", .en).caption.hasSuffix("‘The others’ here: men. Not drawn, because not shown or impossible to determine: other gender."))
    }

    @Test("Where no comparison is shown, nobody is called the others")
    func nothingCompared() throws {
        var report = try twoGroups()
        for index in report.findings.indices where report.findings[index].attribute == "gender" { report.findings[index].verdict = .withheld }
        #expect(try figure(report, "gender").caption.hasSuffix("Niet getekend, want niet getoond of niet te bepalen: mannen en anders (geslacht)."))
    }

    @Test("Where every group is drawn the caption names none")
    func allDrawn() throws {
        let caption = try figure(try ReportFixture.usual.report(), "age_band").caption
        #expect(!caption.contains("Niet getekend") && !caption.contains("De anderen"))
    }

    @Test("A signal to a disadvantage goes before a difference in favour")
    func adverseFirst() throws {
        var report = try ReportFixture.usual.report()
        for index in report.findings.indices where report.findings[index].metric == "top5_day_activity_share" && report.findings[index].attribute == "age_band" {
            let group = report.findings[index].group
            report.findings[index].mirrorOf = nil
            report.findings[index].direction = group == "<27" ? .adverse : .favourable
            report.findings[index].verdict = group == "<27" ? .signal : group == "55+" ? .disparity : .equivalent
        }
        #expect(try figure(report, "age_band").title.hasPrefix("Signaal: mensen van jonger dan 27"))
    }
}
