import MatchReplay

/// What a candidate program answered that no list may be: a broken invariant rather than a program that could not run.
struct BrokenPromise: Sendable, Equatable {
    /// Id of the invariant.
    let invariant: String
    /// Places concerned.
    let places: [String]

    /// `nil` = the program could not be run or spoke another protocol.
    init?(_ error: ProgramError) {
        switch error.problem {
        case .repeatedPlace(_, let place): (invariant, places) = ("invariant.order", [place])
        case .notFinite, .notAscending, .lengthsDiffer: (invariant, places) = ("invariant.order", [])
        case .unknownPlace(_, let place): (invariant, places) = ("invariant.places", [place])
        case .omitted: (invariant, places) = ("invariant.length", [])
        default: return nil
        }
    }
}
