import Audit

/// The shape of each verdict: triangle, diamond, disc, ring, hatched square, dash. Shape and word carry the meaning; colour only helps.
enum Mark {
    static func draw(_ mark: VerdictMark, on drawing: inout Drawing, x: Double, y: Double, radius r: Double) {
        let style = "m \(mark.style)"
        switch mark.verdict {
        case .disparity:
            drawing.path([(x, y - r), (x + r, y + 0.8 * r), (x - r, y + 0.8 * r)], closed: true, style: style)
        case .signal:
            drawing.path([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], closed: true, style: style)
        case .equivalent:
            drawing.circle(x, y, radius: 0.85 * r, style: style)
        case .inconclusive:
            drawing.circle(x, y, radius: 0.8 * r, style: style)
        case .withheld:
            let h = 0.75 * r
            drawing.rectangle(x - h, y - h, 2 * h, 2 * h, style: style)
            // Drawn as lines, not as a pattern: it survives a bad printer and needs no name on the page.
            for offset in [-h, 0, h] {
                let a = max(-h, offset - h), b = min(h, offset + h)
                drawing.line(x + a, y + (offset - a), x + b, y + (offset - b), style: "hatch")
            }
        case .unavailable:
            drawing.line(x - 0.8 * r, y, x + 0.8 * r, y, style: style)
        }
    }

    /// The same mark at several places, as one element: a trend has hundreds of them.
    static func draw(_ mark: VerdictMark, on drawing: inout Drawing, at places: [(x: Double, y: Double)], radius r: Double) {
        func n(_ value: Double) -> String { Drawing.number(value) }
        func disc(_ radius: Double) -> String {
            let arc = "a\(n(radius)) \(n(radius)) 0 1 0 "
            return "m\(n(-radius)) 0\(arc)\(n(2 * radius)) 0\(arc)\(n(-2 * radius)) 0"
        }
        let shape = switch mark.verdict {
        case .disparity: "m0 \(n(-r))l\(n(r)) \(n(1.8 * r))h\(n(-2 * r))z"
        case .signal: "m0 \(n(-r))l\(n(r)) \(n(r))l\(n(-r)) \(n(r))l\(n(-r)) \(n(-r))z"
        case .equivalent: disc(0.85 * r)
        case .inconclusive: disc(0.8 * r)
        case .withheld:
            // The square, then its slanted lines, which enclose nothing.
            "m\(n(-0.75 * r)) \(n(-0.75 * r))h\(n(1.5 * r))v\(n(1.5 * r))h\(n(-1.5 * r))zl\(n(1.5 * r)) \(n(1.5 * r))"
        case .unavailable: "m\(n(-0.8 * r)) 0h\(n(1.6 * r))"
        }
        drawing.shapes(shape, at: places, style: "m \(mark.style)")
    }

    /// The mark by itself, to stand beside its word.
    static func symbol(_ mark: VerdictMark, size: Double = 14) -> SVG {
        var drawing = Drawing(width: size, height: size)
        draw(mark, on: &drawing, x: size / 2, y: size / 2, radius: size * 0.4)
        return drawing.finished()
    }

    /// The same mark where it has been drawn before: in the sheet at the top of the page.
    static func reference(_ mark: VerdictMark) -> SVG { SVG.reference(to: name(mark), style: "i") }

    /// Every mark once, not shown, for all the places that refer to it.
    static let sheet = SVG.sheet(marks.map { (name($0), symbol($0)) }, style: "marks")

    private static let marks = Verdict.allCases.flatMap { verdict in
        VerdictMark.Tone.allCases.map { VerdictMark(verdict: verdict, tone: $0, word: "") }
    }

    private static func name(_ mark: VerdictMark) -> String { "m-\(mark.verdict.rawValue)-\(mark.tone.rawValue)" }

    /// For text that cannot be drawn on: as hollow as the drawing, so that what is in favour of a group looks alike everywhere.
    static func character(_ mark: VerdictMark) -> String {
        switch (mark.verdict, mark.tone) {
        case (.disparity, .plain): "△"
        case (.signal, .plain): "◇"
        default: character(mark.verdict)
        }
    }

    /// A verdict by itself, when it is not about a group.
    static func character(_ verdict: Verdict) -> String {
        switch verdict {
        case .disparity: "▲"
        case .signal: "◆"
        case .equivalent: "●"
        case .inconclusive: "○"
        case .withheld: "▧"
        case .unavailable: "—"
        }
    }
}
