/// What happened against what one line for everybody predicts: one panel per group. On the diagonal it came out as predicted;
/// the stroke from the diagonal to a point is how far it did not.
struct CalibrationPlot: Chart {
    var panels: [Panel]
    /// Words at the diagonal.
    var diagonal: String
    /// Words below the horizontal axis and above the vertical one.
    var predictedLabel: String
    var observedLabel: String
    var tick: (Double, Int) -> String

    struct Panel {
        var name: String
        var points: [Point]
    }

    struct Point {
        /// Short, such as a number that the caption explains.
        var name: String
        /// Of 100; `nil` = nothing may be drawn.
        var predicted: Double?
        var observed: Double?
    }

    func wide(id: String, title: String, description: String) -> SVG {
        draw(width: 760, columns: 3, height: 150).finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        draw(width: 300, columns: 1, height: 150).finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private func draw(width: Double, columns: Int, height: Double) -> Drawing {
        let above = TextFit.lines(observedLabel, width: width, size: 12)
        let below = TextFit.lines(predictedLabel, width: width - PanelGrid.axisRoom, size: 12)
        let grid = PanelGrid(
            names: panels.map(\.name), width: width, columns: columns, top: Double(above.count) * 15 + 8, panel: height, below: 40)
        var drawing = Drawing(width: width, height: grid.height + Double(below.count) * 15 - 8)
        for (index, line) in above.enumerated() { drawing.text(line, 0, 12 + Double(index) * 15, style: "cap") }
        for (index, line) in below.enumerated() { drawing.text(line, PanelGrid.axisRoom, grid.height - 6 + Double(index) * 15, style: "cap") }
        let points = panels.flatMap(\.points)
        let predicted = points.compactMap(\.predicted), observed = points.compactMap(\.observed)
        let y = Axis(
            covering: (observed + predicted).min() ?? 0, (observed + predicted).max() ?? 100, from: 17, to: height - 17, ticks: 4)
        let across = grid.frames.first.map { $0.right - $0.left } ?? 0
        let x = Axis(covering: predicted.min() ?? 0, predicted.max() ?? 100, from: 0, to: across, ticks: 3)
        grid.scale(on: &drawing, axis: y, tick: tick, sign: "rule")
        for (index, (panel, frame)) in zip(panels, grid.frames).enumerated() {
            for value in x.ticks where x.ticks.count <= 6 || value == x.low || value == x.high {
                let anchor: Drawing.Anchor = value == x.low ? .start : value == x.high ? .end : .middle
                drawing.text(tick(value, x.digits), frame.left + x.position(value), frame.bottom + 16, anchor: anchor, style: "tick")
            }
            draw(panel, in: frame, x: x, y: y, on: &drawing, named: index == 0)
        }
        return drawing
    }

    private func draw(_ panel: Panel, in frame: PanelGrid.Frame, x: Axis, y: Axis, on drawing: inout Drawing, named: Bool) {
        func place(_ predicted: Double, _ observed: Double) -> (x: Double, y: Double) {
            (frame.left + x.position(predicted), frame.bottom - y.position(observed))
        }
        let from = max(x.low, y.low), to = min(x.high, y.high)
        drawing.path([place(from, from), place(to, to)], closed: false, style: "diagonal")
        let drawn = panel.points.compactMap { point in
            point.predicted.flatMap { predicted in point.observed.map { (name: point.name, line: place(predicted, predicted), at: place(predicted, $0)) } }
        }
        drawing.uprights(drawn.map { ($0.at.x, $0.line.y, $0.at.y) }, style: "residual")
        for point in drawn { drawing.circle(point.at.x, point.at.y, radius: 4.5, style: "dot") }
        // Names keep their order from left to right; where points lie on top of each other they move apart.
        let order = drawn.indices.sorted { (drawn[$0].at.x, $0) < (drawn[$1].at.x, $1) }
        let places = LabelPlacement.apart(
            order.map { drawn[$0].at.x }, heights: order.map { TextFit.width(drawn[$0].name, size: 12.5, bold: true) + 4 }, top: frame.left, bottom: frame.right)
        var taken = drawn.map { (x: $0.at.x, y: $0.at.y) }
        for (index, centre) in zip(order, places) {
            let above = drawn[index].at.y <= drawn[index].line.y
            let baseline = drawn[index].at.y + (above ? -9 : 18)
            drawing.textOverLines(drawn[index].name, centre, baseline, anchor: .middle, style: "word")
            taken += [(x: centre, y: baseline - 4), (x: drawn[index].at.x, y: (drawn[index].at.y + drawn[index].line.y) / 2), (x: drawn[index].at.x, y: drawn[index].line.y)]
        }
        if drawn.isEmpty { drawing.text(Numbers.none, (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, anchor: .middle, style: "num") }
        guard named else { return }
        // At the end of the diagonal, above or below it, where it covers nothing; the caption says it as well.
        let width = TextFit.width(diagonal, size: 12)
        let ends = [place(to, to), place(from, from)].flatMap { end in [(end.x, end.y - 10), (end.x, end.y + 18)] }
        let free = ends.map { (x: min(max($0 - width / 2, frame.left), frame.right - width), y: $1) }.first { spot in
            spot.y - 12 > frame.top && spot.y + 4 < frame.bottom
                && !taken.contains { $0.x > spot.x - 12 && $0.x < spot.x + width + 12 && abs($0.y - (spot.y - 4)) < 15 }
        }
        if let free { drawing.textOverLines(diagonal, free.x, free.y, style: "cap zone-cap") }
    }
}
