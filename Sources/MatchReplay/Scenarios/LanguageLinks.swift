import Cohort
import Metrics

/// Links of every test language to the reference language, scale by scale, for people who are taken to be equal on average: the whole
/// difference is read as the test's. Nobody knows that it is; a scenario that uses these says "what if".
///
/// With fewer people than `minimum` a language gets a shift only, of which a share B = n / (n + s2/t2) is used: s2 is the variance of scores
/// within languages (pooled over all languages), t2 the variance between languages of their true means, both by the moments of a one-way
/// layout (Searle, Casella and McCulloch 1992, Variance Components, 3.6). No difference between languages beyond chance (t2 = 0) gives no
/// shift, and a language without people gets none either. Linked scores are not cut off at the ends of a scale: that would change distances
/// at one end only.
public struct LanguageLinks: Sendable, Equatable, Codable {
    /// Languages with at least so many people on a scale are linked by their own figures.
    public static let usualMinimum = 30

    public let reference: String
    /// By language and then by scale code; the reference language is not in it, nor a scale that a language was not measured on.
    public let links: [String: [String: LanguageLink]]

    public enum Spreads: Sendable {
        /// Means and, from `minimum` people on, spreads.
        case equal
        /// Means only.
        case kept
    }

    /// - Parameter scales: only these; `nil` = all.
    /// - Throws: `noReference`; `referenceTooSmall` on a scale that another language needs linked; `noSpread` where a spread is to be
    ///   made equal and somebody has none.
    public init(
        _ tested: TestedPeople, to reference: String, spreads: Spreads, minimum: Int = usualMinimum, scales: Set<String>? = nil
    ) throws(ScenarioError) {
        let languages = tested.languages
        guard languages.contains(reference) else { throw .noReference(language: reference, tested: languages) }
        self.reference = reference
        var links: [String: [String: LanguageLink]] = [:]
        for (column, scale) in tested.scales.enumerated() where scales?.contains(scale) ?? true {
            let scores = tested.scoresByLanguage(scale: column)
            let target = scores[languages.firstIndex(of: reference) ?? 0]
            let share = ShrinkageShare(scores)
            for (language, own) in zip(languages, scores) where language != reference && !own.isEmpty {
                guard target.count >= minimum else {
                    throw .referenceTooSmall(language: reference, scale: scale, count: target.count, needed: minimum)
                }
                links[language, default: [:]][scale] = try Self.link(
                    own, target, language: language, reference: reference, scale: scale, spreads: spreads, minimum: minimum, share: share)
            }
        }
        self.links = links
    }

    private static func link(
        _ own: [Double], _ target: [Double], language: String, reference: String, scale: String, spreads: Spreads, minimum: Int,
        share: ShrinkageShare
    ) throws(ScenarioError) -> LanguageLink {
        if own.count >= minimum, case .equal = spreads {
            do {
                let linear = try LinearLinking(from: own, to: target, basis: .none)
                return LanguageLink(
                    language: language, scale: scale, people: own.count, rule: .linear, slope: linear.slope, intercept: linear.intercept)
            } catch {
                throw .noSpread(language: Set(own).count == 1 ? language : reference, scale: scale)
            }
        }
        // The mean needs no spread, and one person has one.
        let shift = mean(target) - mean(own)
        guard own.count < minimum else {
            return LanguageLink(language: language, scale: scale, people: own.count, rule: .shift, slope: 1, intercept: shift)
        }
        let used = share(own.count)
        return LanguageLink(
            language: language, scale: scale, people: own.count, rule: .shrunkenShift(share: used), slope: 1, intercept: used * shift)
    }

    private static func mean(_ values: [Double]) -> Double { CompensatedSum(values).value / Double(values.count) }
}
