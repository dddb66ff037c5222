import Testing

@testable import Reporting

@Suite("Templates are read before they are used")
struct TemplateScanTests {
    private func scan(_ text: String) throws(RenderingError) -> Set<String> {
        try TemplateScan(file: "page.mustache", text: text, declared: ["title", "rows", "mark"], markup: ["mark"], partials: ["chip"]).names
    }

    @Test("What a template may hold")
    func allowed() throws {
        #expect(try scan("{{title}}{{#rows}}{{! a remark }}{{> chip}}{{{mark}}}{{&mark}}{{/rows}}{{^ rows }}-{{/ rows }}") == ["title", "rows", "mark"])
    }

    @Test("What would be passed over in silence is refused, with file and tag", arguments: [
        ("{{titel}}", "{{titel}}"), ("{{row.title}}", "{{row.title}}"), ("{{.}}", "{{.}}"), ("{{uppercased(title)}}", "{{uppercased(title)}}"),
        ("{{> missing}}", "{{> missing}}"), ("{{=<% %>=}}", "{{=<% %>=}}"), ("{{% CONTENT_TYPE:TEXT}}", "{{% CONTENT_TYPE:TEXT}}"),
        ("{{{title}}}", "{{{title}}}"), ("{{&title}}", "{{&title}}"), ("{{<chip}}{{/chip}}", "{{<chip}}"), ("{{$title}}{{/title}}", "{{$title}}"),
        ("{{#rows}}", "{{#rows}}"), ("{{/rows}}", "{{/rows}}"), ("{{#rows}}{{#title}}{{/rows}}{{/title}}", "{{/rows}}"), ("{{title", "{{title"),
        ("{{>*title}}", "{{>*title}}"),
    ])
    func refused(_ text: String, _ tag: String) {
        do {
            _ = try scan(text)
            Issue.record("\(text) was accepted")
        } catch {
            guard case .template(let file, let named, _) = error else { Issue.record("\(error)"); return }
            #expect(file == "page.mustache")
            #expect(named == tag)
        }
    }
}
