/// A finished drawing. Only `Drawing` makes one, and it escapes every text on the way in.
struct SVG: Equatable {
    let markup: String
    /// Without the element around it.
    fileprivate let body: String

    fileprivate init(markup: String, body: String = "") {
        self.markup = markup
        self.body = body
    }

    /// A drawing of the sheet again. It stands beside its word, so it says nothing by itself.
    static func reference(to name: String, style: String) -> SVG {
        SVG(markup: "<svg class=\"\(HTMLEscape.escaped(style))\" aria-hidden=\"true\"><use href=\"#\(HTMLEscape.escaped(name))\"/></svg>")
    }

    /// Drawings that the page refers to by name.
    static func sheet(_ drawings: [(name: String, drawing: SVG)], style: String) -> SVG {
        let symbols = drawings.map { "<g id=\"\(HTMLEscape.escaped($0.name))\">\($0.drawing.body)</g>" }.joined()
        return SVG(markup: "<svg class=\"\(HTMLEscape.escaped(style))\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\(symbols)</defs></svg>")
    }

    fileprivate static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }
}

/// A small drawing board: shapes by position, looks by class of the page's style sheet.
struct Drawing {
    let width: Double
    var height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Named as its class in the style sheet: a page has thousands of texts.
    enum Anchor: String {
        case start
        case middle = "mid"
        case end
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
        body += "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    /// Horizontal lines from left to right as one path: charts have many, and each element by itself weighs five times as much.
    mutating func rules(_ rules: [(left: Double, y: Double, right: Double)], style: String) {
        guard !rules.isEmpty else { return }
        let d = rules.map { "M\(n($0.left)) \(n($0.y))H\(n($0.right))" }.joined()
        body += "<path d=\"\(d)\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    /// Vertical lines from top to bottom as one path.
    mutating func uprights(_ lines: [(x: Double, top: Double, bottom: Double)], style: String) {
        guard !lines.isEmpty else { return }
        let d = lines.map { "M\(n($0.x)) \(n($0.top))V\(n($0.bottom))" }.joined()
        body += "<path d=\"\(d)\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    /// Slanted lines through a rectangle from its lower to its upper edge, as one path of relative moves; the corners stay empty.
    mutating func slants(left: Double, right: Double, top: Double, bottom: Double, every gap: Double, style: String) {
        let height = bottom - top, count = Int(((right - left - height) / gap).rounded(.down))
        guard count >= 0 else { return }
        let next = "m\(n(gap - height)) \(n(height))l\(n(height)) \(n(-height))"
        body += "<path d=\"M\(n(left)) \(n(bottom))l\(n(height)) \(n(-height))\(String(repeating: next, count: count))\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    /// Several shapes of one look as one element; each is given relative to its place.
    mutating func shapes(_ shape: String, at places: [(x: Double, y: Double)], style: String) {
        guard !places.isEmpty else { return }
        let d = places.map { "M\(n($0.x)) \(n($0.y))\(shape)" }.joined()
        body += "<path d=\"\(d)\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    /// A line that keeps its value until the next point.
    mutating func steps(_ points: [(x: Double, y: Double)], style: String) {
        guard let first = points.first else { return }
        let rest = points.dropFirst().map { "H\(n($0.x))V\(n($0.y))" }.joined()
        body += "<path d=\"M\(n(first.x)) \(n(first.y))\(rest)\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, style: String) {
        body += "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\" height=\"\(n(max(0, height)))\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, style: String) {
        body += "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    mutating func path(_ points: [(x: Double, y: Double)], closed: Bool, style: String) {
        guard let first = points.first else { return }
        let rest = points.dropFirst().map { "L\(n($0.x)) \(n($0.y))" }.joined()
        body += "<path d=\"M\(n(first.x)) \(n(first.y))\(rest)\(closed ? "Z" : "")\" class=\"\(HTMLEscape.escaped(style))\"/>"
    }

    mutating func text(_ text: String, _ x: Double, _ y: Double, anchor: Anchor = .start, style: String) {
        let style = anchor == .start ? style : "\(style) \(anchor.rawValue)"
        body += "<text x=\"\(n(x))\" y=\"\(n(y))\" class=\"\(HTMLEscape.escaped(style))\">\(HTMLEscape.escaped(text))</text>"
    }

    /// A few words where lines may pass: on a strip of paper, since the property that outlines letters is in no validator's list.
    mutating func textOverLines(_ text: String, _ x: Double, _ y: Double, anchor: Anchor = .start, style: String) {
        let width = TextFit.width(text, size: 12)
        let left = switch anchor {
        case .start: x
        case .middle: x - width / 2
        case .end: x - width
        }
        rectangle(left - 1, y - 10.5, width + 2, 13, style: "strip")
        self.text(text, x, y, anchor: anchor, style: style)
    }

    /// - Parameters:
    ///   - id: unique on the page.
    ///   - title: what the drawing shows; `nil` for a mark that stands beside its word; empty when the drawing with this `id` says it already.
    func finished(id: String = "", title: String? = nil, description: String = "") -> SVG {
        var head = "<svg viewBox=\"0 0 \(n(width)) \(n(height))\""
        guard let title else {
            head += " width=\"\(n(width))\" height=\"\(n(height))\" aria-hidden=\"true\" focusable=\"false\">"
            return SVG(markup: head + body + "</svg>", body: body)
        }
        let id = HTMLEscape.escaped(id)
        head += " role=\"img\" aria-labelledby=\"\(id)-t\" aria-describedby=\"\(id)-d\">"
        if title.isEmpty { return SVG(markup: head + body + "</svg>") }
        head += "<title id=\"\(id)-t\">\(HTMLEscape.escaped(title))</title><desc id=\"\(id)-d\">\(HTMLEscape.escaped(description))</desc>"
        return SVG(markup: head + body + "</svg>")
    }

    private func n(_ value: Double) -> String { Self.number(value) }

    static func number(_ value: Double) -> String { SVG.number(value) }
}
