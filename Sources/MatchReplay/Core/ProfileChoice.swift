extension RankingCore {
    /// Which ideal profile of a place counts for a participant (`ideal_profile.profile_variant`).
    public enum ProfileChoice: Sendable, Equatable {
        /// The profile for everyone (variant `''`); other variants are left aside.
        case everyone
        /// The variant that `variants` gives for the test language, else the one of the language's own name.
        case testLanguage(variants: [String: String] = [:], fallback: Fallback)

        /// What a place without that variant does.
        public enum Fallback: String, Sendable, CaseIterable {
            /// Its profile for everyone counts.
            case everyone
            /// It is not on the list.
            case excludePlace = "exclude_place"
        }

        /// `''` = the profile for everyone.
        func variant(forLanguage language: String) -> String {
            switch self {
            case .everyone: ""
            case .testLanguage(let variants, _): variants[language] ?? language
            }
        }

        func takesPart(_ entry: String) -> Bool {
            switch self {
            case .everyone: entry.isEmpty
            case .testLanguage: true
            }
        }
    }
}
