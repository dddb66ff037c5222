import Testing

@testable import Reporting

@Suite("Charts")
struct ChartTests {
    @Test("An axis covers its ends with round ticks", arguments: [(-13.0, 27.0), (-0.31, 0.07), (0, 0), (-1e-9, 1e-9), (0, 100), (-400, 3)])
    func axis(_ low: Double, _ high: Double) {
        let axis = Axis(covering: low, high, from: 0, to: 100, ticks: 5)
        #expect(axis.low <= low && axis.high >= high)
        #expect(axis.ticks.count >= 2 && axis.ticks.count <= 13)
        #expect(axis.position(axis.low) == 0 && axis.position(axis.high) == 100)
        #expect(axis.position(axis.low - 5 * (high - low)) == 0)
    }

    @Test("Lines of text fit, whatever the words", arguments: ["Arbeidsongeschiktheidsverzekeringsgerechtigden", "met begeleiding", "", "a b c d e f g", String(repeating: "zeer lange naam ", count: 9), "汉字汉字汉字汉字汉字汉字汉字汉字"])
    func lines(_ text: String) {
        let lines = TextFit.lines(text, width: 100, size: 13.5)
        #expect(!lines.isEmpty && lines.count <= 4)
        for line in lines { #expect(TextFit.width(line, size: 13.5) <= 100) }
    }

    @Test("A row without a value leaves no coordinate of its own")
    func withheldRow() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        func plot(_ value: Double?, low: Double?, high: Double?) -> ForestPlot {
            ForestPlot(
                rows: [.init(label: "a", n: "–", mark: words.mark(.withheld, direction: nil), value: value, low: low, high: high, margin: 8)],
                range: -10...10, less: "min", more: "meer", zone: "zone", people: "mensen", tick: { value, _ in String(value) })
        }
        for drawing in [plot(nil, low: nil, high: nil).wide(id: "x", title: "t", description: "d"), plot(nil, low: -3.7, high: 6.1).wide(id: "x", title: "t", description: "d")] {
            #expect(!drawing.markup.contains("class=\"ci"))
            #expect(drawing == plot(nil, low: nil, high: nil).wide(id: "x", title: "t", description: "d"))
        }
    }

    @Test("An interval that runs off the chart ends in an arrow, and stays inside")
    func unbounded() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let rows = [ForestPlot.Row(label: "a", n: "12", mark: words.mark(.inconclusive, direction: nil), value: 2, low: -300, high: nil, margin: 8)]
        let range = ForestPlot.range(of: rows)
        #expect(range.lowerBound > -30 && range.upperBound < 30)
        let plot = ForestPlot(rows: rows, range: range, less: "min", more: "meer", zone: "zone", people: "mensen", tick: { value, _ in String(value) })
        let chart = ChartReader(plot.wide(id: "x", title: "t", description: "d"))
        // The interval is a line from edge to edge; its arrows are paths.
        #expect(chart.paths("ci").count == 2 && chart.lines.count { $0.style.contains("ci") } == 1)
    }

    @Test("Labels at the ends of curves do not touch, and keep their order")
    func curveLabels() throws {
        let series = (0..<5).map { index in
            IncidencePlot.Series(name: "Groep \(index)", points: [0.0, 30, 60].map { .init(day: $0, atRisk: "50", placed: $0 / 3 + Double(index) * 0.1) })
        }
        let plot = IncidencePlot(series: series, dayLabel: "dagen", atRiskLabel: "nog zoekend", number: { String(Int($0)) })
        let markup = plot.wide(id: "x", title: "t", description: "d").markup
        let pattern = /y="([0-9.]+)" class="lab strong s([0-9])-t"/
        let places = markup.matches(of: pattern).compactMap { match in Double(match.1) }
        #expect(places.count == IncidencePlot.told)
        for (first, second) in zip(places.sorted(), places.sorted().dropFirst()) { #expect(second - first >= 15) }
        #expect(places == places.sorted(by: >))
    }
}
