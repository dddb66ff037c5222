import Cohort

/// Why a scenario cannot be tried. Messages name languages, scales and files, never a person, and no count below ten.
public enum ScenarioError: Error, Equatable, CustomStringConvertible {
    case unknownScenario(id: String, known: [String])
    /// The part after the colon is not what this scenario takes.
    case badParameter(id: String, expected: String)
    case unknownScale(code: String, known: [String])
    case unknownComponent(name: String, known: [String])
    case unknownCore(name: String, known: [String])
    /// The scenario needs a file that was not given.
    case needsFile(id: String, option: String)
    /// Nobody was tested in the reference language.
    case noReference(language: String, tested: [String])
    case referenceTooSmall(language: String, scale: String, count: Int, needed: Int)
    case noSpread(language: String, scale: String)
    /// Over the population that the people are a part of.
    case notLinked(language: String)
    /// Equipercentile linking of fewer people than it can rest on; every language that falls short.
    case tooFewToEquate([LanguageCount], needed: Int)
    case unusableScale(code: String)
    case normTable(source: String, problem: String)
    case notInNormTable(language: String, scale: String)
    case outsideNormTable(language: String, scale: String)
    case noLanguageProfiles(tested: [String])
    /// Assessments supersede each other in a circle.
    case supersededInCircle
    /// `superseded_by` names an assessment that is not in the snapshot, or somebody else's.
    case supersededElsewhere
    case nothingToRescale(core: String)
    case cannotRank(ReplayError)

    public struct LanguageCount: Sendable, Equatable {
        public let language: String
        public let count: Int

        public init(language: String, count: Int) {
            self.language = language
            self.count = count
        }
    }

    public var description: String {
        switch self {
        case .unknownScenario(let id, let known):
            "There is no scenario \"\(id)\"\(Spelling.suggestion(for: id, among: known)). Known are: \(known.joined(separator: ", "))."
        case .badParameter(let id, let expected):
            "Scenario \"\(id)\" cannot be read: \(expected)."
        case .unknownScale(let code, let known):
            "Scale \"\(code)\" is not in the snapshot\(Spelling.suggestion(for: code, among: known)). It has: \(known.joined(separator: ", "))."
        case .unknownComponent(let name, let known):
            "Component \"\(name)\" is not in the snapshot\(Spelling.suggestion(for: name, among: known)). It has: \(known.joined(separator: ", "))."
        case .unknownCore(let name, let known):
            "No core was given under the name \"\(name)\"\(Spelling.suggestion(for: name, among: known))."
        case .needsFile(let id, let option):
            "Scenario \(id) needs a file that was not given. Name it with \(option)."
        case .noReference(let language, let tested):
            "Scores cannot be linked to test language \"\(language)\": nobody was tested in it. Choose another reference; the snapshot has: \(tested.joined(separator: ", "))."
        case .referenceTooSmall(let language, let scale, let count, let needed):
            "Scores cannot be linked to test language \"\(language)\" on scale \"\(scale)\": \(Self.people(count)) in the reference, and at least \(needed) are needed. Choose another reference language."
        case .noSpread(let language, let scale):
            "Scores of test language \"\(language)\" cannot be linked on scale \"\(scale)\": everybody has the same score. Leave the scale out of the core, or look at the data."
        case .notLinked(let language):
            "Over everybody, scores could not be linked to test language \"\(language)\". Choose another reference language, and make the first pass again."
        case .tooFewToEquate(let languages, let needed):
            "Equipercentile linking was refused: it needs at least \(needed) people per test language on every scale, and there are too few in \(languages.map { "\($0.language) (\(Self.people($0.count)))" }.joined(separator: ", ")). Use norms_mean_sigma, or a norm table of the supplier."
        case .unusableScale(let code):
            "Scale \"\(code)\" has no range in relation scale, so its scores cannot be put on a grid. Mend minimum and maximum, and capture again."
        case .normTable(let source, let problem):
            "The norm table \(source) cannot be read: \(problem)."
        case .notInNormTable(let language, let scale):
            "The norm table has no rows for test language \"\(language)\" and scale \"\(scale)\". Complete the table; where raw scores stay as they are, give the same number twice."
        case .outsideNormTable(let language, let scale):
            "The norm table does not reach every score of test language \"\(language)\" on scale \"\(scale)\". Nothing is guessed beyond a table: complete it."
        case .noLanguageProfiles(let tested):
            "The snapshot has no ideal profile whose variant is a test language (\(tested.joined(separator: ", "))). Use profiles_derived, or deliver such profiles."
        case .supersededInCircle:
            "Assessments are superseded by each other in a circle, so there is no corrected profile. Mend superseded_by in the view assessment, and capture again."
        case .supersededElsewhere:
            "An assessment is superseded by one that is not in the snapshot or belongs to somebody else. Mend superseded_by in the view assessment, and capture again."
        case .nothingToRescale(let core):
            "Core \(core) does not scale, so there is nothing to rescale. Use the scenario without rescaled_."
        case .cannotRank(let error):
            error.description
        }
    }

    private static func people(_ count: Int) -> String { count < 10 ? "fewer than 10 people" : "\(count) people" }
}
