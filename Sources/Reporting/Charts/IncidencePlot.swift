/// The share that has been placed by each day, with how many people could still be placed below its axis.
struct IncidencePlot {
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
        /// Per 100; `nil` = withheld from here on.
        var placed: Double?
        var low: Double?
        var high: Double?
    }

    /// More lines than this cannot be told apart; the others are drawn thin and stand in the table.
    static let told = 5

    func wide(id: String, title: String, description: String) -> SVG {
        let nameWidth = 118.0
        let names = toldSeries.map { TextFit.lines($0.name, width: nameWidth, size: 12.5) }
        let rowHeights = names.map { Double($0.count) * 15 + 6 }
        let plot = (left: 132.0, right: 596.0, top: 12.0, bottom: 232.0)
        var drawing = Drawing(width: 760, height: plot.bottom + 62 + rowHeights.reduce(0, +))
        let days = ticks(most: 7)
        let x = scale(on: &drawing, left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom, days: days)

        let labels = toldSeries.map { TextFit.lines($0.name, width: 142, size: 13.5, bold: true) }
        let ends = toldSeries.map { series in series.points.last { $0.placed != nil }?.placed.map(x.y) ?? plot.bottom }
        let placed = apart(ends, heights: labels.map { Double($0.count) * 15 + 3 }, top: plot.top, bottom: plot.bottom + 8)
        for (index, lines) in labels.enumerated() {
            drawing.line(598, ends[index], 610, placed[index], style: "lead")
            for (line, text) in lines.enumerated() {
                drawing.text(text, 614, placed[index] + 4.5 + (Double(line) - Double(lines.count - 1) / 2) * 15, style: "lab strong s\(index)-t")
            }
        }
        drawing.text(dayLabel, plot.right, plot.bottom + 34, anchor: .end, style: "cap")
        drawing.text(atRiskLabel, 0, plot.bottom + 50, style: "cap")
        var y = plot.bottom + 56
        for (index, series) in toldSeries.enumerated() {
            for (line, text) in names[index].enumerated() { drawing.text(text, 0, y + 12 + Double(line) * 15, style: "num s\(index)-t") }
            for point in series.points where days.contains(point.day) {
                drawing.text(point.atRisk, x.x(point.day), y + 12, anchor: .middle, style: "num")
            }
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
        let x = scale(on: &drawing, left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom, days: days)
        drawing.text(dayLabel, plot.right, plot.bottom + 34, anchor: .end, style: "cap")
        y = plot.bottom + 50
        for (line, text) in riskLines.enumerated() { drawing.text(text, 0, y + Double(line) * 15, style: "cap") }
        y += Double(riskLines.count) * 15 - 8
        for (index, series) in toldSeries.enumerated() {
            for (line, text) in names[index].enumerated() { drawing.text(text, 0, y + 12 + Double(line) * 16, style: "num s\(index)-t") }
            let row = y + Double(names[index].count) * 16 + 12
            for point in series.points where days.contains(point.day) {
                drawing.text(point.atRisk, x.x(point.day), row, anchor: .middle, style: "num")
            }
            y += rowHeights[index]
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private var toldSeries: [Series] { Array(series.prefix(Self.told)) }

    private func ticks(most: Int) -> Set<Double> {
        let days = Set(series.flatMap { $0.points.map(\.day) }).sorted()
        guard days.count > most else { return Set(days) }
        let every = Int((Double(days.count - 1) / Double(most - 1)).rounded(.up))
        return Set(stride(from: 0, to: days.count, by: every).map { days[$0] })
    }

    private func scale(
        on drawing: inout Drawing, left: Double, right: Double, top: Double, bottom: Double, days: Set<Double>
    ) -> (x: (Double) -> Double, y: (Double) -> Double) {
        let values = series.flatMap { $0.points.flatMap { [$0.placed, $0.high].compactMap(\.self) } }
        let axis = Axis(covering: 0, max(10, min(100, values.max() ?? 10)), from: bottom, to: top, ticks: 4)
        let last = max(1, series.flatMap { $0.points.map(\.day) }.max() ?? 1)
        let x: (Double) -> Double = { left + $0 / last * (right - left) }
        for tick in axis.ticks {
            drawing.line(left, axis.position(tick), right, axis.position(tick), style: tick == 0 ? "zero" : "rule")
            drawing.text(number(tick), left - 7, axis.position(tick) + 4.5, anchor: .end, style: "tick")
        }
        for day in days.sorted() {
            drawing.line(x(day), bottom, x(day), bottom + 4, style: "rule")
            drawing.text(number(day), x(day), bottom + 18, anchor: .middle, style: "tick")
        }
        for series in series.dropFirst(Self.told) { curve(series, on: &drawing, x: x, y: axis.position, style: "untold", band: false) }
        for (index, series) in toldSeries.enumerated().reversed() {
            curve(series, on: &drawing, x: x, y: axis.position, style: "s\(index)", band: self.series.count <= 3)
        }
        return (x, axis.position)
    }

    private func curve(_ series: Series, on drawing: inout Drawing, x: (Double) -> Double, y: (Double) -> Double, style: String, band: Bool) {
        let drawn = series.points.filter { $0.placed != nil }
        if band {
            let upper = drawn.compactMap { point in point.high.map { (x: x(point.day), y: y($0)) } }
            let lower = drawn.compactMap { point in point.low.map { (x: x(point.day), y: y($0)) } }
            if upper.count == lower.count, upper.count > 1 { drawing.path(upper + lower.reversed(), closed: true, style: "\(style)-b") }
        }
        drawing.path(drawn.map { (x: x($0.day), y: y($0.placed ?? 0)) }, closed: false, style: style)
    }

    /// Moves labels from where their lines end until none touch, in the order of the lines.
    private func apart(_ wanted: [Double], heights: [Double], top: Double, bottom: Double) -> [Double] {
        let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
        var places = wanted
        var free = top
        for index in order {
            places[index] = max(wanted[index], free + heights[index] / 2)
            free = places[index] + heights[index] / 2
        }
        var limit = bottom
        for index in order.reversed() {
            places[index] = min(places[index], limit - heights[index] / 2)
            limit = places[index] - heights[index] / 2
        }
        return places
    }
}
