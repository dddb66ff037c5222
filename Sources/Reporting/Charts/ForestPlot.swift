/// Differences with their intervals against the zone that counts as small: one row per group.
struct ForestPlot {
    var rows: [Row]
    /// What the axis covers.
    var range: ClosedRange<Double>
    /// What the two ends of the axis mean.
    var less: String
    var more: String
    /// Caption of the zone, such as `afgesproken marge (±10)`.
    var zone: String
    /// Header above the numbers of people.
    var people: String
    /// Writes an axis tick in the reader's language: value and decimals.
    var tick: (Double, Int) -> String

    struct Row {
        var label: String
        /// People, or a dash.
        var n: String
        var mark: VerdictMark
        /// In the unit of the axis; `nil` = nothing may be drawn.
        var value: Double?
        /// `nil` = unbounded.
        var low: Double?
        var high: Double?
        var margin: Double
    }

    func wide(id: String, title: String, description: String) -> SVG {
        let labels = rows.map { TextFit.lines($0.label, width: 138, size: 13.5) }
        let words = rows.map { TextFit.lines($0.mark.word, width: 150, size: 12.5, bold: true) }
        let heights = zip(labels, words).map { max(30, Double(max($0.count, $1.count)) * 16 + 12) }
        let plot = (left: 206.0, right: 584.0, top: 26.0)
        let bottom = plot.top + heights.reduce(0, +)
        var drawing = Drawing(width: 760, height: bottom + 44)
        let axis = axis(from: plot.left + 8, to: plot.right - 8, ticks: 6)
        drawing.text(people, 190, 14, anchor: .end, style: "cap")
        scale(axis, on: &drawing, top: plot.top, bottom: bottom, centres: heights, zoneCaptionAt: 14)
        var y = plot.top
        for (index, row) in rows.enumerated() {
            let middle = y + heights[index] / 2
            write(labels[index], on: &drawing, x: 0, middle: middle, style: "lab", lineHeight: 16)
            drawing.text(row.n, 190, middle + 4.5, anchor: .end, style: "num")
            draw(row, axis: axis, on: &drawing, y: middle, plot: (plot.left, plot.right))
            let wordX = row.value == nil ? 614.0 : 600.0
            if row.value == nil { Mark.draw(row.mark, on: &drawing, x: 603, y: middle, radius: 6) }
            write(words[index], on: &drawing, x: wordX, middle: middle, style: "word t-\(row.mark.tone.rawValue)", lineHeight: 15)
            y += heights[index]
        }
        ends(axis, on: &drawing, y: bottom + 38, left: plot.left, right: plot.right)
        return drawing.finished(id: id, title: title, description: description)
    }

