import Audit
import Testing

@testable import Reporting

@Suite("Shares beside each other")
struct ShareColumnsTests {
    private func plot(_ values: [[Double?]], marks: [VerdictMark?]? = nil) -> ShareColumns {
        ShareColumns(
            columns: ["Uitnodiging aangenomen", "Toets afgerond"],
            rows: values.enumerated().map { .init(name: "Groep \($0)", n: "50", values: $1, marks: marks ?? $1.map { _ in nil }) }, people: "mensen",
            number: { String(Int($0)) })
    }

    @Test("Bars start on one line per share, on one scale")
    func bars() throws {
        for svg in [plot([[80, 40], [20, 60]]).wide(id: "x", title: "t", description: "d"), plot([[80, 40], [20, 60]]).narrow(id: "x", title: "t", description: "d")] {
            let bars = ChartReader(svg).rectangles("bar")
            #expect(bars.count == 4)
            let longest = try #require(bars.map(\.width).max())
            #expect(Set(bars.map { ($0.width / longest * 80).rounded() }) == [80, 40, 20, 60])
        }
        let wide = ChartReader(plot([[80, 40], [20, 60]]).wide(id: "x", title: "t", description: "d")).rectangles("bar")
        #expect(Set(wide.map(\.x)).count == 2)
    }

    @Test("A missing share is a dash, not a bar of nothing")
    func missing() {
        let chart = ChartReader(plot([[80, nil], [0, 60]]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.rectangles("bar").count == 3)
        #expect(chart.texts.filter { $0.words == Numbers.none }.count == 1)
        #expect(chart.texts.contains { $0.words == "0" })
    }

    @Test("What was found has the shape of its verdict beside the number")
    func found() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        let chart = ChartReader(plot([[50, 40]], marks: [words.mark(.disparity, direction: .adverse), words.mark(.inconclusive, direction: .adverse)])
            .wide(id: "x", title: "t", description: "d"))
        #expect(chart.paths("m").count == 1)
        #expect(chart.rectangles("t-adverse").count == 1)
    }
}
