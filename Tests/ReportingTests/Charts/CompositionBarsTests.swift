import Testing

@testable import Reporting

@Suite("Composition")
struct CompositionBarsTests {
    private func plot(_ parts: [Double?]...) -> CompositionBars {
        CompositionBars(
            kinds: ["dagbesteding", "beschut", "met uitkering", "betaald"],
            rows: parts.enumerated().map { .init(name: "Groep \($0)", n: "50", parts: $1, isFound: $0 == 0) }, people: "mensen", number: { String(Int($0)) })
    }

    @Test("Parts are as long as their shares, follow each other, and fill the bar")
    func lengths() throws {
        let chart = ChartReader(plot([50, 25, 15, 10]).wide(id: "x", title: "t", description: "d"))
        let parts = try (0..<4).map { kind in try #require(chart.rectangles("k\(kind)").last) }
        let whole = parts.reduce(0) { $0 + $1.width }
        #expect(abs(whole - 554) < 0.3)
        for (part, share) in zip(parts, [0.5, 0.25, 0.15, 0.1]) { #expect(abs(part.width - share * whole) < 0.2) }
        for (before, after) in zip(parts, parts.dropFirst()) { #expect(abs(before.x + before.width - after.x) < 0.2) }
        #expect(chart.texts.filter { $0.words == "50" && $0.style.contains("kt0") }.count == 1)
    }

    @Test("The kinds are told apart without colour: named in their order, numbered, and the first one hatched")
    func withoutColour() throws {
        let chart = ChartReader(plot([50, 25, 15, 10], [20, 20, 20, 40]).narrow(id: "x", title: "t", description: "d"))
        let key = ["dagbesteding", "beschut", "met uitkering", "betaald"].compactMap(chart.text)
        #expect(key.count == 4)
        for (before, after) in zip(key, key.dropFirst()) { #expect((before.y, before.x) < (after.y, after.x)) }
        // In the key, and in each bar.
        #expect(chart.paths("kh").count == 3)
        let bar = try #require(chart.rectangles("k0").last), lines = try #require(chart.paths("kh").last)
        for run in lines.runs { for point in run { #expect(point.x >= bar.x - 0.2 && point.x <= bar.x + bar.width + 0.2 && point.y >= bar.y - 0.2 && point.y <= bar.y + bar.height + 0.2) } }
    }

    @Test("A part that may not be shown cannot be read off the bar")
    func missing() throws {
        func markup(_ third: Double?, _ fourth: Double?) -> String { plot([50, 25, third, fourth]).wide(id: "x", title: "t", description: "d").markup }
        #expect(markup(nil, 10) == markup(nil, 20))
        let chart = ChartReader(plot([50, nil, 15, 10]).wide(id: "x", title: "t", description: "d"))
        #expect(chart.rectangles("open").count == 1 && chart.rectangles("k2").count == 1)
        #expect(chart.texts.contains { $0.words == Numbers.none })
    }

    @Test("A number that does not fit in its part is not written in it")
    func small() {
        let chart = ChartReader(plot([97, 1, 1, 1]).narrow(id: "x", title: "t", description: "d"))
        #expect(chart.texts("kt1").isEmpty && chart.texts("kt0").count == 1)
    }
}
