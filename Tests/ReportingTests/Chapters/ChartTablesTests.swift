import Foundation
import Testing

@testable import Audit
@testable import Reporting

@Suite("Tables of points become figures")
struct ChartTablesTests {
    private func composer(_ report: AuditReport, _ language: Language = .nl) throws -> ReportComposer {
        ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(language)))
    }

    private func figure(_ id: String, found: Bool = true) throws -> Figure {
        let composer = try composer(try ReportFixture.usual.charted(found: found))
        let table = try #require(composer.report.tables.first { $0.id == id && $0.attribute == "test_language" })
        let figure = try #require(composer.figure(of: table))
        #expect(composer.words.holes.keys.isEmpty, "\(composer.words.holes.keys)")
        return figure
    }

    @Test("Titles say what was found, with the numbers of the table", arguments: [
        ("1.1", "Arabisch: 4 kwartalen op rij een verschil of signaal in het nadeel; nu ook Tigrinya"),
        ("4.6", "Mensen die de toets in het Arabisch of Tigrinya maken: minder vaak de stap ‘Toets afgerond’"),
        ("5.3", "Komt 75 % van het scoreverschil door de toets, dan valt het verschil in deze lijsten bij Arabisch binnen de afgesproken marge. Bij Tigrinya blijft het verschil groter dan de afgesproken marge, hoeveel er ook van de toets komt"),
        ("6.4", "Mensen die de toets in het Arabisch of Tigrinya maken: van de 100 delen aandacht op de lijst gaan er 30 tot 50 naar dagbesteding, bij andere groepen 30"),
        ("8.2", "Mensen die de toets in het Arabisch of Tigrinya maken: na 120 dagen had 13 tot 24 van de 100 een plek, bij andere groepen 24"),
    ])
    func foundTitles(_ id: String, _ title: String) throws {
        #expect(try figure(id).title == title)
    }

    @Test("The cascade says between which stages the difference grows, for those for whom it does")
    func cascade() throws {
        var report = try ReportFixture.usual.charted()
        // In this table only Arabic moves between the stages.
        for index in report.findings.indices where report.findings[index].metric == "step_pool_to_list" && report.findings[index].group != "ar" {
            report.findings[index].verdict = .inconclusive
        }
        let composer = try composer(report)
        let figure = try #require(composer.figure(of: ReportFixture.chartTable("7.3")))
        #expect(figure.title == "Mensen die de toets in het Arabisch maken: het verschil groeit van aanbod naar lijst")
        #expect(figure.caption.contains("Niet getekend: Nederlands, Engels, Turks, Oekraïens en Tigrinya."))
        #expect(figure.caption.contains("Een streepje of een gat"))
        #expect(ChartReader(figure.wide).paths("v-disparity").count == 1)
    }

    @Test("Where nothing was settled the title says so", arguments: ["4.6", "7.3", "8.2", "8.5"])
    func openTitles(_ id: String) throws {
        #expect(try figure(id, found: false).title.contains("niet vast te stellen"))
    }

    @Test("Small everywhere is only said of everything that was shown")
    func partly() throws {
        var report = try ReportFixture.usual.charted(found: false)
        for index in report.findings.indices where ["step_pool_to_list", "tested_of_accepted"].contains(report.findings[index].metric) {
            report.findings[index].verdict = report.findings[index].group == "pl" ? .withheld : .equivalent
        }
        let composer = try composer(report)
        #expect(composer.figure(of: ReportFixture.chartTable("7.3"))?.title == "Per toetstaal groeit het verschil bij geen getoonde stap meer dan de marge")
        #expect(composer.figure(of: ReportFixture.chartTable("4.6"))?.title.contains("bij wat getoond is") == true)
    }

    @Test("A chart whose comparison is kept back does not say that it shows nothing")
    func comparisonWithheld() throws {
        var report = try ReportFixture.usual.charted(found: false)
        for index in report.findings.indices where report.findings[index].metric == "retained_at_equal_distance" { report.findings[index].verdict = .withheld }
        #expect(try composer(report).figure(of: ReportFixture.chartTable("8.5"))?.title == "Dagbesteding in de top 5, per toetstaal: geen oordeel over een verschil tussen groepen, om mensen te beschermen")
    }

    @Test("One group by itself is no comparison: no chart, the table only")
    func oneGroup() throws {
        var table = ReportFixture.chartTable("8.5")
        for row in table.rows.indices where table.rows[row][0] != .text("ar") { table.rows[row][2...4] = [.none, .none, .none] }
        let composer = try composer(try ReportFixture.usual.charted(found: false))
        #expect(composer.figure(of: table) == nil)
        guard case .table(let shown)? = composer.described([table]).first else { Issue.record("no table"); return }
        #expect(shown.caption.hasPrefix("Tabel 8.5 "))
    }

    @Test("The part that is largest in every group is said; whether groups differ is said beside it")
    func parts() throws {
        let open = try figure("5.1", found: false)
        #expect(open.title == "Bij elke groep komt de afstand het meest door de vorm van het profiel: 60 van de 100")
        #expect(open.caption.contains("niet vast te stellen of er een verschil is"))
        var report = try ReportFixture.usual.charted(found: false)
        let index = try #require(report.tables.firstIndex { $0.id == "5.1" })
        report.tables[index].rows[0][2...4] = [.number(0.6), .number(0.2), .number(0.2)]
        #expect(try composer(report).figure(of: report.tables[index])?.title == "Waar de afstand het meest door komt, is niet bij elke groep hetzelfde")
    }

    @Test("Groups that are not drawn are named, with the reason")
    func leftOut() throws {
        let band = try figure("5.3")
        #expect(band.caption.contains("Niet getekend: Nederlands, Engels, Turks en Oekraïens. Daar is nu geen verschil in het nadeel van de groep gevonden"))
        #expect(ChartReader(band.wide).texts("strong").map(\.words) == ["Arabisch", "Tigrinya"])
        #expect(try figure("8.5").caption.contains("Niet getekend, want niet getoond of niet te bepalen: Oekraïens en Pools."))
        #expect(try figure("4.6").caption.contains("niet getoond of niet te bepalen: Lijst gekregen."))
        #expect(try figure("8.2").caption.contains("Een lijn stopt waar te weinig mensen nog zoeken"))
    }

    @Test("Every number of a chart stands in the table beside it", arguments: ReportFixture.chartIDs)
    func beside(_ id: String) throws {
        let figure = try figure(id)
        let table = ReportFixture.chartTable(id)
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let cells = figure.table.bodies.flatMap { $0.rows.flatMap { $0 } }.flatMap { cell -> [String] in if case .text(let lines) = cell { lines } else { [] } }
        for row in table.rows {
            for (cell, column) in zip(row, table.columns) where !["lambda", "day", "line", "margin"].contains(column.key) {
                guard case .number(let value) = cell, let unit = column.unit else { continue }
                let digits = id == "8.2" && ["low", "high"].contains(column.key) ? words.numbers.per100(value) : words.value(value, unit: unit)
                #expect(cells.contains { $0.contains(digits) }, "\(column.key) \(digits)")
            }
        }
    }

    @Test("A cell with several numbers says above the table what they are, and which of them counts people", arguments: [
        ("7.3", "In elke cel, van boven naar beneden: verschil met de anderen, dagbesteding, mensen en logaritme", "50 mensen"),
        ("8.2", "In elke cel: van de 100 mensen, het 95%-interval, en hoeveel mensen nog zoeken.", "nog 40"),
        ("8.5", "In elke cel, van boven naar beneden: hield stand, volgens de gezamenlijke lijn en geplaatste mensen", "20 mensen"),
    ])
    func key(_ id: String, _ key: String, _ people: String) throws {
        let table = try figure(id).table
        #expect(table.caption.contains(key), "\(table.caption)")
        #expect(table.bodies.flatMap { $0.rows.flatMap { $0 } }.contains { if case .text(let lines) = $0 { lines.contains(people) } else { false } })
        #expect(!table.notes.contains { $0.hasPrefix("In elke cel") })
    }

    @Test("A table in which nothing may be shown is no figure", arguments: ReportFixture.chartIDs)
    func empty(_ id: String) throws {
        var table = ReportFixture.chartTable(id)
        let keys = table.columns.map(\.key)
        for row in table.rows.indices {
            for (column, key) in keys.enumerated() where !["cycle", "group", "stage", "distance_part", "lambda", "line", "margin", "verdict"].contains(key) { table.rows[row][column] = .none }
        }
        if id == "8.2" { table.rows = [] }
        #expect(try composer(try ReportFixture.usual.charted()).figure(of: table) == nil)
    }

    @Test("A question with a chart keeps one where nothing was found, by the grouping that is asked about first")
    func kept() throws {
        let report = try ReportFixture.usual.charted(found: false)
        let sections = try composer(report).compose().sections
        func figures(_ id: String) -> [Figure] { sections.filter { Int($0.number ?? "") != nil }.flatMap(\.blocks).compactMap { if case .figure(let figure) = $0, figure.table.caption.lowercased().contains("tabel \(id)") { figure } else { nil } } }
        for id in ReportFixture.chartIDs { #expect(figures(id).count == 1, "\(id)") }
        // The annexes count: they have tables, no charts.
        let annexes = sections.filter { $0.number.map { Int($0) == nil } ?? false }.flatMap(\.blocks)
        #expect(!annexes.contains { if case .figure(let figure) = $0 { figure.table.caption.hasPrefix("Tabel ") } else { false } })
        #expect(annexes.contains { if case .table(let table) = $0 { table.caption.hasPrefix("Tabel 8.2 ") } else { false } })
    }

    @Test("Where something was found, that grouping is drawn and not another")
    func drawnWhereFound() throws {
        var report = try ReportFixture.usual.charted(found: false)
        let index = try #require(report.findings.firstIndex { $0.metric == "placed_within_horizon" && $0.attribute == "age_band" && $0.group == "55+" })
        (report.findings[index].verdict, report.findings[index].direction, report.findings[index].mirrorOf) = (.disparity, .adverse, nil)
        let captions = try composer(report).compose().sections.filter { $0.id == "hoofdstuk-8" }.flatMap(\.blocks).compactMap { if case .figure(let figure) = $0 { figure.table.caption } else { nil } }
        let curves = captions.filter { $0.hasPrefix("Tabel 8.2 ") }
        #expect(curves.count == 1 && curves[0].hasPrefix("Tabel 8.2 Een plek gevonden, per leeftijd. "))
    }

    @Test("In English too, without a hole in a sentence")
    func english() throws {
        for found in [true, false] {
            let composer = try composer(try ReportFixture.usual.charted(found: found), .en)
            for id in ReportFixture.chartIDs { #expect(composer.figure(of: ReportFixture.chartTable(id)) != nil) }
            #expect(composer.words.holes.keys.isEmpty, "\(composer.words.holes.keys)")
        }
    }

    @Test("The page with all charts fits in a small window and in a large one")
    func page() throws {
        let html = try HTMLFormat().render(ReportFixture.usual.charted(), language: .nl, library: TemplateLibrary())
        for page in try Browser.measure(html, widths: [320, 1280]) {
            #expect(page.scrollWidth <= page.width && page.tooWide == [])
            #expect(page.clippedText == [] && page.touchingText == [])
            #expect(page.visibleCharts * 2 == page.charts)
        }
    }
}
