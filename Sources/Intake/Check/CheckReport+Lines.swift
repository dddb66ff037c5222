extension CheckReport {
    /// The report as lines of text. `bold` marks by ANSI what must not be overlooked; leave it off for files and pipes.
    public func lines(bold: Bool) -> [String] {
        func strong(_ text: String) -> String { bold ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

        var lines = ["Schema \(schema) of \(server), against contract \(Contract.version)", ""]
        let width = relations.map(\.name.count).max() ?? 0
        for relation in relations {
            let name = relation.name + String(repeating: " ", count: width - relation.name.count)
            lines.append("  \(name)  \(Self.summary(relation))")
            for cast in relation.casts {
                lines.append("  \(String(repeating: " ", count: width))    \(cast.column): \(cast.from), read as \(cast.to)")
            }
        }
        for (title, kinds) in Self.chapters {
            let found = findings.filter { kinds.contains($0.kind) }
            guard !found.isEmpty else { continue }
            lines += ["", title]
            for finding in found {
                let text = "\(finding.place): \(finding.text)"
                lines.append("  " + (Self.strongKinds.contains(finding.kind) ? strong(text) : text))
                lines.append("    \(finding.advice)")
            }
        }
        lines += ["", verdict]
        return lines
    }

    private static let strongKinds: [Finding.Kind] = [.outsideContract, .missingRequired, .unreadable, .doesNotCast, .canWrite]

    private static let chapters: [(title: String, kinds: [Finding.Kind])] = [
        ("Outside the contract", [.outsideContract]),
        ("Missing or not readable", [.missingRequired, .unreadable, .doesNotCast]),
        ("Rights", [.canWrite]),
        ("Unavailable", [.unavailable]),
        (
            "Rows to look at",
            [
                .nullInRequired, .duplicateKeys, .orphans, .unknownCodes, .notFinite, .outsideRange, .scaleWithoutScores,
                .runsWithoutResults, .ranksNotConsecutive, .noRows,
            ]
        ),
    ]

    private var verdict: String {
        switch status {
        case .outsideContract: "The database offers more than the contract: nothing is read from it until that is taken out."
        case .missingRequired: "The database does not fulfil the contract yet."
        case .ok: "The database fulfils the contract."
        }
    }

    private static func summary(_ relation: Relation) -> String {
        switch relation.state {
        case .missing: return relation.isRequired ? "missing" : "not offered (optional)"
        case .unreadable: return "offered, but the role may not read it"
        case .offered:
            var parts = ["offered"]
            if let count = relation.rowCount { parts.append(count == 1 ? "1 row" : "\(count) rows") }
            if let first = relation.firstDay, let last = relation.lastDay { parts.append("\(first) to \(last)") }
            if !relation.missingColumns.isEmpty { parts.append("without \(relation.missingColumns.joined(separator: ", "))") }
            return parts.joined(separator: ", ")
        }
    }
}
