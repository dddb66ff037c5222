import Audit

/// Chapter 14: what was decided on this report, and by whom; lines to sign on where nobody has.
extension ReportComposer {
    func signOff() -> ReportDocument.Section {
        var blocks: [Block] = [.paragraph(standingSentence())]
        if let decision = report.signOff?.decision {
            blocks.append(.heading(words.text("signoff.outcome.\(decision.outcome.rawValue)")))
            blocks.append(.paragraph(decision.reason))
        }
        if let advice = report.signOff?.advice {
            blocks.append(.heading(words.text("signoff.advice")))
            blocks.append(.paragraph(advice.text))
        }
        blocks.append(.signing(AuditReport.SignOff.Part.allCases.map(signing)))
        blocks.append(.paragraph(words.text(isExpired ? "expired" : "signoff.valid", ["date": words.date(report.expires)])))
        return .init(id: "hoofdstuk-14", number: "14", title: words.text("section.signoff"), blocks: blocks)
    }

    /// Final, or what is still to be done before it is.
    private func standingSentence() -> String {
        let status = status
        guard status.state == .draft else { return words.text("signoff.final") }
        var left: [String] = []
        if !status.open.isEmpty { left.append(words.counted("signoff.left.findings", status.open.count)) }
        if !status.unsigned.isEmpty {
            left.append(words.text("signoff.left.signatures", ["parts": words.list(status.unsigned.map { words.text("signoff.\($0.rawValue)").lowercasedFirst })]))
        }
        return ([words.text("signoff.draft")] + left).joined(separator: " ")
    }

    private func signing(_ part: AuditReport.SignOff.Part) -> Signing {
        let label = words.text("signoff.\(part.rawValue)")
        if let signed = report.signOff?.signature(part) {
            return Signing(label: label, signed: words.text("signoff.signed", ["by": signed.by, "date": words.date(signed.on)]), choices: [], lines: [])
        }
        return Signing(
            label: label, signed: nil,
            choices: part == .decision ? AuditReport.SignOff.Outcome.allCases.map { words.text("signoff.choice.\($0.rawValue)") } : [],
            lines: ["signoff.role", "signoff.date", "signoff.signature"].map { words.text($0) })
    }
}

extension AuditReport.SignOff {
    /// Role and day of a part that is there.
    fileprivate func signature(_ part: Part) -> (by: String, on: String)? {
        switch part {
        case .author: author.map { ($0.by, $0.on) }
        case .reviewer: reviewer.map { ($0.by, $0.on) }
        case .advice: advice.map { ($0.by, $0.on) }
        case .decision: decision.map { ($0.by, $0.on) }
        }
    }
}
