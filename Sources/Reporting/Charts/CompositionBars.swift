/// What a whole consists of, per group: bars of 100 parts. The kind that the question is about comes first, so that it starts on one line;
/// names stand in the order of the parts and numbers in them, so that nothing depends on colour.
struct CompositionBars: Chart {
    /// In the order of the parts.
    var kinds: [String]
    var rows: [Row]
    /// Header above the numbers of people.
    var people: String
    var number: (Double) -> String

    struct Row {
        var name: String
        var n: String
        /// One per kind, of 100; `nil` = nothing may be drawn.
        var parts: [Double?]
        /// Whether something was found for this group.
        var isFound: Bool
    }

    func wide(id: String, title: String, description: String) -> SVG {
        let left = 206.0, width = 554.0
        let labels = rows.map { TextFit.lines($0.name, width: 140, size: 13.5, bold: $0.isFound) }
        let heights = labels.map { max(32, Double($0.count) * 16 + 10) }
        let key = keyPlaces(from: left, to: 760)
        let top = (key.last?.y ?? 0) + 30
        var drawing = Drawing(width: 760, height: top + heights.reduce(0, +) + 4)
        drawing.text(people, 190, top - 6, anchor: .end, style: "cap")
        drawKey(key, on: &drawing)
        var y = top
        for (index, row) in rows.enumerated() {
            let middle = y + heights[index] / 2
            let first = middle - Double(labels[index].count - 1) * 8 + 4.5
            for (line, text) in labels[index].enumerated() { drawing.text(text, 0, first + Double(line) * 16, style: row.isFound ? "lab strong" : "lab") }
            drawing.text(row.n, 190, middle + 4.5, anchor: .end, style: "num")
            draw(row, on: &drawing, left: left, width: width, top: middle - 11, height: 22)
            y += heights[index]
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        let width = 300.0
        let labels = rows.map { TextFit.lines("\($0.name) (\($0.n))", width: width - 4, size: 13.5, bold: $0.isFound) }
        let key = keyPlaces(from: 0, to: width)
        let top = (key.last?.y ?? 0) + 20
        var drawing = Drawing(width: width, height: top + labels.reduce(0) { $0 + Double($1.count) * 17 + 38 })
        drawKey(key, on: &drawing)
        var y = top
        for (row, lines) in zip(rows, labels) {
            for (line, text) in lines.enumerated() { drawing.text(text, 0, y + 13 + Double(line) * 17, style: row.isFound ? "lab strong" : "lab") }
            y += Double(lines.count) * 17 + 4
            draw(row, on: &drawing, left: 0.5, width: width - 1, top: y, height: 22)
            y += 34
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    private struct KeyPlace {
        var x: Double
        var y: Double
        var kind: Int
    }

    /// In one line above the bars when that fits, otherwise over the whole width.
    private func keyPlaces(from left: Double, to right: Double) -> [KeyPlace] {
        let length = kinds.reduce(0) { $0 + 29 + TextFit.width($1, size: 12) } - 10
        let left = left + length > right ? 0 : left
        var places: [KeyPlace] = []
        var x = left, y = 12.0
        for (index, kind) in kinds.enumerated() {
            let width = 19 + TextFit.width(kind, size: 12) + 10
            if x > left, x + width - 10 > right { (x, y) = (left, y + 19) }
            places.append(KeyPlace(x: x, y: y, kind: index))
            x += width
        }
        return places
    }

    private func drawKey(_ places: [KeyPlace], on drawing: inout Drawing) {
        for place in places {
            drawing.rectangle(place.x + 0.5, place.y - 10, 13, 13, style: "k\(min(place.kind, 3))")
            if place.kind == 0 { hatch(on: &drawing, left: place.x + 0.5, width: 13, top: place.y - 10, height: 13) }
            drawing.text(kinds[place.kind], place.x + 19, place.y + 1, style: "cap ink")
        }
    }

    private func draw(_ row: Row, on drawing: inout Drawing, left: Double, width: Double, top: Double, height: Double) {
        var start = 0.0
        for (kind, part) in row.parts.enumerated() {
            guard let part else { break }
            let x = left + start / 100 * width, length = part / 100 * width
            drawing.rectangle(x, top, length, height, style: "k\(min(kind, 3))")
            let text = number(part)
            let room = TextFit.width(text, size: 12.5) + 8
            if kind == 0 { hatch(on: &drawing, left: x, width: length, top: top, height: height) }
            if length >= room { drawing.text(text, x + length / 2, top + height / 2 + 4.5, anchor: .middle, style: "kt\(min(kind, 3))") }
            start += part
        }
        guard row.parts.contains(where: { $0 == nil }) else { return }
        // From the first part that may not be shown on, the others would give it away by their place.
        let x = left + start / 100 * width
        drawing.rectangle(x, top, left + width - x, height, style: "open")
        drawing.text(Numbers.none, (x + left + width) / 2, top + height / 2 + 4.5, anchor: .middle, style: "num")
    }

    /// Slanted lines: the part that the question is about is seen without colour, and on a bad printer.
    private func hatch(on drawing: inout Drawing, left: Double, width: Double, top: Double, height: Double) {
        drawing.slants(left: left, right: left + width, top: top, bottom: top + height, every: min(9, height / 2), style: "kh")
    }
}
