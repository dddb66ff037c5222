import Audit

extension Words {
    static let unknownGroup = "unknown"

    func attribute(_ code: String) -> String {
        let parts = code.components(separatedBy: " x ")
        guard parts.count == 1 else { return ([attribute(parts[0])] + parts.dropFirst().map { attribute($0).lowercasedFirst }).joined(separator: " × ") }
        return optional("attribute.\(code)") ?? code
    }

    /// The name of a group; a code without a phrase is printed as it is.
    func group(_ attribute: String, _ code: String) -> String {
        let attributes = attribute.components(separatedBy: " x ")
        let codes = code.components(separatedBy: " | ")
        guard attributes.count == 1 || attributes.count != codes.count else {
            return zip(attributes, codes).map { group($0, $1) }.joined(separator: " × ")
        }
        if code == Self.unknownGroup { return text("group.unknown") }
        if let name = optional("group.\(attribute).\(code)") { return name }
        switch attribute {
        case "test_language", "preferred_language": return optional("language.\(code)") ?? code
        case "age_band": return ageBand(code) ?? code
        default: return optional("code.\(code)") ?? code
        }
    }

    /// Bands are written `<27`, `27-44` and `55+`; their bounds are the municipality's choice.
    private func ageBand(_ code: String) -> String? {
        func isNumber(_ part: some StringProtocol) -> Bool { !part.isEmpty && part.allSatisfy(\.isNumber) }
        if code.hasPrefix("<"), isNumber(code.dropFirst()) { return text("age.under", ["bound": String(code.dropFirst())]) }
        if code.hasSuffix("+"), isNumber(code.dropLast()) { return text("age.over", ["bound": String(code.dropLast())]) }
        let ends = code.split(separator: "-")
        guard ends.count == 2, ends.allSatisfy(isNumber) else { return nil }
        return text("age.between", ["from": String(ends[0]), "to": String(ends[1])])
    }

    /// `Wie de toets in het Arabisch of het Turks maakt,` or `Vrouwen`: the start of a sentence about these groups.
    func subject(_ attribute: String, _ codes: [String]) -> String {
        if let pairs = pairedSubject(attribute, codes) { return pairs }
        let known = codes.filter { $0 != Self.unknownGroup }
        let key = !has("subject.\(attribute)") || known.count != codes.count ? "other" : attribute
        let names = codes.map { code -> String in
            optional("subject.\(attribute).\(code)") ?? group(attribute, code)
        }
        return text("subject.\(key)", ["groups": list(names, or: true), "attribute": self.attribute(attribute).lowercasedFirst])
    }

    /// `Vrouwen van 55 jaar en ouder`: the people of an intersection, where the two sides make a phrase together; `nil` = they do not.
    private func pairedSubject(_ attribute: String, _ codes: [String]) -> String? {
        let attributes = attribute.components(separatedBy: " x ")
        let key = "subject.\(attributes.joined(separator: "_x_"))"
        guard attributes.count == 2, has(key) else { return nil }
        let subjects = codes.compactMap { code -> String? in
            let sides = code.components(separatedBy: " | ")
            guard sides.count == 2, !sides.contains(Self.unknownGroup) else { return nil }
            let names = zip(attributes, sides).map { optional("subject.\($0).\($1)") ?? group($0, $1) }
            return text(key, ["first": names[0], "second": names[1]])
        }
        guard let last = subjects.last, subjects.count == codes.count else { return nil }
        // Only the last relative clause of a list is closed by a comma.
        return list(subjects.dropLast().map(Self.withoutComma).enumerated().map { $0 == 0 ? $1 : $1.lowercasedFirst } + [subjects.count > 1 ? last.lowercasedFirst : last])
    }

    /// The people of a sentence by themselves, as a heading.
    static func withoutComma(_ subject: String) -> String { subject.hasSuffix(",") ? String(subject.dropLast()) : subject }

    /// A whole sentence when this metric has one, otherwise its people and the axis words joined by a colon: right in any grammar.
    ///
    /// - Parameter higher: whether the group's value is higher than the reference's.
    func sentence(of description: AuditReport.IndicatorDescription?, metric: String, attribute: String, groups: [String], higher: Bool) -> String {
        let end = higher ? "more" : "less"
        let subject = subject(attribute, groups)
        let (general, number) = Phrasebook.generalised(metric)
        if let predicate = optional("finding.\(metric).\(end)") ?? optional("finding.\(general).\(end)", ["k": number]) { return "\(subject) \(predicate)" }
        let words = description.map { pick(higher ? $0.more : $0.less) } ?? metric
        return statement(about: attribute, groups, words.lowercasedFirst)
    }

    /// `Mensen die de toets op papier maken: de afstand is groter`: people and what is said about them, right in any grammar.
    func statement(about attribute: String, _ groups: [String], _ words: String) -> String {
        // Where a relative clause ends, its comma gives way to the colon.
        text("finding.other", ["subject": Self.withoutComma(subject(attribute, groups)), "words": words])
    }

    /// A code of a reason, note or rule; `code:detail` fills `{detail}`. What has no phrase is printed as it is.
    func reason(_ reason: String, prefix: String = "reason") -> String {
        let parts = reason.split(separator: ":", maxSplits: 1).map(String.init)
        let detail = parts.count > 1 ? parts[1] : ""
        return optional("\(prefix).\(parts.first ?? reason)", ["detail": optional("relation.\(detail)") ?? detail]) ?? reason
    }
}
