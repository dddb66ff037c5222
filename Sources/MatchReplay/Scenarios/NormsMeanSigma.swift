/// Norms per test language by mean-sigma linking: scores of each language get the mean and spread of the reference language.
///
/// Languages with fewer people than `minimum` get a shrunken shift (`LanguageLinks`).
/// Source: Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 2.3.
public struct NormsMeanSigma: Scenario {
    public let id = "norms_mean_sigma"
    public var summary: String { "Norms per test language: mean and spread made those of \(reference) (a shrunken shift below \(minimum) people)" }
    public let reference: String
    public let minimum: Int

    public init(reference: String = "nl", minimum: Int = LanguageLinks.usualMinimum) {
        self.reference = reference
        self.minimum = minimum
    }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let links = try input.links(to: reference, spreads: .equal, minimum: minimum)
        var changed = input
        changed.snapshot = try input.snapshot.carryingScores { language, scale, score in
            guard let link = links[language]?[scale] else { return (score, 1) }
            return (link(score), link.slope)
        }
        return changed
    }
}
