/// What was done to a column before it left production, from the words that the snapshot keeps about it.
struct Treatment {
    let kind: Kind
    /// Key of its phrase; `nil` when it is told as it was written.
    let phrase: String?
    /// What the phrase fills in.
    let detail: String

    enum Kind { case replaced, coarser, checked }

    private static let known: [(start: String, kind: Kind, phrase: String)] = [
        ("pseudonym", .replaced, "pseudonym"), ("day only", .coarser, "day"), ("age band", .coarser, "age_band"),
        ("duration band", .coarser, "duration_band"), ("the Monday", .coarser, "week"), ("unknown unless ", .checked, "unless"),
        ("refused unless ", .checked, "required"), ("unknown when later", .checked, "future"),
    ]

    init(_ text: String) {
        let match = Self.known.first { text.hasPrefix($0.start) }
        kind = match?.kind ?? .coarser
        phrase = match?.phrase
        detail = match.map { String(text.dropFirst($0.start.count)) } ?? text
    }
}

extension Words {
    private static let allowed = ["one line of": "line", "a code:": "code", "a language tag": "language", "a municipality code": "municipality"]

    func treatment(_ text: String) -> String {
        let treatment = Treatment(text)
        let allowed = Self.allowed.first { treatment.detail.hasPrefix($0.key) }.map { self.text("transformation.allowed.\($0.value)") }
        return treatment.phrase.map { self.text("transformation.\($0)", ["values": allowed ?? range(treatment.detail) ?? treatment.detail]) } ?? text
    }

    /// `1...5` in words.
    private func range(_ text: String) -> String? {
        let ends = text.components(separatedBy: "...")
        guard ends.count == 2, ends.allSatisfy({ Int($0) != nil }) else { return nil }
        return self.text("transformation.range", ["from": ends[0], "to": ends[1]])
    }
}
