import Audit
import Foundation
import Testing

@testable import Reporting

/// Every chart with few and many groups and with names that nobody expected, as a browser draws it.
@Suite("Charts in a real browser", .serialized)
struct ChartLayoutTests {
    private static let names: [String: [String]] = [
        "one": ["Vrouwen"],
        "six": ["Arabisch", "Engels", "Nederlands", "Tigrinya", "Turks", "Oekraïens"],
        "fifteen": (1...15).map { "Gemeente \($0)" },
        "long": ["Jongeren met een onderbroken praktijkopleiding in de techniek en het transport", "Arbeidsongeschiktheidsverzekeringsgerechtigden", "汉字汉字汉字汉字汉字汉字", "<script>alert(1)</script> \" onload=\"x"],
    ]

    private func charts(_ names: [String]) throws -> [any Chart] {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let verdicts: [Verdict] = [.disparity, .inconclusive, .equivalent, .signal, .withheld]
        func mark(_ index: Int) -> VerdictMark { words.mark(verdicts[index % verdicts.count], direction: .adverse) }
        func decimal(_ value: Double, _ digits: Int) -> String { words.numbers.decimal(value, digits: digits, sign: true) }
        func whole(_ value: Double) -> String { words.numbers.decimal(value, digits: 0) }
        let some = Array(names.enumerated())
        return [
            LambdaBand(
                panels: some.map { index, name in .init(name: name, points: [0.0, 25, 50, 75, 100].map { lambda in
                    let gap = Double(index % 4) * 8 - lambda / 7
                    return .init(lambda: lambda, gap: index == 1 && lambda == 50 ? nil : gap, low: gap - 9, high: gap + 9)
                }, margin: 8) },
                lambdaLabel: words.text("lambda.axis"), zone: words.text("zone", ["margin": "8,0"]), tick: decimal, share: { words.numbers.percent($0 / 100) }),
            CascadePlot(
                panels: some.map { index, name in .init(name: name, values: [0, 16.1, index == 1 ? nil : -13.5, 17.3, 30.4], steps: (0..<4).map(mark), counts: [1204, 1204, 87, 29, nil].map { count in
                    count.map { .init(text: String($0), isSmall: $0 < 30) }
                }) },
                stages: ["aanbod", "lijst", "keuze", "plaatsing", "behoud"], short: ["aanbod", "lijst", "keuze", "plek", "behoud"], people: "mensen", least: 8,
                zero: words.text("cascade.zero") + " " + words.text("cascade.people"), tick: decimal),
            CompositionBars(
                kinds: ["day_activity", "sheltered", "benefit_retained", "paid"].map { words.text("code.\($0)") },
                rows: some.map { index, name in .init(name: name, n: "406", parts: index == 2 ? [50, nil, 10, 10] : [54, 3, 2, 41], isFound: index == 0) }, people: "mensen", number: whole),
            ShareColumns(
                columns: ["Uitnodiging aangenomen", "Toets afgerond", "Lijst gekregen", "Contact met werkgever", "Geplaatst na contact"],
                rows: some.map { index, name in .init(name: name, n: "406", values: [100, 75, index == 1 ? nil : 3, 55, 10], marks: (0..<5).map { mark($0 + index) }) }, people: "mensen",
                number: whole),
            CalibrationPlot(
                panels: some.map { index, name in .init(name: name, points: [(72.0, 35.3), (74.2, 66.7), (74.3, 66.8)].enumerated().map { step, pair in
                    .init(name: String(step + 1), predicted: pair.0, observed: index == 1 && step == 0 ? nil : pair.1 + Double(index))
                }) },
                diagonal: words.text("calibration.diagonal"), predictedLabel: words.text("calibration.predicted"), observedLabel: words.text("calibration.observed"),
                tick: { words.numbers.decimal($0, digits: $1) }),
            IncidencePlot(
                series: some.map { index, name in .init(name: name, points: stride(from: 0.0, through: index == 1 ? 120 : 180, by: 30).map { day in
                    .init(day: day, atRisk: "1204", placed: day / 5 + Double(index) * 0.4, low: day / 6, high: day / 4)
                }) },
                dayLabel: words.text("curve.days"), atRiskLabel: words.text("curve.at_risk"), number: whole),
            TrendPlot(
                cycles: (0..<12).map { "202\(4 + $0 / 4)-Q\($0 % 4 + 1)" },
                panels: some.map { index, name in .init(name: name, points: (0..<12).map { quarter in
                    let mark = mark(index + quarter / 3)
                    return .init(mark: mark, value: mark.verdict == .withheld ? nil : Double(index % 3) * 9, low: Double(index % 3) * 9 - 12, high: quarter == 3 ? nil : Double(index % 3) * 9 + 12, margin: 8, line: quarter < 10 ? 1 : 2)
                }) },
                zone: words.text("zone", ["margin": "8,0"]), changed: words.text("trend.changed"), tick: decimal),
        ]
    }

    @Test("No text is cut off, touches another, or is too small to read", arguments: ["one", "six", "fifteen", "long"])
    func layout(_ kind: String) throws {
        let charts = try charts(try #require(Self.names[kind]))
        let empty = Table(caption: "Tabel", columns: [.init(title: "Groep")], rows: [])
        let blocks = charts.enumerated().map { index, chart in
            Block.figure(Figure(
                title: String(describing: type(of: chart)), wide: chart.wide(id: "w\(index)", title: "t", description: "d"),
                narrow: chart.narrow(id: "n\(index)", title: "t", description: "d"), caption: "", table: empty))
        }
        let document = ReportDocument(
            language: .nl, kicker: "", title: "Figuren", lede: [], banner: nil, tally: [], sections: [.init(id: "a", number: nil, title: "Figuren", blocks: blocks)], footer: "")
        let library = try TemplateLibrary()
        let words = Words(book: try library.phrasebook(.nl))
        let html = try library.render(HTMLView(document, words: words).page(organisation: "Huizen"), template: "report")
        for page in try Browser.measure(html, widths: [320, 1280]) {
            #expect(page.visibleCharts == charts.count)
            #expect(page.scrollWidth <= page.width)
            #expect(page.clippedText == [], "\(page.width)")
            #expect(page.touchingText == [], "\(page.width)")
            #expect(page.smallestText >= 10)
            #expect(page.scripts == 0 && page.handlers == [])
        }
    }
}
