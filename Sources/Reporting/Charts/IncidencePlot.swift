/// The share that has been placed by each day, as steps, with how many people could still be placed below the ticks of the axis.
struct IncidencePlot: Chart {
    /// The first four are told apart; the others are drawn thin and stand in the table.
    var series: [Series]
    /// Words below the day axis and above the numbers at risk.
    var dayLabel: String
    var atRiskLabel: String
    var number: (Double) -> String

    struct Series {
        var name: String
        var points: [Point]
    }

    struct Point {
        var day: Double
        var atRisk: String
        /// Per 100; `nil` = too few people at risk to say, or withheld.
        var placed: Double?
        var low: Double?
        var high: Double?
    }

    /// More lines than this cannot be told apart.
    static let told = 4

    func wide(id: String, title: String, description: String) -> SVG {
        // The first number at risk stands around the axis.
        let nameWidth = 106.0
        let names = toldSeries.map { TextFit.lines($0.name, width: nameWidth, size: 12.5) }
        let rowHeights = names.map { Double($0.count) * 15 + 6 }
        let plot = (left: 132.0, right: 596.0, top: 12.0, bottom: 232.0)
        var drawing = Drawing(width: 760, height: plot.bottom + 62 + rowHeights.reduce(0, +))
        let days = ticks(most: 7)
        let scale = scale(on: &drawing, left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom, days: days)

        let labels = toldSeries.map { TextFit.lines($0.name, width: 142, size: 13.5, bold: true) }
        let ends = toldSeries.map { series in series.points.last { $0.placed != nil } }
        let wanted = ends.map { $0?.placed.map(scale.y) ?? plot.bottom }
        let placed = LabelPlacement.apart(wanted, heights: labels.map { Double($0.count) * 15 + 3 }, top: plot.top, bottom: plot.bottom + 8)
        for (index, lines) in labels.enumerated() {
            // A line that stops early leads to its name from where it stops.
            let from = ends[index].map { scale.x($0.day) } ?? plot.right
            drawing.line(from + 7, wanted[index], 610, placed[index], style: "lead")
            for (line, text) in lines.enumerated() {
                drawing.text(text, 614, placed[index] + 4.5 + (Double(line) - Double(lines.count - 1) / 2) * 15, style: "lab strong s\(index)-t")
            }
        }
        drawing.text(dayLabel, plot.right, plot.bottom + 34, anchor: .end, style: "cap")
        drawing.text(atRiskLabel, 0, plot.bottom + 50, style: "cap")
        var y = plot.bottom + 56
        for (index, series) in toldSeries.enumerated() {
            for (line, text) in names[index].enumerated() { drawing.text(text, 0, y + 12 + Double(line) * 15, style: "num s\(index)-t") }
            writeAtRisk(series, days: days, on: &drawing, y: y + 12, x: scale.x)
            y += rowHeights[index]
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        let names = toldSeries.map { TextFit.lines($0.name, width: 258, size: 13) }
        let legendHeight = names.reduce(0) { $0 + Double($1.count) * 17 + 3 }
        let plot = (left: 34.0, right: 284.0, top: legendHeight + 12, bottom: legendHeight + 182)
        let riskLines = TextFit.lines(atRiskLabel, width: 296, size: 12)
        let rowHeights = names.map { Double($0.count) * 16 + 22 }
        var drawing = Drawing(width: 300, height: plot.bottom + 46 + Double(riskLines.count) * 15 + rowHeights.reduce(0, +))
        var y = 4.0
        for (index, lines) in names.enumerated() {
            drawing.line(0, y + 8, 28, y + 8, style: "s\(index)")
            for (line, text) in lines.enumerated() { drawing.text(text, 36, y + 12.5 + Double(line) * 17, style: "lab s\(index)-t") }
            y += Double(lines.count) * 17 + 3
        }
        let days = ticks(most: 4)
        let scale = scale(on: &drawing, left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom, days: days)
        drawing.text(dayLabel, plot.right, plot.bottom + 34, anchor: .end, style: "cap")
        y = plot.bottom + 50
        for (line, text) in riskLines.enumerated() { drawing.text(text, 0, y + Double(line) * 15, style: "cap") }
        y += Double(riskLines.count) * 15 - 8
        for (index, series) in toldSeries.enumerated() {
            for (line, text) in names[index].enumerated() { drawing.text(text, 0, y + 12 + Double(line) * 16, style: "num s\(index)-t") }
            writeAtRisk(series, days: days, on: &drawing, y: y + Double(names[index].count) * 16 + 12, x: scale.x)
            y += rowHeights[index]
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    /// With more curves, bands would hide each other.
    private var hasBands: Bool { series.count <= 3 }
    private var toldSeries: [Series] { Array(series.prefix(Self.told)) }

    private func writeAtRisk(_ series: Series, days: Set<Double>, on drawing: inout Drawing, y: Double, x: (Double) -> Double) {
        for day in days.sorted() {
            // A group whose line has stopped has no number here either.
            let text = series.points.first { $0.day == day }?.atRisk ?? Numbers.none
            drawing.text(text, x(day), y, anchor: .middle, style: "num")
        }
    }

    private func ticks(most: Int) -> Set<Double> {
        let days = Set(series.flatMap { $0.points.map(\.day) }).sorted()
        guard days.count > most else { return Set(days) }
        let every = Int((Double(days.count - 1) / Double(most - 1)).rounded(.up))
        return Set(stride(from: 0, to: days.count, by: every).map { days[$0] })
    }

    private func scale(
        on drawing: inout Drawing, left: Double, right: Double, top: Double, bottom: Double, days: Set<Double>
    ) -> (x: (Double) -> Double, y: (Double) -> Double) {
        let values = series.flatMap { $0.points.flatMap { [$0.placed, self.hasBands ? $0.high : nil].compactMap(\.self) } }
        let axis = Axis(covering: 0, max(10, min(100, values.max() ?? 10)), from: bottom, to: top, ticks: 5)
        let last = max(1, series.flatMap { $0.points.map(\.day) }.max() ?? 1)
        let x: (Double) -> Double = { left + $0 / last * (right - left) }
        drawing.rules(axis.ticks.filter { $0 != 0 }.map { (left, axis.position($0), right) }, style: "rule")
        drawing.rules([(left, axis.position(0), right)], style: "zero")
        for tick in axis.ticks { drawing.text(number(tick), left - 7, axis.position(tick) + 4.5, anchor: .end, style: "tick") }
        drawing.uprights(days.sorted().map { (x($0), bottom, bottom + 4) }, style: "rule")
        for day in days.sorted() { drawing.text(number(day), x(day), bottom + 18, anchor: .middle, style: "tick") }
        for series in series.dropFirst(Self.told) { curve(series, on: &drawing, x: x, y: axis.position, style: "untold", band: false) }
        for (index, series) in toldSeries.enumerated().reversed() {
            curve(series, on: &drawing, x: x, y: axis.position, style: "s\(index)", band: hasBands)
        }
        return (x, axis.position)
    }

    private func curve(_ series: Series, on drawing: inout Drawing, x: (Double) -> Double, y: (Double) -> Double, style: String, band: Bool) {
        if band {
            let bounded = Runs.of(series.points) { point in
                point.placed == nil ? nil : point.low.flatMap { low in point.high.map { (x: x(point.day), low: y(low), high: y($0)) } }
            }
            for run in bounded where run.count > 1 {
                drawing.path(Self.stairs(run.map { ($0.x, $0.high) }) + Self.stairs(run.map { ($0.x, $0.low) }).reversed(), closed: true, style: "\(style)-b")
            }
        }
        for run in Runs.of(series.points, { point in point.placed.map { (x: x(point.day), y: y($0)) } }) {
            // The last value is seen as a level too, not only as the end of a riser.
            drawing.steps(run + [(x: run[run.count - 1].x + 5, y: run[run.count - 1].y)], style: style)
        }
    }

    /// The corners of a line that keeps its value until the next point.
    private static func stairs(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        zip(points, points.dropFirst()).reduce(into: Array(points.prefix(1))) { corners, pair in
            corners += [(pair.1.x, pair.0.y), pair.1]
        }
    }
}
