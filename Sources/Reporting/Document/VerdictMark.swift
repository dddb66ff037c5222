import Audit

/// How a verdict is shown everywhere: a word, a shape and a tone that always go together.
struct VerdictMark: Equatable {
    var verdict: Verdict
    var tone: Tone
    var word: String

    /// Red and amber are for differences that are adverse for a group, and for nothing else on the page.
    enum Tone: String, CaseIterable {
        case adverse
        case caution
        case settled
        case plain
    }

    /// Name of its class in the style sheet.
    var style: String { "v-\(verdict.rawValue) t-\(tone.rawValue)" }
}

extension Words {
    /// - Parameters:
    ///   - direction: `nil` when no direction is adverse; then the tone is plain.
    ///   - family: differences in the scan have other words than those in the primary questions.
    func mark(_ verdict: Verdict, direction: Direction?, family: ReportFinding.Family? = nil, mirrorOf: String? = nil) -> VerdictMark {
        let tone: VerdictMark.Tone
        switch (verdict, direction, mirrorOf) {
        case (.equivalent, _, _): tone = .settled
        case (.disparity, .adverse, nil): tone = .adverse
        case (.signal, .adverse, nil): tone = .caution
        default: tone = .plain
        }
        var word = verdict == .disparity && family == .scan ? text("verdict.disparity.scan") : text("verdict.\(verdict.rawValue)")
        if direction == .favourable, verdict == .disparity || verdict == .signal { word = text("verdict.favourable", ["verdict": word]) }
        if let mirrorOf { word = text("verdict.mirror", ["group": mirrorOf]) }
        return VerdictMark(verdict: verdict, tone: tone, word: word)
    }

    func mark(of finding: ReportFinding) -> VerdictMark {
        mark(
            finding.verdict, direction: finding.direction, family: finding.family,
            mirrorOf: finding.mirrorOf.map { group(finding.attribute, $0) })
    }

    /// `▲ verschil aangetoond, ◆ signaal`: the shapes with their words, in the order of the verdicts.
    /// - Parameter marks: those that stand above the key; `nil` = all.
    func marksKey(of marks: [VerdictMark]? = nil) -> String {
        let shown = Verdict.allCases.filter { verdict in marks?.contains { $0.verdict == verdict } ?? true }
        let names = shown.map { "\(Mark.character($0)) \(text("verdict.\($0.rawValue)").lowercasedFirst)" }
        let isHollow = marks?.contains { $0.tone == .plain && [.disparity, .signal].contains($0.verdict) } ?? true
        return text("marks.key", ["marks": (names + (isHollow ? [text("marks.key.hollow")] : [])).joined(separator: ", ")])
    }
}
