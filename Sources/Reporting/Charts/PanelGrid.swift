/// Small multiples: equal panels with a name above each, on one scale, so that groups can be compared by eye.
struct PanelGrid {
    let width: Double
    let height: Double
    let frames: [Frame]
    let columns: Int
    /// Room for the numbers of the vertical axis, left of the first column.
    let margin: Double

    struct Frame {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        var name: [String]
        var isFirstColumn: Bool
    }

    private static let nameLine = 16.0
    /// For `−100` in the widest of the usual fonts.
    static let axisRoom = 44.0

    /// - Parameters:
    ///   - top: room above the first panel.
    ///   - below: room under each panel for the horizontal axis.
    init(names: [String], width: Double, columns most: Int, top: Double, panel height: Double, below: Double, margin: Double = Self.axisRoom) {
        let columns = max(1, min(most, names.count))
        let gap = 22.0
        // One group by itself does not need a whole page.
        let each = min((width - margin - gap * Double(columns - 1)) / Double(columns), 430)
        let lines = names.map { TextFit.lines($0, width: each, size: 13.5, bold: true, most: 3) }
        var frames: [Frame] = []
        var y = top
        for start in stride(from: 0, to: lines.count, by: columns) {
            let row = lines[start..<min(start + columns, lines.count)]
            y += Double(row.map(\.count).max() ?? 1) * Self.nameLine + 6
            for (column, name) in row.enumerated() {
                let left = margin + Double(column) * (each + gap)
                frames.append(Frame(left: left, right: left + each, top: y, bottom: y + height, name: name, isFirstColumn: column == 0))
            }
            y += height + below
        }
        self.width = width
        self.height = y
        self.frames = frames
        self.columns = columns
        self.margin = margin
    }

    /// Names, rules at the ticks of the axis, and the numbers of the ticks beside the first column.
    /// - Parameter axis: from 0 at the bottom of a panel up to its height.
    func scale(on drawing: inout Drawing, axis: Axis, tick: (Double, Int) -> String, sign zeroStyle: String = "zero") {
        for frame in frames {
            for (line, text) in frame.name.enumerated() {
                drawing.text(text, frame.left, frame.top - 8 - Double(frame.name.count - 1 - line) * Self.nameLine, style: "lab strong")
            }
            let rules = axis.ticks.filter { $0 != 0 }.map { (frame.left, frame.bottom - axis.position($0), frame.right) }
            drawing.rules(rules, style: "rule")
            if axis.contains(0) { drawing.rules([(frame.left, frame.bottom - axis.position(0), frame.right)], style: zeroStyle) }
            guard frame.isFirstColumn else { continue }
            for value in axis.ticks {
                drawing.text(tick(value, axis.digits), frame.left - 6, frame.bottom - axis.position(value) + 4.5, anchor: .end, style: "tick")
            }
        }
    }
}
