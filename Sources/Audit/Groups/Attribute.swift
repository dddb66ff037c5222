/// What people are grouped by.
public enum Attribute: String, Sendable, CaseIterable, Codable {
    case testLanguage = "test_language"
    case testMode = "test_mode"
    case gender
    case ageBand = "age_band"
    case educationLevel = "education_level"

    /// The code under which people without a known value are counted. They are never part of a reference.
    public static let unknown = "unknown"
}
