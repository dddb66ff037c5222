import Foundation
import TestSupport

/// What a page is made of, as the browser's parser understood it, apart from what it says.
extension Browser {
    struct Shape: Decodable {
        /// How often each element stands there: its name, a space, the names of its attributes.
        var elements: [String: Int]
        /// The same of the words in drawings.
        var words: [String: Int]
    }

    static func shapes(_ pages: [String]) throws -> [Shape] {
        try withFolder { folder in
            for (index, page) in pages.enumerated() { try Data(page.utf8).write(to: folder.appendingPathComponent("page\(index).html")) }
            let frames = pages.indices.map { "<iframe src=\"page\($0).html\" width=\"1200\" height=\"300\"></iframe>" }
            let script = """
                window.onload = () => {
                  const shape = d => {
                    const elements = {}, words = {};
                    for (const e of d.querySelectorAll('*')) {
                      const kind = e.localName + ' ' + [...e.attributes].map(a => a.name).sort().join(' '), to = e.closest('svg text') ? words : elements;
                      to[kind] = (to[kind] || 0) + 1;
                    }
                    return { elements, words };
                  };
                  const result = document.createElement('pre'); result.id = 'result';
                  result.textContent = JSON.stringify([...document.querySelectorAll('iframe')].map(f => shape(f.contentDocument)));
                  document.body.append(result);
                };
                """
            let harness = folder.appendingPathComponent("harness.html")
            try Data("<!doctype html><body>\(frames.joined())<script>\(script)</script></body>".utf8).write(to: harness)
            return try result([Shape].self, of: harness)
        }
    }

    /// Markdown as a renderer of GitHub's dialect makes it a page. It lets HTML and addresses through, as a careless one would.
    static func rendered(markdown: String) throws -> String {
        try withFolder { folder in
            let file = folder.appendingPathComponent("report.md")
            try Data(markdown.utf8).write(to: file)
            let python = Repository.root.appendingPathComponent(".build-pages/bin/python").path
            let script = Repository.root.appendingPathComponent("scripts/pages/markdown.py").path
            return try run(python, [script, file.path])
        }
    }
}
