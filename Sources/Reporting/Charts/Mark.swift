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

    /// For text that cannot be drawn on.
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
