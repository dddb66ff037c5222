import Audit

/// The catalogue of indicators in words, for the terminal.
public struct IndicatorGuide {
    private let words: Words

    public init(language: Language, library: TemplateLibrary) throws(RenderingError) {
        words = Words(book: try library.phrasebook(language))
    }

    /// Header and one row per indicator: id, name, chapter, whether groups are compared, and what it needs.
    public func table(_ entries: [IndicatorEntry]) throws(RenderingError) -> (header: [String], rows: [[String]]) {
        let header = ["id", "name", "chapter", "compares", "needs"].map { words.text("guide.\($0)") }
        let rows = entries.map { entry in
            [
                entry.id, words.pick(entry.name), chapter(entry.chapter.rawValue),
                words.text(IndicatorCatalogue.comparesGroups(entry.id) ? "yes" : "no"), needs(entry.needs),
            ]
        }
        return try checked((header, rows))
    }

    /// Everything the catalogue says about one indicator.
    /// - Parameter limits: what people set; `nil` = only the project's proposals are printed.
    public func explanation(of entry: IndicatorEntry, limits: Thresholds.IndicatorLimits?) throws(RenderingError) -> [String] {
        var lines = ["\(entry.id) · \(words.pick(entry.name))", "", words.pick(entry.question), words.pick(entry.definition), ""]
        func add(_ key: String, _ text: String) { lines.append("\(words.text("guide.\(key)")): \(text)") }
        add("chapter", chapter(entry.chapter.rawValue))
        add("compares", words.text(IndicatorCatalogue.comparesGroups(entry.id) ? "yes" : "no"))
        add("needs", needs(entry.needs))
        if !entry.optional.isEmpty { add("optional", needs(entry.optional)) }
        if IndicatorCatalogue.comparesGroups(entry.id) { add("polarity", words.text("guide.polarity.\(entry.polarity.rawValue)")) }
        if let limits {
            add("margin", "\(words.numbers.decimal(limits.margin.value, digits: 3)) (\(limits.margin.source))")
            add("signal", "\(words.numbers.decimal(limits.signal.value, digits: 3)) (\(limits.signal.source))")
        }
        add("citation", entry.citation)
        lines += section("parameters", entry.parameters.map { parameter($0, limits) })
        lines += section("verdicts", verdicts(entry))
        lines += section("lines", Inventory.lines(answeredBy: entry.id).map { line in
            // That somebody reads the report is no limit to what it answers.
            let rest = line.reason.map { $0 == .addressee ? "" : ". \(words.pick($0.words))" } ?? ""
            return "\(line.id) \(words.optional("guide.kind.\(line.kind.rawValue)") ?? line.kind.rawValue): \(words.pick(line.words))\(rest)"
        })
        return try checked(lines)
    }

    private func chapter(_ code: String) -> String {
        let title = words.optional("chapter.\(code).title") ?? code
        return words.optional("chapter.\(code).number").map { "\($0) \(title)" } ?? title
    }

    private func needs(_ needs: [IndicatorEntry.Need]) -> String {
        needs.isEmpty ? words.text("guide.needs.nothing") : needs.map(\.name).joined(separator: ", ")
    }

    private func parameter(_ parameter: IndicatorEntry.Parameter, _ limits: Thresholds.IndicatorLimits?) -> String {
        func number(_ value: Double) -> String { words.numbers.decimal(value, digits: value == value.rounded() ? 0 : 3) }
        let set = limits?.parameters[parameter.name]
        let arguments = [
            "name": parameter.name, "unit": parameter.unit, "meaning": words.pick(parameter.meaning), "proposal": number(parameter.value),
            "value": number(set?.value ?? parameter.value), "source": set?.source ?? parameter.source,
        ]
        return words.text(set == nil ? "guide.parameter" : "guide.parameter.set", arguments)
    }

    private func verdicts(_ entry: IndicatorEntry) -> [String] {
        guard IndicatorCatalogue.comparesGroups(entry.id) else { return [words.text("guide.verdict.none")] }
        let own = [("equivalent", entry.verdicts.equivalent), ("disparity", entry.verdicts.disparity), ("inconclusive", entry.verdicts.inconclusive)]
        return own.map { "\(words.text("verdict.\($0.0)")): \(words.pick($0.1))" }
            + ["signal", "withheld", "unavailable"].map { "\(words.text("verdict.\($0)")): \(words.text("guide.verdict.\($0)"))" }
    }

    private func section(_ key: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", words.text("guide.\(key)")] + items.map { "  - \($0)" }
    }

    /// What was made of words, unless a phrase was missing.
    private func checked<Value>(_ value: Value) throws(RenderingError) -> Value {
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: words.language.rawValue, keys: words.holes.keys.sorted()) }
        return value
    }
}
