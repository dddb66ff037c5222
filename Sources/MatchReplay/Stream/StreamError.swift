/// Why lists could not be streamed. Messages name files and relations, never a person or a person's value.
public enum StreamError: Error, Equatable, CustomStringConvertible {
    case cannotWrite(path: String, cause: String)
    /// A block whose scores are not one row for each of its participants.
    case unevenBlock(participants: Int, scores: Int, scales: Int)
    /// A score that is not a finite number: who lacks one needs the core's rule for missing scores, which `PlaceRanking` knows.
    case notFinite(scale: Int)
    /// The distances of a block are not workplaces x participants, or one of them is NaN or negative.
    case notDistances(expected: Int, found: Int)

    public var description: String {
        switch self {
        case .cannotWrite(let path, let cause):
            "Writing lists to \(path) failed: \(cause). Nothing is left under that name that was not there before."
        case .unevenBlock(let participants, let scores, let scales):
            "A block of \(participants) participants came with \(scores) scores, not one for each of \(scales) scales. Mend whatever makes the blocks."
        case .notFinite(let scale):
            "A block has a score on scale number \(scale), counted from 0, that is not a finite number. Make the lists of participants with missing scores by PlaceRanking."
        case .notDistances(let expected, let found):
            "A block of \(expected) distances was asked for; \(found) came that can be distances (0 or more, infinite for whoever cannot be ranked)."
        }
    }
}
