import Testing

@testable import Reporting

@Suite("The page in a real browser", .serialized)
struct BrowserTests {
    private func html(_ fixture: ReportFixture) throws -> String {
        try HTMLFormat().render(fixture.report(), language: .nl, library: TemplateLibrary())
    }

    @Test("Nothing is wider than the window, loaded from elsewhere, or run", arguments: ReportFixture.allCases)
    func fits(_ fixture: ReportFixture) throws {
        let pages = try Browser.measure(html(fixture), widths: [320, 720, 1280])
        #expect(pages.count == 3)
        for page in pages {
            #expect(page.scrollWidth <= page.width, "\(page.width): \(page.tooWide)")
            #expect(page.tooWide == [])
            #expect(page.loads == [])
            #expect(page.scripts == 0)
            #expect(page.handlers == [])
            // Each figure shows one of its two layouts, with text that can be read and that stays inside.
            #expect(page.visibleCharts * 2 == page.charts)
            #expect(page.smallestText >= 10)
            #expect(page.clippedText == [])
            #expect(page.touchingText == [])
        }
    }

    @Test("The measurement sees a page that is too wide, loads something, runs a handler, or clips its text")
    func sees() throws {
        let bad = """
            <!doctype html><style>@import "x.css";</style><body onclick="x()"><div style="width:900px">wide</div><img src="none.png"><script>1</script>
            <div class="chart"><svg viewBox="0 0 100 20" width="50"><text x="90" y="10" style="font-size:10px">clipped text</text><text x="92" y="11" style="font-size:10px">over it</text></svg></div></body>
            """
        let page = try #require(try Browser.measure(bad, widths: [320]).first)
        #expect(page.scrollWidth >= 900)
        #expect(!page.tooWide.isEmpty)
        #expect(page.loads.contains("src=none.png") && page.loads.contains("style"))
        #expect(page.handlers == ["onclick"])
        #expect(page.scripts == 1)
        #expect(page.clippedText == ["clipped text", "over it"])
        #expect(page.touchingText == ["clipped text / over it"])
        #expect(page.smallestText < 6)
    }

    @Test("On paper every page has its number and the running head, and no figure is torn from its caption")
    func printed() throws {
        let pages = try Browser.printed(html(.usual))
        #expect(pages.count > 5)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("\(index + 1) / \(pages.count)"))
            #expect(page.contains("Gemeente Huizen"))
        }
        for page in pages where page.contains("afgesproken marge (±") {
            let charts = page.components(separatedBy: "afgesproken marge (±").count
            let captions = page.components(separatedBy: "met alle anderen, in").count
            #expect(captions == charts)
        }
    }
}
