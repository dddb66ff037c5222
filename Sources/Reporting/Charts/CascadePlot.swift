/// A difference at each stage of a chain, as a staircase: a step up or down stands between the stages where it was made,
/// with the shape of its verdict where something was found to the disadvantage of the group. Below each stage stands how many people it rests on;
/// a stage of few people is drawn lighter.
struct CascadePlot: Chart {
    var panels: [Panel]
    var stages: [String]
    /// Their names where there is little room; `nil` = the same.
    var short: [String]?
    /// Word beside the numbers of people, where there is room for it.
    var people = ""
    /// The scale covers at least this much to both sides when all differences are smaller: small ones are to look small.
    var least: Double
    /// Words about the line of no difference and the numbers below the stages.
    var zero: String
    var tick: (Double, Int) -> String

    struct Panel {
        var name: String
        /// One per stage; `nil` = nothing may be drawn.
        var values: [Double?]
        /// One per step between two stages; `nil` = not judged.
        var steps: [VerdictMark?]
        /// How many people each stage rests on; empty = not told.
        var counts: [Count?] = []

        struct Count: Equatable {
            var text: String
            var isSmall: Bool
        }

        fileprivate func isSmall(_ stage: Int) -> Bool { stage < counts.count && counts[stage]?.isSmall == true }
    }

    func wide(id: String, title: String, description: String) -> SVG {
        let nameWidth = 150.0, left = 170.0, height = 92.0
        let gap = 34 + countRoom
        let zeroLines = TextFit.lines(zero, width: 760, size: 12)
        var drawing = Drawing(width: 760, height: 48 + Double(panels.count) * (height + gap) + Double(zeroLines.count - 1) * 15 + 6)
        let slot = (760 - left) / Double(max(1, stages.count))
        for (index, stage) in stages.enumerated() {
            for (line, text) in TextFit.lines(stage, width: slot - 4, size: 12.5).enumerated() {
                drawing.text(text, left + (Double(index) + 0.5) * slot, 12 + Double(line) * 14, anchor: .middle, style: "num")
            }
        }
        var top = 48.0
        for panel in panels {
            let lines = TextFit.lines(panel.name, width: nameWidth, size: 13.5, bold: true)
            let base = top + rise(0, height)
            let first = base + 4.5 - Double(lines.count - 1) * 8
            for (line, text) in lines.enumerated() { drawing.text(text, 0, first + Double(line) * 16, style: "lab strong") }
            draw(panel, on: &drawing, left: left, slot: slot, top: top, height: height)
            if !panel.counts.isEmpty, !people.isEmpty { drawing.text(people, left - 20, top + height + countRoom + 14, anchor: .end, style: "tick") }
            top += height + gap
        }
        for (index, line) in zeroLines.reversed().enumerated() { drawing.text(line, 0, drawing.height - 4 - Double(index) * 15, style: "cap") }
        return drawing.finished(id: id, title: title, description: description)
    }

    func narrow(id: String, title: String, description: String) -> SVG {
        let width = 300.0, height = 84.0
        let names = panels.map { TextFit.lines($0.name, width: width, size: 13.5, bold: true) }
        let slot = width / Double(max(1, stages.count))
        let stages = short ?? stages
        // Names of stages that do not fit beside each other stand in two lines, turn about.
        let turns = stages.contains { TextFit.width($0, size: 12) > slot - 4 } ? 2 : 1
        let below = 26 + countRoom + Double(turns) * 15
        let zeroLines = TextFit.lines(zero, width: width, size: 12)
        let heights = names.map { Double($0.count) * 17 + 16 + height + below + 10 }
        var drawing = Drawing(width: width, height: heights.reduce(0, +) + Double(zeroLines.count) * 15)
        var top = 0.0
        for (panel, lines) in zip(panels, names) {
            for (line, text) in lines.enumerated() { drawing.text(text, 0, top + 13 + Double(line) * 17, style: "lab strong") }
            let plot = top + Double(lines.count) * 17 + 16
            draw(panel, on: &drawing, left: 0, slot: slot, top: plot, height: height)
            for (index, stage) in stages.enumerated() {
                let y = plot + height + 34 + countRoom + Double(index % turns) * 15
                let half = TextFit.width(stage, size: 12) / 2
                let centre = min(max((Double(index) + 0.5) * slot, half), width - half)
                drawing.text(stage, centre, y, anchor: .middle, style: "cap")
            }
            top = plot + height + below + 10
        }
        for (index, line) in zeroLines.enumerated() { drawing.text(line, 0, top + 10 + Double(index) * 15, style: "cap") }
        return drawing.finished(id: id, title: title, description: description)
    }

