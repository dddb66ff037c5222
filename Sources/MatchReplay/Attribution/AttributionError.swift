import Cohort
import Metrics

/// Why a gap cannot be attributed.
public enum AttributionError: Error, Equatable, CustomStringConvertible {
    case unknownGroup(attribute: String, group: String, known: [String])
    /// The group, or everybody else, is too small to be shown.
    case tooFewPeople(attribute: String, group: String, needed: Int)
    /// The indicator has no value for one of the two sides: their lists are empty.
    case noLists(attribute: String, group: String)
    case notEuclidean(core: String)
    case cannotRank(ReplayError)
    case undefined(Undefined)
    /// Somebody asked to stop.
    case stopped

    public var description: String {
        switch self {
        case .unknownGroup(let attribute, let group, let known):
            "Nobody with a list has \(attribute) \"\(group)\"\(Spelling.suggestion(for: group, among: known)). Known are: \(known.joined(separator: ", "))."
        case .tooFewPeople(let attribute, let group, let needed):
            "The gap of \(attribute) \"\(group)\" cannot be explained: the group or everybody else has fewer than \(needed) people with a list. Choose a larger group."
        case .noLists(let attribute, let group):
            "The gap of \(attribute) \"\(group)\" cannot be explained: on one of the sides nobody has a list. Look at the core's filters and its rule for missing scores."
        case .notEuclidean(let core):
            "Distances of core \(core) cannot be split into level, spread and shape: that takes a Euclidean distance without worst-case scores."
        case .cannotRank(let error): error.description
        case .undefined(let undefined): "The gap cannot be explained. \(undefined.reason)"
        case .stopped: "Stopped before the gap was explained. Nothing was written."
        }
    }
}
