import Cohort

/// Why no margin can be computed along a direction. Messages name scales and languages, never a person.
public enum BoundaryError: Error, Equatable, CustomStringConvertible {
    case replay(ReplayError)
    /// The scale does not count in this core, so that no shift on it changes anything.
    case scaleDoesNotCount(code: String, core: String, counting: [String])
    /// Nobody's latest list rests on a test in this language.
    case nobodyTestedIn(language: String, known: [String])
    /// The distance of the core is not a sum of squares, whose crossings could be solved.
    case distanceNotSolved(distance: String, core: String)

    public var description: String {
        switch self {
        case .replay(let error): error.description
        case .scaleDoesNotCount(let code, let core, let counting):
            "A margin was asked for scale \"\(code)\", which does not count in core \(core)\(Spelling.suggestion(for: code, among: counting)). Ask for one of: \(counting.joined(separator: ", "))."
        case .nobodyTestedIn(let language, let known):
            "A margin was asked along the difference with test language \"\(language)\", in which nobody with a list took the test\(Spelling.suggestion(for: language, among: known)). Ask for one of: \(known.joined(separator: ", "))."
        case .distanceNotSolved(let distance, let core):
            "A margin was asked for core \(core), whose distance is \(distance): margins are solved exactly, and only for Euclidean distances. Use a scenario with a shift instead."
        }
    }
}
