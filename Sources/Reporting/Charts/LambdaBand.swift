/// A difference against the share of the difference in scores that is taken to be the test's: one panel per group, the band is its interval,
/// the zone is what counts as small.
struct LambdaBand: Chart {
    var panels: [Panel]
    /// Words below the horizontal axis.
    var lambdaLabel: String
    var zone: String
    /// Writes a difference: value and decimals.
    var tick: (Double, Int) -> String
    /// Writes a share of the difference in scores, such as `25 %`.
    var share: (Double) -> String

    struct Panel {
        var name: String
        var points: [Point]
        var margin: Double
    }

    struct Point {
        /// 0 to 100.
        var lambda: Double
        /// In the unit of the axis; `nil` = nothing may be drawn.
        var gap: Double?
        var low: Double?
        var high: Double?
    }

    func wide(id: String, title: String, description: String) -> SVG {
        draw(width: 760, columns: 3, height: 168).finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        draw(width: 300, columns: 1, height: 150).finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private func draw(width: Double, columns: Int, height: Double) -> Drawing {
        let zoneLines = TextFit.lines(zone, width: width, size: 12)
        let labelLines = TextFit.lines(lambdaLabel, width: width - PanelGrid.axisRoom, size: 12)
        let grid = PanelGrid(
            names: panels.map(\.name), width: width, columns: columns, top: Double(zoneLines.count) * 15 + 8, panel: height, below: 40)
        var drawing = Drawing(width: width, height: grid.height + Double(labelLines.count) * 15 - 8)
        for (index, line) in zoneLines.enumerated() { drawing.text(line, PanelGrid.axisRoom, 12 + Double(index) * 15, style: "cap zone-cap") }
        let axis = Axis(covering: range.lowerBound, range.upperBound, from: 0, to: height, ticks: 5)
        for (panel, frame) in zip(panels, grid.frames) {
            let top = frame.bottom - axis.position(panel.margin), bottom = frame.bottom - axis.position(-panel.margin)
            drawing.rectangle(frame.left, top, frame.right - frame.left, bottom - top, style: "zone")
        }
        grid.scale(on: &drawing, axis: axis, tick: tick)
        for (panel, frame) in zip(panels, grid.frames) { draw(panel, in: frame, axis: axis, on: &drawing) }
        for (index, line) in labelLines.enumerated() { drawing.text(line, PanelGrid.axisRoom, grid.height - 6 + Double(index) * 15, style: "cap") }
        return drawing
    }

    private func draw(_ panel: Panel, in frame: PanelGrid.Frame, axis: Axis, on drawing: inout Drawing) {
        func x(_ lambda: Double) -> Double { frame.left + lambda / 100 * (frame.right - frame.left) }
        func y(_ value: Double) -> Double { frame.bottom - axis.position(value) }
        for band in Runs.of(panel.points, { point in point.low.flatMap { low in point.high.map { (x(point.lambda), y(low), y($0)) } } }) where band.count > 1 {
            drawing.path(band.map { ($0.0, $0.2) } + band.reversed().map { ($0.0, $0.1) }, closed: true, style: "band")
        }
        let runs = Runs.of(panel.points) { point in point.gap.map { (x: x(point.lambda), y: y($0)) } }
        for run in runs where run.count > 1 { drawing.path(run, closed: false, style: "curve") }
        for point in panel.points {
            guard let gap = point.gap else { continue }
            drawing.circle(x(point.lambda), y(gap), radius: 2.6, style: "dot")
        }
        // The two ends are written, as it is and if all of it were the test, each on the side that the line leaves free.
        let falls = (panel.points.first?.gap ?? 0) > (panel.points.last?.gap ?? 0)
        for (point, anchor) in [(panel.points.first, Drawing.Anchor.start), (panel.points.last, .end)] {
            guard let point, let gap = point.gap else { continue }
            let isAbove = falls == (anchor == .start)
            drawing.textOverLines(tick(gap, 1), x(point.lambda) + (anchor == .start ? 5 : -5), y(gap) + (isAbove ? -8 : 17), anchor: anchor, style: "num")
        }
        for lambda in [0.0, 50, 100] {
            let anchor: Drawing.Anchor = lambda == 0 ? .start : lambda == 100 ? .end : .middle
            drawing.text(share(lambda), x(lambda), frame.bottom + 16, anchor: anchor, style: "tick")
        }
    }

    private var range: ClosedRange<Double> {
        let margin = panels.map(\.margin).max() ?? 0
        let values = panels.flatMap { $0.points.flatMap { [$0.gap, $0.low, $0.high].compactMap(\.self) } }
        let low = min(values.min() ?? 0, -margin), high = max(values.max() ?? 0, margin)
        return low...max(high, low + 1e-6)
    }
}
