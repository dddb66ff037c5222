import Cohort

/// A known difference that the demonstration can hold, so that an audit can be shown to find it.
public enum PlantedEffect: String, CaseIterable, Sendable {
    /// People tested in Arabic or Tigrinya score 0.8 SD (8 T-points of the norm) low on the verbal capacity scale. It is measurement
    /// error: their true scores, and what comes of them, are those of everybody else.
    case testLanguageShift = "test_language_shift"
    /// Residents of 55 and older are moved to a day activity place more often than their lists justify.
    case counsellorSteering = "counsellor_steering"

    /// Reads `all`, `none` or names with commas between them.
    public static func parse(_ text: String) throws(DemonstrationError) -> Set<PlantedEffect> {
        switch text {
        case "all": return Set(allCases)
        case "none": return []
        default: break
        }
        var effects: Set<PlantedEffect> = []
        for name in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            guard let effect = PlantedEffect(rawValue: name) else {
                throw .unknownEffect(name: name, suggestion: Spelling.suggestion(for: name, among: allCases.map(\.rawValue) + ["all", "none"]))
            }
            effects.insert(effect)
        }
        return effects
    }
}
