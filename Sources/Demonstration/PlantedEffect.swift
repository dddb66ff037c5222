import Cohort

/// A known difference that the demonstration can hold, so that an audit can be shown to find it.
public enum PlantedEffect: String, CaseIterable, Sendable {
    /// People tested in Arabic or Tigrinya score 0.8 SD (8 T-points of the norm) low on the verbal capacity scale. It is measurement
    /// error: their true scores, and what comes of them, are those of everybody else.
    case testLanguageShift = "test_language_shift"
    /// Residents of 55 and older are moved to a day activity place more often than their lists justify.
    case counsellorSteering = "counsellor_steering"
    /// People tested in Arabic or Tigrinya truly have 8 T-points less verbal ability, and are measured rightly. Their profiles are those of
    /// `testLanguageShift`, which is what this is for; planted together, the two add up.
    case trueLanguageDifference = "true_language_difference"

    /// What `all` plants: the effects that can stand side by side. Not the true difference, which lands on the same scale of the same people
    /// as the shift: together they would be one difference of 1.6 SD.
    public static let all: Set<PlantedEffect> = [.testLanguageShift, .counsellorSteering]

    /// Reads `all` (``all``), `none` or names with commas between them.
    public static func parse(_ text: String) throws(DemonstrationError) -> Set<PlantedEffect> {
        switch text {
        case "all": return all
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
