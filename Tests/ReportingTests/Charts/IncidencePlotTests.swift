import Testing

@testable import Reporting

@Suite("Curves of placement")
struct IncidencePlotTests {
    private func plot(_ values: [[Double?]]) -> IncidencePlot {
        IncidencePlot(
            series: values.enumerated().map { index, values in
                .init(name: "Groep \(index)", points: values.enumerated().map { step, placed in
                    .init(day: Double(step) * 30, atRisk: placed == nil ? "–" : "r\(index)\(step)", placed: placed, low: placed.map { $0 - 2 }, high: placed.map { $0 + 2 })
                })
            },
            dayLabel: "dagen", atRiskLabel: "nog zoekend", number: { String(Int($0)) })
    }

    @Test("Numbers at risk stand under the ticks of their days")
    func atRisk() throws {
        for svg in [plot([[0, 5, 10, 20], [0, 4, 8, 12]]).wide(id: "x", title: "t", description: "d"), plot([[0, 5, 10, 20], [0, 4, 8, 12]]).narrow(id: "x", title: "t", description: "d")] {
            let chart = ChartReader(svg)
            let days = chart.texts("tick").filter { $0.style.contains("mid") }
            #expect(days.map(\.words) == ["0", "30", "60", "90"])
            for (step, day) in days.enumerated() {
                for group in 0..<2 {
                    let number = try #require(chart.text("r\(group)\(step)"))
                    #expect(number.x == day.x && number.y > day.y)
                }
            }
            let rows = (0..<2).map { group in Set((0..<4).compactMap { chart.text("r\(group)\($0)")?.y }) }
            #expect(rows[0].count == 1 && rows[1].count == 1 && rows[0] != rows[1])
        }
    }

    @Test("A curve is a staircase through its points, and stops where too few people are left")
    func stops() throws {
        let chart = ChartReader(plot([[0, 10, 20, 30], [0, 10, nil, nil]]).wide(id: "x", title: "t", description: "d"))
        let days = chart.texts("tick").filter { $0.style.contains("mid") }.map(\.x)
        let full = try #require(chart.paths("s0").first?.runs.first), short = try #require(chart.paths("s1").first?.runs.first)
        // Right and up in turn, never aslant.
        for (before, after) in zip(full, full.dropFirst()) { #expect(before.x == after.x || before.y == after.y) }
        for day in days { #expect(full.contains { abs($0.x - day) < 0.15 }) }
        #expect((short.map(\.x).max() ?? 0) < days[2] - 20)
        // Its name is led to from where it stops.
        let leads = chart.lines.filter { $0.style.contains("lead") }
        #expect(leads.count == 2)
        #expect(abs(leads[1].from.x - (short.map(\.x).max() ?? 0)) < 4 && leads[1].to.x > days[3])
        let risk = chart.texts.filter { $0.words == Numbers.none }
        #expect(risk.count == 2 && risk.allSatisfy { text in days.contains { abs($0 - text.x) < 0.15 } })
    }

    @Test("A gap in the middle is not bridged")
    func gap() {
        let chart = ChartReader(plot([[0, 10, nil, 30]]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("s0").count == 2)
    }

    @Test("Of fifteen groups four have a name at their line, and the others are thin")
    func fifteen() {
        let many = (0..<15).map { group in [0.0, 5, 10, 15].map { Optional($0 + Double(group) * 0.1) } }
        let chart = ChartReader(plot(many).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("untold").count == 11)
        #expect(chart.texts("strong").map(\.words) == ["Groep 0", "Groep 1", "Groep 2", "Groep 3"])
    }
}
