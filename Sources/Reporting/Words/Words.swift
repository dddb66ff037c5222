import Audit

/// The words of one report in one language. A phrase that is missing, or an argument that is not filled in, is remembered
/// and stops the report at the end: a page with a hole in a sentence is worse than no page.
struct Words {
    let book: Phrasebook
    let holes = Holes()

    final class Holes {
        private(set) var keys: [String] = []
        func record(_ key: String) { if !keys.contains(key) { keys.append(key) } }
    }

    var language: Language { book.language }

    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
        guard let phrase = book.phrases[key] else {
            holes.record(key)
            return ""
        }
        return fill(phrase, key: key, arguments)
    }

    func has(_ key: String) -> Bool { book.phrases[key] != nil }

    /// `nil` when there is no such phrase: for codes that may come from outside, which are then printed as they are.
    func optional(_ key: String, _ arguments: [String: String] = [:]) -> String? {
        book.phrases[key].map { fill($0, key: key, arguments) }
    }

    /// One phrase for one, another for any other number: `key.one` and `key.many`, with `{count}`.
    func counted(_ key: String, _ count: Int, _ arguments: [String: String] = [:]) -> String {
        text(count == 1 ? "\(key).one" : "\(key).many", arguments.merging(["count": String(count)]) { first, _ in first })
    }

    /// How many people a verdict hangs on; at the limit of the count, so many or more.
    func fragility(_ key: String, _ people: Int) -> String {
        people < FragilityLimit.people ? counted(key, people) : text("\(key).most", ["count": String(people)])
    }

    /// Filled in one pass, so that braces in a name from the data are never taken for a place to fill in.
    private func fill(_ phrase: String, key: String, _ arguments: [String: String]) -> String {
        var result = ""
        var rest = phrase[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            if let value = arguments[name] { result += value } else { holes.record("\(key) {\(name)}") }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// `a`, `a en b`, `a, b en c`.
    func list(_ items: [String], or: Bool = false) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " " + text(or ? "list.or" : "list.and") + " " + last
    }

    func pick(_ words: AuditReport.Words) -> String { language == .nl ? words.nl : words.en }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
