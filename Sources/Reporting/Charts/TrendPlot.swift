/// A difference quarter by quarter, with its interval, its verdict and what counts as small: one panel per group on one scale.
/// Where something else was measured than before, the line is broken and says so. What may not be shown has its shape below the panel,
/// where no value stands.
struct TrendPlot: Chart {
    /// Names of the quarters, in order of time.
    var cycles: [String]
    var panels: [Panel]
    var zone: String
    /// Word at a break of the line.
    var changed: String
    var tick: (Double, Int) -> String

    struct Panel {
        var name: String
        /// One per quarter; `nil` = the group was not asked about then.
        var points: [Point?]
    }

    struct Point {
        var mark: VerdictMark
        /// In the unit of the axis; `nil` = nothing may be drawn.
        var value: Double?
        /// `nil` = unbounded.
        var low: Double?
        var high: Double?
        var margin: Double
        /// Points of one number were measured in one way.
        var line: Int
    }

    func wide(id: String, title: String, description: String) -> SVG {
        draw(width: 760, columns: panels.count == 2 || panels.count == 4 ? 2 : 3, height: 132).finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        draw(width: 300, columns: 1, height: 120).finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private func draw(width: Double, columns: Int, height: Double) -> Drawing {
        let zoneLines = TextFit.lines(zone, width: width - PanelGrid.axisRoom, size: 12)
        let grid = PanelGrid(
            names: panels.map(\.name), width: width, columns: columns, top: Double(zoneLines.count) * 15 + 8, panel: height, below: 36 + strip)
        var drawing = Drawing(width: width, height: grid.height - 6)
        for (index, line) in zoneLines.enumerated() { drawing.text(line, PanelGrid.axisRoom, 12 + Double(index) * 15, style: "cap zone-cap") }
        let range = range
        let axis = Axis(covering: range.lowerBound, range.upperBound, from: 0, to: height, ticks: 6)
        for (panel, frame) in zip(panels, grid.frames) { drawZone(panel, in: frame, axis: axis, on: &drawing) }
        grid.scale(on: &drawing, axis: axis, tick: tick)
        for (panel, frame) in zip(panels, grid.frames) { draw(panel, in: frame, axis: axis, on: &drawing) }
        return drawing
    }

    /// Room between a panel and the names of its quarters for what may not be shown.
    private var strip: Double { panels.contains { $0.points.contains { $0.map { $0.value == nil } ?? false } } ? 15 : 0 }

    /// Wide enough for every difference and margin; an interval that runs much further ends in an arrow.
    private var range: ClosedRange<Double> {
        let points = panels.flatMap { $0.points.compactMap(\.self) }
        return ForestPlot.range(of: points.map { .init(label: "", n: "", mark: $0.mark, value: $0.value, low: $0.low, high: $0.high, margin: $0.margin) })
    }

    private func x(_ quarter: Int, in frame: PanelGrid.Frame) -> Double {
        let inset = 9.0
        guard cycles.count > 1 else { return (frame.left + frame.right) / 2 }
        return frame.left + inset + Double(quarter) / Double(cycles.count - 1) * (frame.right - frame.left - 2 * inset)
    }

    /// What counts as small may have been set anew: the zone of each quarter is its own, and neighbours that agree are one.
    private func drawZone(_ panel: Panel, in frame: PanelGrid.Frame, axis: Axis, on drawing: inout Drawing) {
        var start = 0
        while start < cycles.count {
            guard let margin = panel.points[start]?.margin else { start += 1; continue }
            var end = start
            while end + 1 < cycles.count, panel.points[end + 1].map({ $0.margin == margin }) ?? false { end += 1 }
            let left = start == 0 ? frame.left : (x(start - 1, in: frame) + x(start, in: frame)) / 2
            let right = end == cycles.count - 1 ? frame.right : (x(end, in: frame) + x(end + 1, in: frame)) / 2
            drawing.rectangle(left, frame.bottom - axis.position(margin), right - left, axis.position(margin) - axis.position(-margin), style: "zone")
            start = end + 1
        }
    }

    private func draw(_ panel: Panel, in frame: PanelGrid.Frame, axis: Axis, on drawing: inout Drawing) {
        func y(_ value: Double) -> Double { frame.bottom - axis.position(value) }
        drawBreaks(panel, in: frame, axis: axis, on: &drawing)
        for line in Set(panel.points.compactMap { $0?.line }).sorted() {
            let quarters = panel.points.enumerated().map { ($0.offset, $0.element.flatMap { $0.line == line ? $0 : nil }) }
            let runs = Runs.of(quarters) { quarter, point in point?.value.map { (x: x(quarter, in: frame), y: y($0)) } }
            for run in runs where run.count > 1 { drawing.path(run, closed: false, style: "trend") }
        }
        // Intervals first, so that no line crosses the shape of a verdict.
        var intervals: [VerdictMark.Tone: [(x: Double, top: Double, bottom: Double)]] = [:]
        for (quarter, point) in panel.points.enumerated() {
            guard let point, point.value != nil else { continue }
            let low = point.low.flatMap { axis.contains($0) ? $0 : nil }, high = point.high.flatMap { axis.contains($0) ? $0 : nil }
            let at = x(quarter, in: frame)
            intervals[point.mark.tone, default: []].append((at, high.map(y) ?? frame.top, low.map(y) ?? frame.bottom))
            let style = "ci t-\(point.mark.tone.rawValue)"
            if high == nil { drawing.path([(at - 3.5, frame.top + 5), (at, frame.top), (at + 3.5, frame.top + 5)], closed: false, style: style) }
            if low == nil { drawing.path([(at - 3.5, frame.bottom - 5), (at, frame.bottom), (at + 3.5, frame.bottom - 5)], closed: false, style: style) }
        }
        for tone in intervals.keys.sorted(by: { $0.rawValue < $1.rawValue }) { drawing.uprights(intervals[tone] ?? [], style: "ci t-\(tone.rawValue)") }
        var marks: [VerdictMark] = []
        for point in panel.points { if let mark = point?.mark, !marks.contains(mark) { marks.append(mark) } }
        for mark in marks {
            let places = panel.points.enumerated().compactMap { quarter, point in
                point.flatMap { $0.mark == mark ? (x: x(quarter, in: frame), y: $0.value.map(y) ?? frame.bottom + 9) : nil }
            }
            Mark.draw(mark, on: &drawing, at: places, radius: 5.2)
        }
        for (quarter, centre) in shownCycles(in: frame) {
            drawing.text(cycles[quarter], centre, frame.bottom + strip + 17, anchor: .middle, style: "tick")
        }
    }

    private func drawBreaks(_ panel: Panel, in frame: PanelGrid.Frame, axis: Axis, on drawing: inout Drawing) {
        let asked = panel.points.enumerated().compactMap { quarter, point in point.map { (quarter, $0.line) } }
        // The word stands where the intervals leave more room.
        let ends = panel.points.compactMap { point in point?.value.map { (point?.high ?? $0, point?.low ?? $0) } }
        let above = axis.high - (ends.map(\.0).max() ?? axis.high), below = (ends.map(\.1).min() ?? axis.low) - axis.low
        let wordY = above >= below ? frame.top + 10 : frame.bottom - 5
        var free = frame.left
        for (before, after) in zip(asked, asked.dropFirst()) where after.1 > before.1 {
            let at = (x(before.0, in: frame) + x(after.0, in: frame)) / 2
            drawing.uprights([(at, frame.top, frame.bottom)], style: "break")
            let width = TextFit.width(changed, size: 12)
            let left = at + 4 + width > frame.right ? at - 4 - width : at + 4
            // Two breaks close together share one word.
            guard left >= free else { continue }
            drawing.textOverLines(changed, left, wordY, style: "cap")
            free = left + width + 6
        }
    }

    /// The last quarter, and as many before it as have room for their names, each with the middle of its name.
    private func shownCycles(in frame: PanelGrid.Frame) -> [(quarter: Int, centre: Double)] {
        var shown: [(quarter: Int, centre: Double)] = []
        var free = frame.right
        for quarter in cycles.indices.reversed() {
            let half = TextFit.width(cycles[quarter], size: 12.5) / 2
            let centre = max(min(x(quarter, in: frame), frame.right - half), frame.left + half)
            guard centre + half <= free + 0.01, abs(centre - x(quarter, in: frame)) < half else { continue }
            shown.append((quarter, centre))
            free = centre - half - 8
        }
        return shown.reversed()
    }
}
