import Audit
import Gate

/// The verdict in one sentence, what it rests on, and five counts.
extension GateComposer {
    func kicker() -> String {
        var parts = [report.system.organisation, report.system.name, words.text("gate.kicker", ["date": words.date(report.release.on)])]
        if let attempt = report.release.attempt { parts.append(words.text("gate.attempt", ["count": String(attempt)])) }
        return parts.joined(separator: " · ")
    }

    func title() -> String { words.text("gate.title.\(report.verdict.rawValue)", ["release": report.release.name]) }

    func verdictMark() -> VerdictMark {
        let word = words.text("gate.exit.\(report.verdict.rawValue)")
        return switch report.verdict {
        case .passed: VerdictMark(verdict: .equivalent, tone: .plain, word: word)
        case .blocked: VerdictMark(verdict: .disparity, tone: .adverse, word: word)
        case .notSettled: VerdictMark(verdict: .inconclusive, tone: .plain, word: word)
        }
    }

    /// `Release 2.4 is geblokkeerd, aangetoond nadeel voor Arabisch (toetstaal).` The first sentence of every surface.
    func verdictSentence() -> String {
        words.text("gate.verdict.\(report.verdict.rawValue)", ["release": report.release.name, "causes": words.list(causes())])
    }

    /// Findings that block, as far as they are findings.
    var blockingFindings: [GateFinding] { primary.filter { report.blockedBy.contains($0.id) } }
    var blockingInvariants: [GateReport.Invariant] { report.invariants.filter { report.blockedBy.contains($0.id) } }
    var blocksOnFidelity: Bool { report.blockedBy.contains(Self.fidelityID) }
    static let fidelityID = "fidelity"

    private func causes() -> [String] {
        let harm = blockingFindings.filter { $0.verdict == .blocked }, open = blockingFindings.filter { $0.verdict != .blocked }
        var causes: [String] = []
        if !harm.isEmpty { causes.append(words.text("gate.cause.harm", ["groups": named(harm)])) }
        let rules = blockingInvariants
        if !rules.isEmpty {
            causes.append(words.counted("gate.cause.invariant", rules.count, ["names": words.list(rules.map { words.text("gate.quoted", ["text": invariantName($0.id).lowercasedFirst]) })]))
        }
        if blocksOnFidelity { causes.append(words.text("gate.cause.fidelity")) }
        if !open.isEmpty { causes.append(words.counted("gate.cause.open", open.count, ["groups": named(open)])) }
        // What this version of the program has no words for is named by its id, never left out.
        let known = Set(blockingFindings.map(\.id) + rules.map(\.id) + [Self.fidelityID])
        return causes + report.blockedBy.filter { !known.contains($0) }
    }

    func lede() -> [String] {
        var sentences = [verdictSentence()]
        if report.verdict == .passed {
            // Counting nothing among the questions would sound like an answer.
            let answered = primary.contains { $0.verdict != .withheld && $0.verdict != .unavailable }
            sentences.append(!answered ? words.text("gate.lede.nothing") : words.text("gate.lede.passed", [
                "cleared": words.numbers.count(report.summary.cleared), "all": words.numbers.count(primary.count),
                "open": words.numbers.count(report.summary.notSettled),
            ]))
        }
        let open = primary.filter { $0.verdict == .notSettled }
        if !open.isEmpty { sentences.append(smallestVisible(open)) }
        let accepted = primary.filter { $0.overriddenBy != nil }
        if !accepted.isEmpty { sentences.append(words.counted("gate.lede.overridden", accepted.count, ["groups": named(accepted)])) }
        if !report.controls.blind.isEmpty { sentences.append(blindSentence()) }
        if report.summary.withheld > 0 { sentences.append(words.counted("gate.lede.withheld", report.summary.withheld)) }
        return sentences
    }

    /// The smallest change that the gate could have seen where it could not settle the question, per unit.
    func smallestVisible(_ findings: [GateFinding]) -> String {
        var units: [String] = []
        for finding in findings where !units.contains(unit(finding)) { units.append(unit(finding)) }
        let sizes = units.compactMap { unit -> String? in
            let sizes = findings.filter { self.unit($0) == unit }.compactMap(\.minimumDetectable)
            guard let low = sizes.min(), let high = sizes.max() else { return nil }
            let from = words.size(low, unit: unit), to = words.size(high, unit: unit)
            return from == to ? from : words.text("range", ["low": words.value(low, unit: unit), "high": to])
        }
        return sizes.isEmpty ? words.text("gate.lede.mde.none") : words.text("gate.lede.mde", ["sizes": words.list(sizes)])
    }

    /// Said plainly: where the gate would not have seen a harm, that nothing was found means little.
    func blindSentence() -> String {
        let findings = primary.filter { report.controls.blind.contains($0.id) }
        return words.text("gate.blind", [
            "groups": findings.isEmpty ? words.list(report.controls.blind) : named(findings), "below": words.numbers.per100(report.controls.blindBelow),
        ])
    }

    func tally() -> [ReportDocument.Tally] {
        let summary = report.summary
        let unavailable = primary.filter { $0.verdict == .unavailable }.count
        func item(_ verdict: Verdict, _ tone: VerdictMark.Tone, _ key: String, _ count: Int, remark: String? = nil) -> ReportDocument.Tally {
            let label = words.text("gate.tally.\(key)")
            return .init(mark: VerdictMark(verdict: verdict, tone: tone, word: label), count: words.numbers.count(count), label: label, remark: remark)
        }
        return [
            item(.disparity, summary.blocked > 0 ? .adverse : .plain, "blocked", summary.blocked,
                remark: summary.overridden > 0 ? words.text("gate.tally.overridden", ["count": words.numbers.count(summary.overridden)]) : nil),
            item(.inconclusive, .plain, "not_settled", summary.notSettled),
            item(.equivalent, .settled, "cleared", summary.cleared),
            item(.signal, summary.warnings > 0 ? .caution : .plain, "warnings", summary.warnings),
            item(.withheld, .plain, "withheld", summary.withheld,
                remark: unavailable > 0 ? words.text("tally.unavailable", ["count": words.numbers.count(unavailable)]) : nil),
        ]
    }
}
