import Audit
import Testing

@testable import Reporting

@Suite("Trend")
struct TrendPlotTests {
    private typealias Quarter = (value: Double?, verdict: Verdict, line: Int)

    private func plot(_ quarters: [Quarter?], panels: Int = 1, margin: (Int) -> Double = { _ in 8 }) throws -> TrendPlot {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let points = quarters.enumerated().map { index, quarter in
            quarter.map { quarter in
                TrendPlot.Point(
                    mark: words.mark(quarter.verdict, direction: .adverse), value: quarter.value, low: quarter.value.map { $0 - 5 }, high: quarter.value.map { $0 + 5 },
                    margin: margin(index), line: quarter.line)
            }
        }
        return TrendPlot(
            cycles: quarters.indices.map { "202\($0 / 4)-Q\($0 % 4 + 1)" }, panels: (0..<panels).map { .init(name: "Groep \($0)", points: points) }, zone: "klein",
            changed: "anders", tick: { value, _ in String(Int(value)) })
    }

    @Test("Points, intervals and shapes stand where the numbers say")
    func points() throws {
        let chart = ChartReader(try plot([(0, .equivalent, 1), (10, .inconclusive, 1), (20, .disparity, 1)]).wide(id: "x", title: "t", description: "d"))
        let line = try #require(chart.paths("trend").first?.runs.first)
        #expect(line.count == 3)
        let zero = try #require(chart.text("0")).y - 4.5, twenty = try #require(chart.text("20")).y - 4.5
        #expect(abs(line[0].y - zero) < 0.3 && abs(line[2].y - twenty) < 0.3)
        #expect(abs((line[1].x - line[0].x) - (line[2].x - line[1].x)) < 0.2)
        let intervals = chart.paths("ci").flatMap(\.runs)
        #expect(intervals.count == 3)
        for interval in intervals { #expect(abs((interval[1].y - interval[0].y) - (zero - twenty) / 2) < 0.4) }
        #expect(chart.paths("m").map { $0.style.intersection(["v-equivalent", "v-inconclusive", "v-disparity"]).first } == ["v-equivalent", "v-inconclusive", "v-disparity"])
    }

    @Test("Where something else was measured the line is broken and says so")
    func broken() throws {
        let same = ChartReader(try plot([(5, .inconclusive, 1), (6, .inconclusive, 1), (7, .inconclusive, 1)]).wide(id: "x", title: "t", description: "d"))
        #expect(same.paths("trend").count == 1 && same.paths("break").isEmpty && same.text("anders") == nil)
        let chart = ChartReader(try plot([(5, .inconclusive, 1), (6, .inconclusive, 1), (7, .inconclusive, 2), (8, .inconclusive, 2)]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("trend").map { $0.runs[0].count } == [2, 2])
        let stop = try #require(chart.paths("break").first?.runs.first)
        let before = chart.paths("trend")[0].runs[0][1].x, after = chart.paths("trend")[1].runs[0][0].x
        #expect(chart.paths("break").count == 1 && stop[0].x > before && stop[0].x < after)
        #expect(chart.text("anders") != nil)
    }

    @Test("A quarter that is missing or withheld leaves a gap; a withheld one has its shape below the panel, where no value stands")
    func gaps() throws {
        let chart = ChartReader(try plot([(5, .inconclusive, 1), nil, (6, .inconclusive, 1), (nil, .withheld, 1), (7, .inconclusive, 1)]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("trend").isEmpty)
        #expect(chart.paths("v-inconclusive").first?.runs.count == 3)
        let lowest = try #require((chart.paths("rule") + chart.paths("zero")).flatMap(\.runs).flatMap { $0 }.map(\.y).max())
        let square = try #require(chart.paths("v-withheld").first?.runs.first)
        let names = chart.texts("tick").filter { $0.words.hasPrefix("202") }
        #expect(square.allSatisfy { $0.y > lowest } && !names.isEmpty)
        for name in names { #expect(square.allSatisfy { $0.y < name.y - 9 }) }
        #expect(chart.paths("ci").flatMap(\.runs).count == 3)
    }

    @Test("Where everything is shown there is no room kept below the panels")
    func noStrip() throws {
        func nameY(_ quarters: [Quarter?]) throws -> Double {
            try #require(ChartReader(try plot(quarters).wide(id: "x", title: "t", description: "d")).texts("tick").last { $0.words.hasPrefix("202") }).y
        }
        #expect(try nameY([(5, .inconclusive, 1), nil, (6, .inconclusive, 1)]) < nameY([(5, .inconclusive, 1), (nil, .unavailable, 1), (6, .inconclusive, 1)]))
    }

    @Test("The zone of each quarter is its own margin")
    func margins() throws {
        let quarters: [Quarter?] = [(5, .inconclusive, 1), (5, .inconclusive, 1), (5, .inconclusive, 2)]
        #expect(ChartReader(try plot(quarters).wide(id: "x", title: "t", description: "d")).rectangles("zone").count == 1)
        let zones = ChartReader(try plot(quarters, margin: { $0 < 2 ? 8 : 4 }).wide(id: "x", title: "t", description: "d")).rectangles("zone")
        #expect(zones.count == 2)
        #expect(abs(zones[0].height - 2 * zones[1].height) < 0.3 && abs(zones[0].x + zones[0].width - zones[1].x) < 0.2)
    }

    @Test("The last quarter always has its name")
    func cycles() throws {
        let quarters: [Quarter?] = (0..<12).map { _ in (5, .inconclusive, 1) }
        for svg in [try plot(quarters, panels: 5).wide(id: "x", title: "t", description: "d"), try plot(quarters).narrow(id: "x", title: "t", description: "d")] {
            let names = ChartReader(svg).texts("tick").filter { $0.words.hasPrefix("202") }
            #expect(names.contains { $0.words == "2022-Q4" } && names.count >= 2)
        }
    }
}