    /// For narrow windows: words above the marks, the whole width for the axis.
    func narrow(id: String, title: String, description: String) -> SVG {
        let width = 300.0
        let labels = rows.map { TextFit.lines("\($0.label) (\($0.n))", width: width - 4, size: 13.5, bold: true) }
        let words = rows.map { TextFit.lines($0.mark.word, width: width - 24, size: 12.5, bold: true) }
        let heights = zip(labels, words).map { Double($0.count) * 17 + Double($1.count) * 16 + 34 }
        let zoneLines = TextFit.lines(zone, width: width, size: 12)
        let top = Double(zoneLines.count) * 15 + 6
        let bottom = top + heights.reduce(0, +)
        let axis = axis(from: 20, to: width - 20, ticks: 4)
        let endLines = (TextFit.lines("← " + less, width: width / 2 - 8, size: 12), TextFit.lines(more + " →", width: width / 2 - 8, size: 12))
        var drawing = Drawing(width: width, height: bottom + 24 + Double(max(endLines.0.count, endLines.1.count)) * 15)
        for (index, line) in zoneLines.enumerated() { drawing.text(line, 0, 12 + Double(index) * 15, style: "cap zone-cap") }
        var y = top
        for (index, row) in rows.enumerated() {
            let strip = y + Double(labels[index].count) * 17 + Double(words[index].count) * 16 + 4
            let axisTop = strip, axisBottom = strip + 24
            zone(row, axis: axis, on: &drawing, top: axisTop, height: 24)
            uprights(axis, on: &drawing, top: axisTop, bottom: axisBottom)
            for (line, text) in labels[index].enumerated() { drawing.text(text, 0, y + 13 + Double(line) * 17, style: "lab strong") }
            let wordY = y + Double(labels[index].count) * 17
            Mark.draw(row.mark, on: &drawing, x: 7, y: wordY + 8, radius: 5.5)
            for (line, text) in words[index].enumerated() {
                drawing.text(text, 18, wordY + 12.5 + Double(line) * 16, style: "word t-\(row.mark.tone.rawValue)")
            }
            draw(row, axis: axis, on: &drawing, y: strip + 12, plot: (0, width))
            y += heights[index]
        }
        for tick in shownTicks(axis) {
            drawing.text(self.tick(tick, axis.digits), axis.position(tick), bottom + 8, anchor: .middle, style: "tick")
        }
        for (index, line) in endLines.0.enumerated() { drawing.text(line, 0, bottom + 26 + Double(index) * 15, style: "cap") }
        for (index, line) in endLines.1.enumerated() { drawing.text(line, width, bottom + 26 + Double(index) * 15, anchor: .end, style: "cap") }
        return drawing.finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    /// Wide enough for every difference and margin; an interval that runs much further ends in an arrow.
    static func range(of rows: [Row]) -> ClosedRange<Double> {
        let shown = rows.filter { $0.value != nil }
        let margin = rows.map(\.margin).max() ?? 0
        let effect = shown.compactMap { $0.value.map(abs) }.max() ?? 0
        let base = max(margin * 1.3, effect * 1.1, 1e-6)
        let far = base * 1.8
        let low = shown.map { max($0.low ?? -far, -far) }.min() ?? -base
        let high = shown.map { min($0.high ?? far, far) }.max() ?? base
        return min(low, -base)...max(high, base)
    }

    private func axis(from start: Double, to end: Double, ticks: Int) -> Axis {
        Axis(covering: range.lowerBound, range.upperBound, from: start, to: end, ticks: ticks)
    }

    private func scale(_ axis: Axis, on drawing: inout Drawing, top: Double, bottom: Double, centres heights: [Double], zoneCaptionAt captionY: Double) {
        // Neighbours with the same margin share one zone.
        var y = top
        for (index, row) in rows.enumerated() {
            let same = index + 1 < rows.count && rows[index + 1].margin == row.margin
            y += heights[index]
            guard !same else { continue }
            let first = rows[...index].lastIndex { $0.margin != row.margin }.map { $0 + 1 } ?? 0
            let height = heights[first...index].reduce(0, +)
            zone(row, axis: axis, on: &drawing, top: y - height, height: height)
        }
        uprights(axis, on: &drawing, top: top, bottom: bottom)
        for tick in shownTicks(axis) {
            drawing.text(self.tick(tick, axis.digits), axis.position(tick), bottom + 17, anchor: .middle, style: "tick")
        }
        let half = TextFit.width(zone, size: 12) / 2
        let centre = min(max(axis.position(0), axis.start + half), max(axis.start + half, 760 - half))
        drawing.text(zone, centre, captionY, anchor: .middle, style: "cap zone-cap")
    }

    private func uprights(_ axis: Axis, on drawing: inout Drawing, top: Double, bottom: Double) {
        drawing.uprights(axis.ticks.filter { $0 != 0 }.map { (axis.position($0), top, bottom) }, style: "rule")
        drawing.uprights(axis.contains(0) ? [(axis.position(0), top, bottom)] : [], style: "zero")
    }

    private func zone(_ row: Row, axis: Axis, on drawing: inout Drawing, top: Double, height: Double) {
        let left = axis.position(-row.margin), right = axis.position(row.margin)
        drawing.rectangle(left, top, right - left, height, style: "zone")
    }

    /// Ticks whose numbers do not touch.
    private func shownTicks(_ axis: Axis) -> [Double] {
        let widest = axis.ticks.map { TextFit.width(tick($0, axis.digits), size: 12.5) }.max() ?? 0
        guard axis.ticks.count > 1 else { return axis.ticks }
        let gap = axis.position(axis.ticks[1]) - axis.position(axis.ticks[0])
        let every = max(1, Int(((widest + 6) / gap).rounded(.up)))
        let zero = axis.ticks.firstIndex { abs($0) < 1e-12 } ?? 0
        return axis.ticks.indices.filter { ($0 - zero) % every == 0 }.map { axis.ticks[$0] }
    }

    private func draw(_ row: Row, axis: Axis, on drawing: inout Drawing, y: Double, plot: (left: Double, right: Double)) {
        guard let value = row.value else { return }
        let style = "ci t-\(row.mark.tone.rawValue)"
        let low = row.low.flatMap { axis.contains($0) ? $0 : nil }, high = row.high.flatMap { axis.contains($0) ? $0 : nil }
        let left = low.map(axis.position) ?? axis.start, right = high.map(axis.position) ?? axis.end
        drawing.line(left, y, right, y, style: style)
        if low == nil { drawing.path([(left + 6, y - 4), (left - 1, y), (left + 6, y + 4)], closed: false, style: style) }
        if high == nil { drawing.path([(right - 6, y - 4), (right + 1, y), (right - 6, y + 4)], closed: false, style: style) }
        Mark.draw(row.mark, on: &drawing, x: axis.position(value), y: y, radius: 7)
    }

    private func ends(_ axis: Axis, on drawing: inout Drawing, y: Double, left: Double, right: Double) {
        // Each end of the axis has the room on its side of zero, and what is left of the page beyond the plot.
        let zero = axis.position(0)
        drawing.text("← " + less, max(zero - 10, TextFit.width("← " + less, size: 12)), y, anchor: .end, style: "cap")
        drawing.text(more + " →", min(zero + 10, 760 - TextFit.width(more + " →", size: 12)), y, style: "cap")
    }

    private func write(_ lines: [String], on drawing: inout Drawing, x: Double, middle: Double, style: String, lineHeight: Double) {
        let first = middle - Double(lines.count - 1) * lineHeight / 2 + 4.5
        for (index, line) in lines.enumerated() { drawing.text(line, x, first + Double(index) * lineHeight, style: style) }
    }
}
