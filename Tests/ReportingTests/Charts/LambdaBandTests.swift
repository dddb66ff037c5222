import Testing

@testable import Reporting

@Suite("Lambda band")
struct LambdaBandTests {
    private func plot(_ gaps: [Double?]...) -> LambdaBand {
        LambdaBand(
            panels: gaps.enumerated().map { index, gaps in
                .init(name: "Groep \(index)", points: gaps.enumerated().map { step, gap in
                    .init(lambda: Double(step) * 25, gap: gap, low: gap.map { $0 - 5 }, high: gap.map { $0 + 5 })
                }, margin: 8)
            },
            lambdaLabel: "deel", zone: "klein", tick: { value, digits in "\(digits == 0 ? String(Int(value)) : String(value))" }, share: { "\(Int($0)) %" })
    }

    @Test("Points stand where the numbers say, on the scale of the ticks")
    func points() throws {
        let chart = ChartReader(plot([20, 15, 10, 5, 0]).wide(id: "x", title: "t", description: "d"))
        let line = try #require(chart.paths("curve").first?.runs.first)
        #expect(line.count == 5)
        let zero = try #require(chart.text("0")).y, twenty = try #require(chart.text("20")).y
        #expect(abs((line[4].y + 4.5) - zero) < 0.3 && abs((line[0].y + 4.5) - twenty) < 0.3)
        #expect(abs(line[2].y - (line[0].y + line[4].y) / 2) < 0.2)
        for (first, second) in zip(line, line.dropFirst()) { #expect(abs(second.x - first.x - (line[4].x - line[0].x) / 4) < 0.2) }
        // The zone is as high as twice the margin, around zero.
        let zone = try #require(chart.rectangles("zone").first)
        #expect(abs(zone.height - (line[4].y - line[0].y) / 20 * 16) < 0.3)
        #expect(abs(zone.y + zone.height / 2 - line[4].y) < 0.3)
        // The band goes from the lower to the upper ends of the intervals.
        let band = try #require(chart.paths("band").first?.runs.first)
        #expect(band.count == 10)
        #expect(abs((band[9].y - band[0].y) - (line[4].y - line[0].y) / 20 * 10) < 0.3)
    }

    @Test("A missing value leaves a gap in line and band, and no coordinate")
    func gap() {
        let chart = ChartReader(plot([20, 15, nil, 5, 0]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("curve").map { $0.runs[0].count } == [2, 2])
        #expect(chart.paths("band").count == 2)
        #expect(chart.circles.count == 4)
    }

    @Test("Every group has a panel on the same scale")
    func panels() throws {
        let chart = ChartReader(plot([20, 10, 5, 2, 0], [-4, -3, -2, -1, 0], [12, 12, 12, 12, 12]).wide(id: "x", title: "t", description: "d"))
        let lines = chart.paths("curve").map { $0.runs[0] }
        #expect(lines.count == 3)
        #expect(abs(lines[0][4].y - lines[1][4].y) < 0.2)
        #expect(chart.texts("strong").map(\.words) == ["Groep 0", "Groep 1", "Groep 2"])
        let narrow = ChartReader(plot([20, 10, 5, 2, 0], [-4, -3, -2, -1, 0]).narrow(id: "x", title: "t", description: "d"))
        #expect(Set(narrow.paths("curve").map { $0.runs[0][0].x }).count == 1)
    }
}
