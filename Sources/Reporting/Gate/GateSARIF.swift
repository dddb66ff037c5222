import Audit
import Foundation
import Gate

/// The gate as SARIF 2.1.0: a result for everything that blocks, warns or could not be examined; what was accepted is suppressed.
enum GateSARIF {
    /// - Parameter candidatePath: where the candidate's file is in the repository; without it there is only its name.
    static func render(
        _ report: GateReport, language: Language, library: TemplateLibrary, candidatePath: String?
    ) throws(RenderingError) -> Data {
        let log = try GateComposer.composed(report, language: language, library: library) { $0.sarif(candidatePath: candidatePath) }
        do { return try log.canonicalJSON() } catch { throw .encoding(String(describing: type(of: error))) }
    }
}

extension GateComposer {
    fileprivate func sarif(candidatePath: String?) -> SARIFLog {
        let items = items()
        var rules: [String] = []
        for item in items where !rules.contains(item.rule) { rules.append(item.rule) }
        let results = items.compactMap { item -> SARIFLog.Result? in
            guard let level = level(item), let index = rules.firstIndex(of: item.rule) else { return nil }
            return SARIFLog.Result(
                ruleId: item.rule, ruleIndex: index, level: level, message: .init("\(item.title): \(item.message)"), locations: [location(candidatePath)],
                partialFingerprints: ["gateFinding/v1": item.id], suppressions: item.outcome == .overridden ? [suppression(item)] : nil,
                properties: item.finding.map(figures))
        }
        return SARIFLog(runs: [
            .init(
                tool: .init(driver: .init(name: report.tool.name, version: report.tool.version, rules: rules.map(rule))),
                language: words.language.rawValue, automationDetails: .init(id: "gate/\(LogText.plain(report.release.name))"),
                // The gate ran, whatever it said.
                invocations: [.init(executionSuccessful: true, exitCode: report.exitCode, exitCodeDescription: verdictSentence())],
                results: results,
                properties: .init(
                    verdict: report.verdict.rawValue, exitCode: report.exitCode, release: report.release.name, candidate: report.inputs.candidate.sha256,
                    baseline: report.inputs.baseline.sha256, blockedBy: report.blockedBy,
                    cleared: items.filter { $0.outcome == .passes }.compactMap(\.finding).map(figures)))
        ])
    }

    /// `nil`: nothing to look at.
    private func level(_ item: GateItem) -> SARIFLog.Level? {
        switch item.outcome {
        case .blocks, .blocksUnsettled, .overridden: .error
        case .warns: .warning
        case .open, .withheld, .unavailable: .note
        case .passes: nil
        }
    }

    private func location(_ path: String?) -> SARIFLog.Location {
        let candidate = report.inputs.candidate
        let name = candidate.name.isEmpty ? "candidate" : LogText.plain(candidate.name)
        return .init(
            logicalLocations: [.init(name: name, fullyQualifiedName: "\(name) \(LogText.plain(candidate.version))")],
            physicalLocation: path.map { path in
                .init(artifactLocation: .init(uri: path.addingPercentEncoding(withAllowedCharacters: Self.pathCharacters) ?? ""))
            })
    }

    /// What may stand in a relative reference unescaped (RFC 3986), without the colon that could make a scheme.
    private static let pathCharacters = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")

    private func suppression(_ item: GateItem) -> SARIFLog.Suppression {
        let override = report.overrides.first { $0.id == item.finding?.overriddenBy }
        return .init(justification: override.map { LogText.plain("\(overrideSentence($0)) \($0.reason)") } ?? item.message)
    }

    private func figures(_ finding: GateFinding) -> SARIFLog.Figures {
        .init(
            id: finding.id, verdict: finding.verdict.rawValue, n: finding.n, before: finding.referenceValue, after: finding.candidateValue,
            gapAfter: finding.candidateGap, change: finding.change, lower: finding.lower, upper: finding.upper, margin: finding.margin,
            minimumDetectable: finding.minimumDetectable)
    }

    private func rule(_ id: String) -> SARIFLog.Rule {
        func rule(_ short: String, _ help: String, _ level: SARIFLog.Level) -> SARIFLog.Rule {
            .init(id: id, shortDescription: .init(short), help: .init(help), defaultConfiguration: .init(level: level))
        }
        if id.hasPrefix("invariant.") { return rule(invariantName(id), words.text("gate.invariants.intro"), .error) }
        switch id {
        case Self.fidelityID: return rule(words.text("gate.section.fidelity"), words.text("gate.fidelity.rests"), .error)
        case "churn": return rule(words.text("gate.section.churn"), words.text("gate.churn.help"), .warning)
        default:
            guard let indicator = report.indicators.first(where: { $0.indicator == id }) else { return rule(id, words.text("gate.other"), .error) }
            return rule("\(id) \(words.pick(indicator.name))", words.text("gate.rule.finding", [
                "definition": words.pick(indicator.definition), "worse": words.pick(indicator.worse).lowercasedFirst,
                "margin": words.size(indicator.margin, unit: indicator.unit),
            ]), .error)
        }
    }
}
