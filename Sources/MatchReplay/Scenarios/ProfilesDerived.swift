import Cohort

/// Ideal profiles per test language, derived from the profile for everyone by turning mean-sigma linking around.
///
/// Where norms would carry a score x to a x + b, the target goes the other way. Scores and targets can be scaled by different constants, so
/// that it goes by way of the score that stands for the target: t is scaled as a target, read back as a score, carried back by the link, scaled
/// as a score and read back as a target. With equal slopes the lists are those of `norms_mean_sigma`; with unequal ones scales silently
/// change weight (Cronbach and Gleser's distance in units of each language). Profiles of other variants are replaced where they have the
/// language's name.
public struct ProfilesDerived: Scenario {
    public let id = "profiles_derived"
    public var summary: String { "Ideal profiles per test language, derived by linking to \(reference) the other way round" }
    public let reference: String
    public let minimum: Int

    public init(reference: String = "nl", minimum: Int = LanguageLinks.usualMinimum) {
        self.reference = reference
        self.minimum = minimum
    }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let links = try input.links(to: reference, spreads: .equal, minimum: minimum)
        let everyone = input.snapshot.profiles.filter(\.profileVariant.isEmpty)
        var profiles = input.snapshot.profiles.filter { links[$0.profileVariant] == nil }
        do throws(ReplayError) {
            let core = try FrozenCore(input.core, snapshot: input.snapshot)
            let scales = Dictionary(core.scales.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
            for (language, links) in links.sorted(by: { precedesInBytes($0.key, $1.key) }) {
                for entry in everyone {
                    var own = entry
                    own.profileVariant = language
                    // A scale that does not count needs no other target.
                    if let link = links[entry.scaleCode], let scale = scales[entry.scaleCode] {
                        let scores = try scale.participants.scale(forLanguage: language, core: input.core)
                        let score = link.inverse(scores.unscaled(scale.workplaces(entry.target)))
                        own.target = scale.workplaces.unscaled(scores(score))
                    }
                    profiles.append(own)
                }
            }
        } catch { throw .cannotRank(error) }
        var changed = input
        changed.snapshot.profiles = profiles
        changed.core.profiles = .testLanguage(fallback: .everyone)
        return changed
    }
}

extension LinearScale {
    /// The value that is scaled to this one.
    fileprivate func unscaled(_ value: Double) -> Double { centre + spread * value }
}