    // MARK: - Parts

    /// Room for a line of numbers of people, below the lowest number of a panel.
    private var countRoom: Double { panels.contains { !$0.counts.isEmpty } ? 17 : 0 }

    /// How far below the top of a panel a value stands; one scale for all panels.
    private func rise(_ value: Double, _ height: Double) -> Double {
        let values = panels.flatMap { $0.values.compactMap(\.self) }
        let edge = (values.map(abs).max() ?? 0) < least ? least : 0
        let low = min(-edge, values.min() ?? 0), high = max(edge, values.max() ?? 0)
        return height * (1 - (value - low) / max(high - low, 1e-6))
    }

    /// Neighbouring stages that are drawn alike.
    private static func parts(_ stages: [Int], where isSmall: (Int) -> Bool) -> [(stages: [Int], isSmall: Bool)] {
        stages.reduce(into: []) { parts, stage in
            if let last = parts.last, last.isSmall == isSmall(stage) { parts[parts.count - 1].stages.append(stage) } else { parts.append(([stage], isSmall(stage))) }
        }
    }

    private func draw(_ panel: Panel, on drawing: inout Drawing, left: Double, slot: Double, top: Double, height: Double) {
        let base = top + rise(0, height)
        func y(_ value: Double) -> Double { top + rise(value, height) }
        func edge(_ stage: Int) -> Double { left + Double(stage) * slot }
        let runs = Runs.of(Array(panel.values.enumerated())) { stage, value in value.map { (stage: stage, y: y($0)) } }
        for run in runs {
            for part in Self.parts(run.map(\.stage), where: panel.isSmall) {
                let levels = run.filter { part.stages.contains($0.stage) }
                let stairs = levels.flatMap { [(x: edge($0.stage), y: $0.y), (x: edge($0.stage + 1), y: $0.y)] }
                let ends = [(x: stairs[stairs.count - 1].x, y: base), (x: stairs[0].x, y: base)]
                // The riser to a part belongs to it.
                let riser = run.last { $0.stage < levels[0].stage }.map { [(x: edge(levels[0].stage), y: $0.y)] } ?? []
                drawing.path(stairs + ends, closed: true, style: part.isSmall ? "area few" : "area")
                drawing.path(riser + stairs, closed: false, style: part.isSmall ? "ci few" : "ci")
            }
        }
        drawing.rules([(left, base, left + slot * Double(panel.values.count))], style: "zero")
        for (step, mark) in panel.steps.enumerated() where step + 1 < panel.values.count {
            guard let mark, [.adverse, .caution].contains(mark.tone), let before = panel.values[step], let after = panel.values[step + 1] else { continue }
            drawing.uprights([(edge(step + 1), y(before), y(after))], style: "ci t-\(mark.tone.rawValue)")
            Mark.draw(mark, on: &drawing, x: edge(step + 1), y: (y(before) + y(after)) / 2, radius: 6.5)
        }
        for (stage, count) in panel.counts.enumerated() {
            drawing.text(count?.text ?? Numbers.none, edge(stage) + slot / 2, top + height + countRoom + 14, anchor: .middle, style: "tick")
        }
        for (stage, value) in panel.values.enumerated() {
            let centre = edge(stage) + slot / 2
            guard let value else {
                drawing.text(Numbers.none, centre, base - 7, anchor: .middle, style: "num")
                continue
            }
            drawing.textOverLines(tick(value, 1), centre, value < 0 ? y(value) + 16 : y(value) - 7, anchor: .middle, style: "num")
        }
    }
}
