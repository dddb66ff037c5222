import Testing

@testable import Reporting

@Suite("Flow of the system")
struct FlowChartTests {
    private func step(_ name: String, _ lane: String, automatic: Bool = false, alongside: Bool = false) -> FlowChart.Step {
        .init(name: name, lane: lane, isAutomatic: automatic, isAlongside: alongside)
    }

    @Test("Steps alongside share a moment")
    func numbers() {
        #expect(FlowChart.numbers([false, true, false, false, true]) == [1, 1, 2, 3, 3])
        #expect(FlowChart.numbers([true, false]) == [1, 2])
        #expect(FlowChart.numbers([]).isEmpty)
    }

    @Test("Two sides lead to one step, and one step to two: a way for each", arguments: [true, false])
    func ways(_ wide: Bool) {
        let chart = FlowChart(steps: [
            step("Profiel", "Inwoner"), step("Plek", "Werkgever", alongside: true), step("Vergelijken", "Computer", automatic: true), step("Ziet plekken", "Inwoner"),
            step("Ziet mensen", "Werkgever", alongside: true),
        ])
        let markup = (wide ? chart.wide(id: "f", title: "t", description: "d") : chart.narrow(id: "f", title: "t", description: "d")).markup
        #expect(markup.ranges(of: "class=\"tip\"").count == (wide ? 4 : 2))
        #expect(markup.ranges(of: "class=\"box\"").count == 4 && markup.ranges(of: "class=\"box auto\"").count == 1)
    }

    @Test("Names are escaped, and long ones stay inside their box")
    func names() {
        let chart = FlowChart(steps: [step("<script>alert(1)</script>", "Onwaarschijnlijk \"lange\" naam van een gemeenschappelijke regeling"), step("B", "Inwoner")])
        for svg in [chart.wide(id: "f", title: "<t>", description: "d"), chart.narrow(id: "f", title: "<t>", description: "d")] {
            #expect(!svg.markup.contains("<script") && !svg.markup.contains("<t>"))
        }
        #expect(FlowChart(steps: []).wide(id: "f", title: "t", description: "d").markup.contains("<title"))
    }
}
