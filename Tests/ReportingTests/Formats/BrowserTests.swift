import Testing

@testable import Reporting

@Suite("The page in a real browser", .serialized)
struct BrowserTests {
    private func html(_ fixture: ReportFixture) throws -> String {
        try HTMLFormat().render(fixture.report(), language: .nl, library: TemplateLibrary())
    }

    @Test("Nothing is wider than the window, loaded from elsewhere, or run", arguments: ReportFixture.allCases, [320, 720, 1280])
    func fits(_ fixture: ReportFixture, _ width: Int) throws {
        let page = try Browser.measure(html(fixture), width: width)
        #expect(page.scrollWidth <= width, "\(page.tooWide)")
        #expect(page.tooWide.isEmpty)
        #expect(page.resources.isEmpty)
        #expect(page.scripts == 0)
        #expect(page.handlers.isEmpty)
        // Each figure shows one of its two layouts, with text that can be read and that stays inside.
        #expect(page.visibleCharts * 2 == page.charts)
        #expect(page.smallestText >= 10)
        #expect(page.clippedText.isEmpty, "\(page.clippedText)")
    }

    @Test("The measurement sees a page that is too wide, loads something, or runs a handler")
    func sees() throws {
        let bad = "<!doctype html><body onclick=\"x()\"><div style=\"width:900px\">wide</div><img src=\"file:///none.png\"><script>1</script></body>"
        let page = try Browser.measure(bad, width: 320)
        #expect(page.scrollWidth >= 900)
        #expect(!page.tooWide.isEmpty && !page.resources.isEmpty && page.handlers == ["onclick"])
        #expect(page.scripts == 1)
    }

    @Test("On paper every page has its number and the running head, and no figure is torn from its caption")
    func printed() throws {
        let pages = try Browser.printed(html(.usual))
        #expect(pages.count > 5)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("\(index + 1) / \(pages.count)"))
            #expect(page.contains("Gemeente Huizen"))
        }
        for page in pages where page.contains("zo klein dat het mag") {
            let charts = page.components(separatedBy: "zo klein dat het mag").count
            let captions = page.components(separatedBy: "met alle anderen, in").count
            #expect(captions == charts)
        }
    }
}
