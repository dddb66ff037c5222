/// Organisations against the common effect of all: the less an organisation can tell, the wider the limits around it. One in twenty equal ones
/// lies outside the inner limits by chance alone.
struct FunnelChart: Chart {
    var points: [Point]
    /// The common effect.
    var centre: Double
    /// Multiples of an organisation's standard error, inner and outer.
    var limits: (inner: Double, outer: Double)
    var innerLabel: String
    var outerLabel: String
    /// Words below the horizontal axis and above the vertical one.
    var precisionLabel: String
    var differenceLabel: String
    var tick: (Double, Int) -> String

    struct Point {
        var name: String
        var estimate: Double
        var standardError: Double
        var mark: VerdictMark.Tone
    }

    func wide(id: String, title: String, description: String) -> SVG {
        draw(width: 760, height: 260).finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        draw(width: 300, height: 240).finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private static let samples = 40

    private func draw(width: Double, height: Double) -> Drawing {
        let above = TextFit.lines(differenceLabel, width: width, size: 12), below = TextFit.lines(precisionLabel, width: width - 52, size: 12)
        let top = Double(above.count) * 15 + 8, bottom = top + height
        var drawing = Drawing(width: width, height: bottom + 26 + Double(below.count) * 15)
        for (index, line) in above.enumerated() { drawing.text(line, 0, 12 + Double(index) * 15, style: "cap") }
        for (index, line) in below.enumerated() { drawing.text(line, 52, bottom + 36 + Double(index) * 15, style: "cap") }
        let precisions = points.map { 1 / $0.standardError }
        // The limits grow without bound where nothing is known: the axis begins a little left of the least certain organisation.
        let least = (precisions.min() ?? 1) * 0.8
        let x = Axis(covering: least, (precisions.max() ?? 1) * 1.05, from: 52, to: width - 8, ticks: width > 400 ? 6 : 3)
        let start = max(x.low, least)
        let reach = limits.outer / start
        let values = points.map(\.estimate) + [centre - reach, centre + reach]
        let y = Axis(covering: values.min() ?? -1, values.max() ?? 1, from: bottom, to: top, ticks: 5)
        drawing.rules(y.ticks.map { (52, y.position($0), width - 8) }, style: "rule")
        for value in y.ticks { drawing.text(tick(value, y.digits), 46, y.position(value) + 4, anchor: .end, style: "tick") }
        for value in x.ticks where x.contains(value) {
            drawing.text(tick(value, x.digits), x.position(value), bottom + 17, anchor: value == x.high ? .end : .middle, style: "tick")
        }
        drawing.rules([(52, y.position(centre), width - 8)], style: "zero")
        curves(limits.inner, label: innerLabel, from: start, x, y, on: &drawing)
        curves(limits.outer, label: outerLabel, from: start, x, y, on: &drawing)
        for point in points {
            let place = (x: x.position(1 / point.standardError), y: y.position(point.estimate))
            drawing.circle(place.x, place.y, radius: 5, style: "dot t-\(point.mark.rawValue)")
            // The table below names them all; in the drawing only who lies outside, whose names do not run into each other.
            guard point.mark != .plain else { continue }
            let isRight = place.x + 10 + TextFit.width(point.name, size: 12) < width - 8
            drawing.textOverLines(point.name, place.x + (isRight ? 9 : -9), place.y + 4, anchor: isRight ? .start : .end, style: "cap")
        }
        return drawing
    }

    private func curves(_ multiple: Double, label: String, from start: Double, _ x: Axis, _ y: Axis, on drawing: inout Drawing) {
        for sign in [-1.0, 1] {
            drawing.path((0...Self.samples).map { index in
                let precision = start + (x.high - start) * Double(index) / Double(Self.samples)
                return (x.position(precision), y.position(centre + sign * multiple / precision))
            }, closed: false, style: "trend")
        }
        drawing.textOverLines(label, x.position(x.high) - 2, y.position(centre + multiple / x.high) - 3, anchor: .end, style: "cap")
    }
}
