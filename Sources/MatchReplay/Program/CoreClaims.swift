/// What a core says of itself: a claim is tested by the conformance checks, and what is not claimed is not held against it.
public struct CoreClaims: Sendable, Equatable {
    /// The order of places at equal distance.
    public enum Ties: String, Sendable, CaseIterable {
        /// By the bytes of the id in UTF-8.
        case bytes
        /// By the id as a whole number; equal numbers, such as 7 and 07, by bytes.
        case numeric
        /// Equal distances share a rank; how they are listed is not promised, but it is the same every time.
        case shared
        /// By a random draw of the core that is the same for the same participant, and need not be for the same scores.
        case random
    }

    /// Which places the core never leaves out for somebody with a score on a scale that the place's profile for everyone asks
    /// with a weight above 0.
    public enum Ranks: String, Sendable, CaseIterable {
        /// Those active on the day of the request.
        case active
        case all
    }

    /// Closer on one scale, with all else equal, never ranks lower; of scales whose two sides have the same constants.
    public var monotone: Bool
    /// `nil` = a rule of its own.
    public var ties: Ties?
    /// `nil` = it leaves out places by rules of its own.
    public var ranks: Ranks?

    public init(monotone: Bool = false, ties: Ties? = nil, ranks: Ranks? = nil) {
        self.monotone = monotone
        self.ties = ties
        self.ranks = ranks
    }
}
