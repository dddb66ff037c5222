/// What people are grouped by.
public enum Attribute: String, Sendable, CaseIterable, Codable {
    case testLanguage = "test_language"
    case testMode = "test_mode"
    case gender
    case ageBand = "age_band"
    case educationLevel = "education_level"
    case municipality
    case preferredLanguage = "preferred_language"
    case dutchLevel = "dutch_level"
    case benefitDuration = "benefit_duration"
    case targetGroupRegister = "target_group_register"

    /// The code under which people without a known value are counted. They are never part of a reference.
    public static let unknown = "unknown"

    /// What is looked at where no configuration of a system says otherwise.
    public static let standard: [Attribute] = [.testLanguage, .testMode, .gender, .ageBand, .educationLevel]
}

extension Attribute {
    /// The known labels of one participant; what is unknown is left out.
    /// - Parameter test: the assessment that gives language and mode of the test.
    public static func labels(of participant: Participant, test: Assessment?) -> [Attribute: String] {
        var labels: [Attribute: String] = [:]
        for attribute in allCases { labels[attribute] = attribute.label(of: participant, test: test) }
        return labels
    }

    /// `nil` where it is not known.
    public func label(of participant: Participant, test: Assessment?) -> String? {
        switch self {
        case .testLanguage: test?.testLanguage
        case .testMode: test?.mode
        case .gender: participant.gender
        case .ageBand: participant.ageBand
        case .educationLevel: participant.educationLevel
        case .municipality: participant.municipality
        case .preferredLanguage: participant.preferredLanguage
        case .dutchLevel: participant.dutchLevel
        case .benefitDuration: participant.benefitDuration
        case .targetGroupRegister: participant.targetGroupRegister.map { $0 ? "true" : "false" }
        }
    }
}
