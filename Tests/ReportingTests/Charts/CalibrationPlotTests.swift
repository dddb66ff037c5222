import Testing

@testable import Reporting

@Suite("Calibration")
struct CalibrationPlotTests {
    private func plot(_ points: [(Double?, Double?)]) -> CalibrationPlot {
        CalibrationPlot(
            panels: [.init(name: "Groep", points: points.enumerated().map { .init(name: "nr\($0 + 1)", predicted: $1.0, observed: $1.1) })],
            diagonal: "zoals voorspeld", predictedLabel: "voorspeld", observedLabel: "hield stand", tick: { value, _ in String(Int(value)) })
    }

    @Test("A point that came out as predicted lies on the diagonal, others as far above or below it as they differ")
    func diagonal() throws {
        let chart = ChartReader(plot([(60, 60), (70, 80), (80, 60)]).wide(id: "x", title: "t", description: "d"))
        let line = try #require(chart.paths("diagonal").first?.runs.first)
        func onLine(_ x: Double) -> Double { line[0].y + (x - line[0].x) / (line[1].x - line[0].x) * (line[1].y - line[0].y) }
        let dots = chart.circles
        #expect(dots.count == 3)
        #expect(abs(dots[0].y - onLine(dots[0].x)) < 0.3)
        #expect(dots[1].y < onLine(dots[1].x) - 5 && dots[2].y > onLine(dots[2].x) + 5)
        // Ten points above, twenty below: on one vertical scale.
        #expect(abs((dots[2].y - onLine(dots[2].x)) - 2 * (onLine(dots[1].x) - dots[1].y)) < 0.6)
        #expect(chart.text("60") != nil && chart.text("80") != nil)
    }

    @Test("Half a point is no point")
    func missing() {
        let chart = ChartReader(plot([(60, nil), (nil, 70), (80, 75)]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.circles.count == 1)
        #expect(chart.texts("word").map(\.words) == ["nr3"])
    }

    @Test("Points on top of each other keep their names apart, in their order")
    func close() {
        let chart = ChartReader(plot([(70, 80), (70.1, 80), (70.2, 80), (90, 80)]).narrow(id: "x", title: "t", description: "d"))
        let places = chart.texts("word")
        #expect(places.map(\.words) == ["nr1", "nr2", "nr3", "nr4"])
        let width = TextFit.width("nr1", size: 12.5, bold: true)
        for (before, after) in zip(places, places.dropFirst()) { #expect(after.x - before.x >= width) }
    }
}
