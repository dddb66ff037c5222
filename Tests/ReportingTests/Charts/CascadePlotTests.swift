import Audit
import Testing

@testable import Reporting

@Suite("Cascade")
struct CascadePlotTests {
    private func plot(_ values: [Double?], steps: [VerdictMark?], least: Double = 8) -> CascadePlot {
        CascadePlot(
            panels: [.init(name: "Groep", values: values, steps: steps)], stages: ["aanbod", "lijst", "keuze", "plaatsing", "behoud"], least: least, zero: "gelijk",
            tick: { value, _ in String(value) })
    }

    private func mark(_ verdict: Verdict, _ direction: Direction) throws -> VerdictMark {
        Words(book: try TemplateLibrary().phrasebook(.nl)).mark(verdict, direction: direction)
    }

    @Test("Each stage is a level at its value; a step that was found stands between its stages, with its shape")
    func levels() throws {
        let found = try mark(.disparity, .adverse)
        for svg in [plot([0, 20, 10, 10, -5], steps: [found, nil, nil, nil]).wide(id: "x", title: "t", description: "d"),
                    plot([0, 20, 10, 10, -5], steps: [found, nil, nil, nil]).narrow(id: "x", title: "t", description: "d")] {
            let chart = ChartReader(svg)
            let stairs = try #require(chart.paths.first { $0.style == ["ci"] }?.runs.first)
            #expect(stairs.count == 10)
            let unit = (stairs[0].y - stairs[2].y) / 20
            #expect(unit > 1)
            #expect(abs(stairs[4].y - (stairs[0].y - 10 * unit)) < 0.2 && abs(stairs[8].y - (stairs[0].y + 5 * unit)) < 0.2)
            let zero = try #require(chart.paths("zero").first?.runs.first)
            #expect(abs(zero[0].y - stairs[0].y) < 0.2)
            let marks = chart.paths("v-disparity")
            #expect(marks.count == 1)
            // At the edge between the first two stages, half way up.
            let top = try #require(marks.first?.runs.first?.first)
            #expect(abs(top.x - stairs[1].x) < 0.2 && top.y < stairs[0].y && top.y > stairs[2].y - 8)
        }
    }

    @Test("Differences smaller than the margin do not fill the scale")
    func small() throws {
        func height(_ least: Double) throws -> Double {
            let chart = ChartReader(plot([0, 2, 2, 2, 2], steps: [nil, nil, nil, nil], least: least).wide(id: "x", title: "t", description: "d"))
            let stairs = try #require(chart.paths.first { $0.style == ["ci"] }?.runs.first)
            return stairs[0].y - stairs[2].y
        }
        #expect(try height(8) < height(0) / 7)
    }

    @Test("A stage that may not be shown leaves a gap and a dash, and no step leads to it")
    func missing() throws {
        let found = try mark(.disparity, .adverse)
        let chart = ChartReader(plot([0, nil, 10, nil, nil], steps: [found, found, found, found]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths.filter { $0.style == ["ci"] }.map { $0.runs[0].count } == [2, 2])
        #expect(chart.paths("v-disparity").isEmpty)
        #expect(chart.texts.filter { $0.words == Numbers.none }.count == 3)
    }

    @Test("Only what is to the disadvantage of the group has a shape and a colour")
    func favourable() throws {
        let marks = [try mark(.disparity, .favourable), try mark(.inconclusive, .adverse), try mark(.signal, .adverse), nil]
        let chart = ChartReader(plot([0, -20, -10, 10, 10], steps: marks).wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("m").map(\.style) == [["m", "v-signal", "t-caution"]])
    }

    @Test("Below each stage stands how many people it rests on; a stage of few people is drawn lighter, and joined to the others")
    func counts() throws {
        var plot = plot([0, 20, 10, 10, -5], steps: [nil, nil, nil, nil])
        let counts = [106, 106, 87, 22, nil]
        plot.panels[0].counts = counts.map { count in count.map { .init(text: String($0), isSmall: $0 < 30) } }
        for svg in [plot.wide(id: "x", title: "t", description: "d"), plot.narrow(id: "x", title: "t", description: "d")] {
            let chart = ChartReader(svg)
            let people = chart.texts("tick").filter { !$0.words.isEmpty }
            #expect(people.map(\.words) == ["106", "106", "87", "22", Numbers.none])
            #expect(Set(people.map(\.y)).count == 1 && people.allSatisfy { text in chart.texts("num").filter { $0.y > 60 }.allSatisfy { $0.y < text.y - 8 } })
            let firm = chart.paths.filter { $0.style == ["ci"] }.map { $0.runs[0] }, light = chart.paths.filter { $0.style == ["ci", "few"] }.map { $0.runs[0] }
            #expect(firm.count == 2 && light.count == 1)
            #expect(firm[0].count == 6 && light[0].count == 3)
            #expect(abs(light[0][0].x - firm[0][5].x) < 0.2 && abs(light[0][0].y - firm[0][5].y) < 0.2)
            #expect(chart.paths.filter { $0.style == ["area", "few"] }.count == 1)
        }
        #expect(ChartReader(self.plot([0, 1, 2, 3, 4], steps: []).wide(id: "x", title: "t", description: "d")).texts("tick").isEmpty)
        plot.people = "mensen"
        #expect(ChartReader(plot.wide(id: "x", title: "t", description: "d")).text("mensen") != nil)
    }

    @Test("In a small window stages have their short names, on one line")
    func short() throws {
        var plot = plot([0, 20, 10, 10, -5], steps: [nil, nil, nil, nil])
        let names = ["aanbod", "lijst", "keuze", "plek", "behoud"]
        plot.short = names
        let chart = ChartReader(plot.narrow(id: "x", title: "t", description: "d"))
        let shown = names.compactMap(chart.text)
        #expect(shown.count == 5 && Set(shown.map(\.y)).count == 1)
        #expect(ChartReader(plot.wide(id: "x", title: "t", description: "d")).text("plaatsing") != nil)
    }
}
