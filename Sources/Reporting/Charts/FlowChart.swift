/// Who does what, in order: a lane per actor, a column per moment. What a computer does alone is dark, so that one sees where people decide.
struct FlowChart: Chart {
    var steps: [Step]

    struct Step {
        var name: String
        var lane: String
        var isAutomatic: Bool
        /// It happens at the same moment as the step before it.
        var isAlongside: Bool
    }

    private static let size = 13.0

    /// The moment of each step: `1`, `2`, and `2` again for what happens alongside.
    static func numbers(_ alongside: [Bool]) -> [Int] {
        var number = 0
        return alongside.map { isAlongside in
            if !isAlongside || number == 0 { number += 1 }
            return number
        }
    }

    private var numbers: [Int] { Self.numbers(steps.map(\.isAlongside)) }

    private var lanes: [String] {
        var seen: Set<String> = []
        return steps.map(\.lane).filter { seen.insert($0).inserted }
    }

    private struct Box {
        var x, y, width, height: Double
        var middle: Double { y + height / 2 }
    }

    func wide(id: String, title: String, description: String) -> SVG {
        let left = 100.0, total = 759.0, gap = 22.0
        let columns = max(1, numbers.last ?? 1)
        let width = min(150, (total - left - gap * Double(columns - 1)) / Double(columns))
        let texts = steps.map { TextFit.lines($0.name, width: width - 8, size: Self.size, bold: true, most: 3) }
        let height = Double(texts.map(\.count).max() ?? 1) * 17 + 32
        let lane = height + 20
        var drawing = Drawing(width: total + 1, height: Double(lanes.count) * lane)
        for (index, name) in lanes.enumerated() {
            let top = Double(index) * lane
            if index > 0 { drawing.line(0, top, total, top, style: "rule") }
            let lines = TextFit.lines(name, width: left - 14, size: Self.size, most: 3)
            for (line, text) in lines.enumerated() {
                drawing.text(text, 0, top + lane / 2 + 4.5 + (Double(line) - Double(lines.count - 1) / 2) * 16, style: "lab")
            }
        }
        let boxes = zip(steps, numbers).map { step, number in
            Box(
                x: left + Double(number - 1) * (width + gap), y: Double(lanes.firstIndex(of: step.lane) ?? 0) * lane + (lane - height) / 2,
                width: width, height: height)
        }
        for (from, to) in links { connect(boxes[from], boxes[to], gap: gap, on: &drawing) }
        for (index, box) in boxes.enumerated() { draw(box, texts[index], steps[index], number: numbers[index], on: &drawing) }
        return drawing.finished(id: id, title: title, description: description)
    }

    /// One below the other, with who does it in the box.
    func narrow(id: String, title: String, description: String) -> SVG {
        let width = 268.0, gap = 22.0
        let texts = zip(steps, numbers).map { step, number in
            (TextFit.lines("\(number). \(step.name)", width: width - 24, size: 14, bold: true, most: 3), TextFit.lines(step.lane, width: width - 24, size: Self.size, most: 2))
        }
        let heights = texts.map { Double($0.0.count) * 18 + Double($0.1.count) * 16 + 16 }
        var drawing = Drawing(width: 300, height: heights.reduce(0, +) + gap * Double(max(0, steps.count - 1)) + 2)
        var y = 1.0
        for (index, step) in steps.enumerated() {
            let box = Box(x: 16, y: y, width: width, height: heights[index])
            drawing.rectangle(box.x, box.y, box.width, box.height, style: step.isAutomatic ? "box auto" : "box")
            var line = y + 22
            for text in texts[index].0 { drawing.text(text, 28, line, style: step.isAutomatic ? "lab strong on" : "lab strong"); line += 18 }
            for text in texts[index].1 { drawing.text(text, 28, line - 1, style: step.isAutomatic ? "on" : "cap"); line += 16 }
            y += heights[index]
            if index + 1 < steps.count {
                // What happens at the same moment does not follow on what is above it.
                if !steps[index + 1].isAlongside { arrow(150, y + 2, 150, y + gap - 2, on: &drawing) }
                y += gap
            }
        }
        return drawing.finished(id: id, title: title, description: description)
    }

    /// Every step of a moment leads to every step of the next.
    private var links: [(Int, Int)] {
        steps.indices.flatMap { from in steps.indices.filter { numbers[$0] == numbers[from] + 1 }.map { (from, $0) } }
    }

    private func draw(_ box: Box, _ lines: [String], _ step: Step, number: Int, on drawing: inout Drawing) {
        drawing.rectangle(box.x, box.y, box.width, box.height, style: step.isAutomatic ? "box auto" : "box")
        drawing.text(String(number), box.x + 7, box.y + 15, style: step.isAutomatic ? "on" : "num")
        for (line, text) in lines.enumerated() {
            let y = box.middle + 11 + (Double(line) - Double(lines.count - 1) / 2) * 17
            drawing.text(text, box.x + box.width / 2, y, anchor: .middle, style: step.isAutomatic ? "strong on" : "strong")
        }
    }

    private func connect(_ from: Box, _ to: Box, gap: Double, on drawing: inout Drawing) {
        let start = from.x + from.width
        guard from.middle != to.middle else { return arrow(start, from.middle, to.x, to.middle, on: &drawing) }
        let bend = start + gap / 2 - 2
        drawing.path([(start, from.middle), (bend, from.middle), (bend, to.middle)], closed: false, style: "way")
        arrow(bend, to.middle, to.x, to.middle, on: &drawing)
    }

    private func arrow(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, on drawing: inout Drawing) {
        drawing.path([(x1, y1), (x2, y2)], closed: false, style: "way")
        let isDown = y2 > y1
        drawing.path(
            isDown ? [(x2 - 4, y2 - 6), (x2 + 4, y2 - 6), (x2, y2)] : [(x2 - 6, y2 - 4), (x2 - 6, y2 + 4), (x2, y2)], closed: true, style: "tip")
    }
}
