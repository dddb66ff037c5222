import Gate

/// Lines that a build server turns into remarks beside a change. They are printed among other output, one line each.
///
/// What blocks comes first: GitHub shows ten errors, ten warnings and ten notices of a step. No line says that the step succeeded
/// or failed (`##vso[task.complete]`): the exit code does, and two voices could disagree.
public enum GateAnnotations {
    /// Workflow commands of GitHub Actions.
    ///
    /// - Parameter candidatePath: where the candidate's file is in the repository, to show the remark there.
    public static func github(
        _ report: GateReport, language: Language = .nl, library: TemplateLibrary, candidatePath: String? = nil
    ) throws(RenderingError) -> [String] {
        try remarks(report, language: language, library: library).map { remark in
            let place = candidatePath.map { "file=\(githubProperty($0)),line=1," } ?? ""
            return "::\(remark.level.rawValue) \(place)title=\(githubProperty(remark.title))::\(githubData(remark.text))"
        }
    }

    /// Logging commands of Azure Pipelines, which knows errors and warnings; a notice is no issue there and is left out.
    public static func azure(
        _ report: GateReport, language: Language = .nl, library: TemplateLibrary, candidatePath: String? = nil
    ) throws(RenderingError) -> [String] {
        try remarks(report, language: language, library: library).filter { $0.level != .notice }.map { remark in
            let place = candidatePath.map { ";sourcepath=\(azureProperty($0));linenumber=1" } ?? ""
            return "##vso[task.logissue type=\(remark.level.rawValue)\(place)]\(azureData("\(remark.title): \(remark.text)"))"
        }
    }

    private struct Remark {
        var level: Level
        var title: String
        var text: String

        enum Level: String { case error, warning, notice }
    }

    private static func remarks(_ report: GateReport, language: Language, library: TemplateLibrary) throws(RenderingError) -> [Remark] {
        try GateComposer.composed(report, language: language, library: library) { composer in
            let verdict = Remark(level: report.verdict == .passed ? .notice : .error, title: composer.title(), text: composer.lede().joined(separator: " "))
            let remarks = composer.items().compactMap { item in level(item.outcome).map { Remark(level: $0, title: item.title, text: "\(item.message) [\(item.id)]") } }
            return [verdict] + [Remark.Level.error, .warning, .notice].flatMap { level in remarks.filter { $0.level == level } }
        }
    }

    private static func level(_ outcome: GateItem.Outcome) -> Remark.Level? {
        switch outcome {
        case .blocks, .blocksUnsettled: .error
        case .overridden, .warns: .warning
        case .open, .withheld, .unavailable: .notice
        case .passes: nil
        }
    }

    // MARK: - Escaping, as the two services document it

    private static func githubData(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    private static func githubProperty(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private static func azureData(_ text: String) -> String { escaped(text, ["%": "%AZP25", "\r": "%0D", "\n": "%0A"]) }

    private static func azureProperty(_ text: String) -> String {
        escaped(text, ["%": "%AZP25", "\r": "%0D", "\n": "%0A", "]": "%5D", ";": "%3B"])
    }

    /// By scalars: a sign followed by a combining mark is another `Character`, but the same sign to who reads the line.
    private static func escaped(_ text: String, _ signs: [Unicode.Scalar: String]) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in LogText.plain(text).unicodeScalars {
            if let sign = signs[scalar] { scalars.append(contentsOf: sign.unicodeScalars) } else { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
