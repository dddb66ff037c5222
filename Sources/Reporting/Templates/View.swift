import Mustache

/// What a template can ask for at one place on the page: finished strings, drawings, flags and lists, by declared name.
struct View: MustacheParent {
    private var values: [String: Value] = [:]

    enum Value {
        case text(String)
        case drawing(SVG)
        case flag(Bool)
        case list([View])
    }

    subscript(key: ViewKey) -> Value? {
        get { values[key.rawValue] }
        set { values[key.rawValue] = newValue }
    }

    /// A list of nothing or one view that holds the text: `{{#note}}<p>{{note}}</p>{{/note}}`.
    mutating func set(_ key: ViewKey, optional text: String?) {
        self[key] = .list(text.map { text in
            var view = View()
            view[key] = .text(text)
            return [view]
        } ?? [])
    }

    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): text
        case .drawing(let drawing): drawing.markup
        case .flag(let flag): flag
        case .list(let views): views
        case nil: nil
        }
    }
}

/// Names that were asked for and found nowhere, in the order met.
final class Misses {
    private(set) var names: [String] = []
    func record(_ name: String) { if !names.contains(name) { names.append(name) } }
}

/// The outermost view. Names are looked for from the inside out, so one that is not here is nowhere.
struct RootView: MustacheParent {
    let view: View
    let misses: Misses

    func child(named name: String) -> Any? {
        guard let value = view.child(named: name) else {
            misses.record(name)
            return nil
        }
        return value
    }
}
