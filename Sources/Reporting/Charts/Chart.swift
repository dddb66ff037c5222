/// A drawing in two layouts: one for a page, and one for a window of 320 px in which its text can still be read.
protocol Chart {
    func wide(id: String, title: String, description: String) -> SVG
    func narrow(id: String, title: String, description: String) -> SVG
}

extension Chart {
    /// Both layouts. The narrow one has the name and the description of the wide one: a page has dozens, and never shows both.
    func layouts(id: String, title: String, description: String) -> (wide: SVG, narrow: SVG) {
        (wide(id: id, title: title, description: description), narrow(id: id, title: "", description: ""))
    }
}

extension ForestPlot: Chart {}
