/// Several shares of each group beside each other, each as a bar from nothing with its number, all on one scale: the steps of a funnel,
/// or the parts of a distance. Below each other, bars of one share start on one line.
struct ShareColumns: Chart {
    var columns: [String]
    var rows: [Row]
    /// Header above the numbers of people.
    var people: String
    var number: (Double) -> String

    struct Row {
        var name: String
        var n: String
        /// One per column, of 100; `nil` = nothing may be drawn.
        var values: [Double?]
        /// One per column: what was judged about it, or `nil`.
        var marks: [VerdictMark?]
    }

    func wide(id: String, title: String, description: String) -> SVG {
        let left = 206.0, gap = 16.0
        let slot = (760 - left + gap) / Double(max(1, columns.count))
        let headers = columns.map { TextFit.lines($0, width: slot - gap, size: 12.5, bold: true) }
        let labels = rows.map { TextFit.lines($0.name, width: 140, size: 13.5) }
        let heights = labels.map { max(30, Double($0.count) * 16 + 10) }
        let top = Double(headers.map(\.count).max() ?? 1) * 15 + 10
        var drawing = Drawing(width: 760, height: top + heights.reduce(0, +) + 4)
        drawing.text(people, 190, top - 6, anchor: .end, style: "cap")
        for (column, lines) in headers.enumerated() {
            let x = left + Double(column) * slot
            for (line, text) in lines.enumerated() { drawing.text(text, x, 12 + Double(line) * 15, style: "word") }
            drawing.uprights([(x, top, drawing.height - 4)], style: "zero")
        }
        var y = top
        for (index, row) in rows.enumerated() {
            let middle = y + heights[index] / 2
            let first = middle - Double(labels[index].count - 1) * 8 + 4.5
            for (line, text) in labels[index].enumerated() { drawing.text(text, 0, first + Double(line) * 16, style: "lab") }
            drawing.text(row.n, 190, middle + 4.5, anchor: .end, style: "num")
            for column in columns.indices {
                draw(row, column, on: &drawing, left: left + Double(column) * slot, right: left + Double(column + 1) * slot - gap, middle: middle)
            }
            y += heights[index]
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    /// For narrow windows: a block per share, with the groups below each other.
    func narrow(id: String, title: String, description: String) -> SVG {
        let width = 300.0, left = 118.0
        let headers = columns.map { TextFit.lines($0, width: width, size: 13.5, bold: true) }
        let labels = rows.map { TextFit.lines($0.name, width: left - 10, size: 12.5) }
        let heights = labels.map { max(25, Double($0.count) * 15 + 8) }
        let block = heights.reduce(0, +)
        var drawing = Drawing(width: width, height: headers.reduce(0) { $0 + Double($1.count) * 17 + 8 + block + 14 })
        var y = 0.0
        for column in columns.indices {
            for (line, text) in headers[column].enumerated() { drawing.text(text, 0, y + 13 + Double(line) * 17, style: "lab strong") }
            y += Double(headers[column].count) * 17 + 8
            drawing.uprights([(left, y, y + block)], style: "zero")
            for (index, row) in rows.enumerated() {
                let middle = y + heights[index] / 2
                let first = middle - Double(labels[index].count - 1) * 7.5 + 4.5
                for (line, text) in labels[index].enumerated() { drawing.text(text, 0, first + Double(line) * 15, style: "num ink") }
                draw(row, column, on: &drawing, left: left, right: width, middle: middle)
                y += heights[index]
            }
            y += 14
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private var largest: Double { max(rows.flatMap { $0.values.compactMap(\.self) }.max() ?? 100, 1e-6) }

    private func draw(_ row: Row, _ column: Int, on drawing: inout Drawing, left: Double, right: Double, middle: Double) {
        guard let value = row.values[column] else {
            drawing.text(Numbers.none, left + 7, middle + 4.5, style: "num")
            return
        }
        let mark = row.marks[column].flatMap { [.disparity, .signal].contains($0.verdict) ? $0 : nil }
        let text = number(value)
        // The longest bar leaves room for its number and the shape of its verdict.
        let room = right - left - TextFit.width(number(100), size: 12.5) - 26
        let end = left + value / largest * room
        drawing.rectangle(left, middle - 7, end - left, 14, style: mark.map { "bar t-\($0.tone.rawValue)" } ?? "bar")
        drawing.text(text, end + 6, middle + 4.5, style: "num ink")
        if let mark { Mark.draw(mark, on: &drawing, x: end + 6 + TextFit.width(text, size: 12.5) + 9, y: middle, radius: 5.5) }
    }
}
