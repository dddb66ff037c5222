import Audit

/// Findings that people or earlier reports name by a key, in words.
extension ReportComposer {
    /// The parts of `indicator metric attribute group`; an intersection is written `gender x age_band female | 55+`. `nil` = another form.
    private struct Key: Hashable {
        var indicator: String
        var metric: String
        var attribute: String
        var group: String

        init?(_ text: String) {
            let parts = text.split(separator: " ").map(String.init)
            guard parts.count >= 4 else { return nil }
            var end = 3
            while end + 2 < parts.count, parts[end] == "x" { end += 2 }
            (indicator, metric) = (parts[0], parts[1])
            (attribute, group) = (parts[2..<end].joined(separator: " "), parts[end...].joined(separator: " "))
        }
    }

    /// A key in words; anything else as it was written.
    func findingName(_ text: String) -> String { findingNames([text]) }

    /// Keys of one metric by one grouping stand together.
    func byQuestion(_ keys: [String]) -> [[String]] {
        var parts: [[String]] = []
        var places: [String: Int] = [:]
        for text in keys {
            let name = Key(text).map { "\($0.indicator) \($0.metric) \($0.attribute)" } ?? text
            if let place = places[name] {
                parts[place].append(text)
            } else {
                places[name] = parts.count
                parts.append([text])
            }
        }
        return parts
    }

    /// Findings of one metric by one grouping, with all their groups.
    func findingNames(_ keys: [String]) -> String {
        let parsed = keys.compactMap(Key.init)
        guard let first = parsed.first, let description = description(first.indicator, first.metric) else { return words.list(keys) }
        return words.text("finding.name", [
            "name": words.pick(description.name), "attribute": words.attribute(first.attribute).lowercasedFirst,
            "groups": words.list(parsed.map { words.group($0.attribute, $0.group) }),
        ])
    }

    /// `Dagbesteding in de top 5 (toetstaal)`: one name per measure and grouping, however many groups it has.
    func questionNames(_ keys: [String]) -> [String] {
        unique(keys.map { text in
            guard let key = Key(text) else { return text }
            return words.text("finding.question", [
                "name": description(key.indicator, key.metric).map { words.pick($0.name).lowercasedFirst } ?? questionName(key.indicator)?.lowercasedFirst ?? text, "attribute": words.attribute(key.attribute).lowercasedFirst,
            ])
        })
    }

    /// The name of the metric that stands for an indicator.
    func questionName(_ indicator: String) -> String? {
        let description = report.indicators.first { $0.indicator == indicator && $0.headline } ?? report.indicators.first { $0.indicator == indicator }
        return description.map { words.pick($0.name) }
    }

    /// The first few of a list, and how many more there are.
    func shortList(_ names: [String], keeping limit: Int = 3) -> String {
        guard names.count > limit + 1 else { return words.list(names) }
        return words.list(Array(names.prefix(limit)) + [words.text("list.more", ["count": words.numbers.count(names.count - limit)])])
    }
}
