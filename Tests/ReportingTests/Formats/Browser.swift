import Foundation
import Testing

/// A real browser, without a window. A machine without Chromium fails these tests: what nobody looked at is not readable.
enum Browser {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// What a page is like in a window of some width, measured by a page of our own that holds it in a frame.
    struct Page: Decodable {
        var width: Int
        var scrollWidth: Int
        var tooWide: [String]
        /// Attributes and styles that would make a browser fetch something, and what it did fetch.
        var loads: [String]
        var scripts: Int
        var handlers: [String]
        var visibleCharts: Int
        var charts: Int
        var smallestText: Double
        var clippedText: [String]
        /// Texts of one drawing that lie over each other.
        var touchingText: [String]
    }

    static func measure(_ html: String, widths: [Int]) throws -> [Page] {
        try withFolder { folder in
            // Without the policy that would stop it from loading anything, so that an attempt shows.
            let free = html.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
            let page = folder.appendingPathComponent("page.html"), harness = folder.appendingPathComponent("harness.html")
            try Data(free.utf8).write(to: page)
            try Data(Self.harness(widths: widths).utf8).write(to: harness)
            return try result([Page].self, of: harness)
        }
    }

    /// What a reader of a page gets: its first heading, the sentences and counts below it, and its tables.
    struct Reading: Decodable {
        var title: String
        var lede: [String]
        var counts: [String]
        var tables: [Table]

        struct Table: Decodable {
            var caption: String
            /// The words in each cell; a heading inside the table is a row of one cell.
            var rows: [[String]]
        }
    }

    /// Reads pages as the browser's own parser understands them.
    static func read(_ pages: [String]) throws -> [Reading] {
        try withFolder { folder in
            for (index, page) in pages.enumerated() { try Data(page.utf8).write(to: folder.appendingPathComponent("page\(index).html")) }
            let frames = pages.indices.map { "<iframe src=\"page\($0).html\" width=\"1200\" height=\"300\"></iframe>" }
            let script = """
                window.onload = () => {
                  const text = e => e.innerText.replace(/\\s+/g, ' ').trim(), list = (d, s) => [...d.querySelectorAll(s)];
                  const result = document.createElement('pre'); result.id = 'result';
                  result.textContent = JSON.stringify([...document.querySelectorAll('iframe')].map(f => f.contentDocument).map(d => ({
                    title: text(d.querySelector('h1')), lede: list(d, '.lede').map(text), counts: list(d, '.tally b').map(text),
                    tables: list(d, 'table').map(t => ({ caption: text(t.querySelector('caption')),
                      rows: list(t, 'tbody tr').map(r => [...r.children].map(text)) })) })));
                  document.body.append(result);
                };
                """
            let harness = folder.appendingPathComponent("harness.html")
            try Data("<!doctype html><body>\(frames.joined())<script>\(script)</script></body>".utf8).write(to: harness)
            return try result([Reading].self, of: harness)
        }
    }

    /// The text of each printed page.
    static func printed(_ html: String) throws -> [String] {
        try withFolder { folder in
            let page = folder.appendingPathComponent("page.html"), pdf = folder.appendingPathComponent("page.pdf")
            try Data(html.utf8).write(to: page)
            _ = try run("chromium", browserOptions + ["--no-pdf-header-footer", "--print-to-pdf=\(pdf.path)", page.absoluteString])
            let text = try run("pdftotext", ["-layout", pdf.path, "-"])
            return text.split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init).filter { !$0.isEmpty }
        }
    }

    /// What the script of a page of our own left in its result.
    static func result<Value: Decodable>(_ type: Value.Type, of harness: URL) throws -> Value {
        let dom = try run("chromium", browserOptions + ["--virtual-time-budget=8000", "--dump-dom", harness.absoluteString])
        guard let open = dom.range(of: "<pre id=\"result\">"), let close = dom.range(of: "</pre>", range: open.upperBound..<dom.endIndex) else {
            throw Missing(description: "Chromium showed no result for the page: \(dom.prefix(200))")
        }
        let json = dom[open.upperBound..<close.lowerBound].replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        return try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    private static let browserOptions = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files"]

    private static func harness(widths: [Int]) -> String {
        let frames = widths.map { "<iframe src=\"page.html\" width=\"\($0)\" height=\"900\" style=\"border:0\"></iframe>" }
        return """
        <!doctype html><body>\(frames.joined())<script>
        window.onload = () => {
          const result = document.createElement('pre'); result.id = 'result';
          result.textContent = JSON.stringify([...document.querySelectorAll('iframe')].map(frame => {
            const width = Number(frame.width), d = frame.contentDocument, w = frame.contentWindow, all = [...d.querySelectorAll('*')];
            const shown = e => e.getClientRects().length > 0;
            const wide = all.filter(e => shown(e) && e.getBoundingClientRect().right > width + 1 && !e.closest('.skip'));
            const texts = [...d.querySelectorAll('svg text')].filter(shown);
            const clipped = texts.filter(t => { const b = t.getBoundingClientRect(), s = t.closest('svg').getBoundingClientRect();
              return b.left < s.left - 1.5 || b.right > s.right + 1.5 || b.top < s.top - 2 || b.bottom > s.bottom + 4; });
            // The box of a text is a little higher than its letters.
            const touching = [...d.querySelectorAll('.chart svg')].filter(shown).flatMap(s => {
              const boxes = [...s.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
              return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
                Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4).map(([b]) => a + ' / ' + b));
            });
            const sizes = texts.map(t => parseFloat(w.getComputedStyle(t).fontSize) * t.closest('svg').getBoundingClientRect().width / t.closest('svg').viewBox.baseVal.width);
            const attributes = all.flatMap(e => [...e.attributes]);
            const fetching = attributes.filter(a => ['src', 'srcset', 'data', 'poster', 'action', 'background', 'xlink:href'].includes(a.name)
              || a.name === 'href' && !a.value.startsWith('#') || a.name === 'style' && /url\\(/i.test(a.value)).map(a => a.name + '=' + a.value);
            const styles = [...d.querySelectorAll('style')].filter(s => /url\\(|@import/i.test(s.textContent)).map(() => 'style');
            return {
              width, scrollWidth: d.documentElement.scrollWidth, tooWide: wide.slice(0, 5).map(e => e.tagName + ' ' + e.textContent.slice(0, 60)),
              loads: [...fetching, ...styles, ...w.performance.getEntriesByType('resource').map(e => e.name)], scripts: d.scripts.length,
              handlers: attributes.filter(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)).map(a => a.name),
              charts: d.querySelectorAll('.chart').length, visibleCharts: [...d.querySelectorAll('.chart')].filter(shown).length,
              smallestText: sizes.length ? Math.min(...sizes) : 99, clippedText: clipped.slice(0, 5).map(t => t.textContent), touchingText: touching.slice(0, 5) };
          }));
          document.body.append(result);
        };
        </script></body>
        """
    }

    static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("browser-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let places = program.hasPrefix("/") ? [program] : folders.map { "\($0)/\(program)" }
        guard let path = places.first(where: FileManager.default.isExecutableFile) else {
            throw Missing(description: "\(program) is not installed. The report is tested in a real browser: scripts/install.sh test and scripts/install.sh pages")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Missing(description: "\(program) ended with \(process.terminationStatus)") }
        return String(decoding: data, as: UTF8.self)
    }
}
