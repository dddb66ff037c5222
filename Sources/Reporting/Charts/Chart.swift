/// A drawing in two layouts: one for a page, and one for a window of 320 px in which its text can still be read.
protocol Chart {
    func wide(id: String, title: String, description: String) -> SVG
    func narrow(id: String, title: String, description: String) -> SVG
}

extension ForestPlot: Chart {}
