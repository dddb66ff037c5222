/// Why data cannot be taken in. Names relations and columns and counts; never a key, a code or any other value.
public enum IntakeError: Error, Equatable, Sendable {
    /// The database offers what the contract does not have (M23, data minimisation).
    case outsideContract(names: [String])
    /// A relation or column without which nothing can be measured is not there.
    case missingRequired(names: [String])
    /// No match run in the period.
    case emptyPeriod(from: String, to: String)
    case periodReversed(from: String, to: String)
    case unknownTimeZone
    case linkKey(path: String, problem: String, advice: String)
    /// A required code that the contract does not have.
    case unknownRequiredCode(column: String, allowed: String)
    case notFinite(column: String)
    case scoreOutsideScale(scale: String)
    case scaleBoundsReversed(scale: String)
    case profileScaleUnknown(scale: String)
    case profileScaleWithoutScores(scale: String)
    case runsWithoutResults(count: Int)
    case ranksNotConsecutive(count: Int)
    case duplicateKey(relation: String)
    /// A row names a row of another relation that is not there.
    case orphan(column: String, relation: String)
    case dateMissing(column: String)
}

extension IntakeError {
    /// What the command's exit status depends on.
    public enum Kind: Sendable {
        /// What was asked cannot be done: dates, key file.
        case request
        /// The database does not fulfil the contract, or its rows contradict each other: exit 3.
        case data
        /// More is offered than may be read: exit 4.
        case outsideContract
    }

    public var kind: Kind {
        switch self {
        case .outsideContract: .outsideContract
        case .periodReversed, .unknownTimeZone, .linkKey: .request
        default: .data
        }
    }
}

extension IntakeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outsideContract(let names):
            "The database offers more than the contract: \(names.joined(separator: ", ")). Nothing was read (data minimisation). Take it out of schema fairness_audit."
        case .missingRequired(let names):
            "The database lacks what the audit cannot do without: \(names.joined(separator: ", ")). Add it to the views; fairness-audit check says what each is for."
        case .emptyPeriod(let from, let to):
            "No match run was executed from \(from) to \(to), so there is nothing to capture. Choose other dates; fairness-audit check says which there are."
        case .periodReversed(let from, let to):
            "The period is the wrong way round: \(from) lies after \(to). Exchange --from and --to."
        case .unknownTimeZone:
            "The server does not know the time zone. Use a name from the IANA list, such as Europe/Amsterdam."
        case .linkKey(let path, let problem, let advice):
            "The link key \(path) cannot be used: \(problem). \(advice)"
        case .unknownRequiredCode(let column, let allowed):
            "Column \(column) holds a value that the contract does not know, where one is required. Allowed: \(allowed). Translate it in the view."
        case .notFinite(let column):
            "Column \(column) holds NaN or an infinity. Make it NULL (not measured) in the view, or correct it."
        case .scoreOutsideScale(let scale):
            "A score lies outside the minimum and maximum of scale \(scale). Correct the score or the scale; fairness-audit check counts them."
        case .scaleBoundsReversed(let scale):
            "Scale \(scale) has a minimum that is not below its maximum, or no number. Correct relation scale."
        case .profileScaleUnknown(let scale):
            "An ideal profile asks for scale \(scale), which relation scale does not have. Add the scale, or take it out of the profile."
        case .profileScaleWithoutScores(let scale):
            "An ideal profile asks for scale \(scale), on which nobody in this capture has a score. Take it out of the profile, or offer the scores."
        case .runsWithoutResults(let count):
            "\(count) match run(s) have no results. Offer their rows in match_result, or leave the runs out of match_run."
        case .ranksNotConsecutive(let count):
            "The ranks of \(count) list(s) are not 1, 2, 3, ... without gaps. Correct match_result; a list that was cut must be cut at the end."
        case .duplicateKey(let relation):
            "Relation \(relation) has two rows with one key. The contract asks for one row per key; fairness-audit check counts them."
        case .orphan(let column, let relation):
            "Column \(column) names a row that relation \(relation) does not have. Add the missing row, or leave the row that names it out."
        case .dateMissing(let column):
            "Column \(column) holds infinity or a date outside the years 1 to 9999, where a day is required. Correct it in the view."
        }
    }
}
