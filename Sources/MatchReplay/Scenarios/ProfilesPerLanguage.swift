/// Ideal profiles per test language as they were delivered: the variant of the language's own name, else the profile for everyone.
public struct ProfilesPerLanguage: Scenario {
    public let id = "profiles_per_language"
    public let summary = "Ideal profiles per test language, as delivered with the data"

    public init() {}

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let tested = input.testedLanguages
        let variants = Set(input.snapshot.profiles.map(\.profileVariant))
        guard tested.contains(where: variants.contains) else { throw .noLanguageProfiles(tested: tested) }
        var changed = input
        changed.core.profiles = .testLanguage(fallback: .everyone)
        return changed
    }
}
