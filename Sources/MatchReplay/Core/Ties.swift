extension RankingCore {
    /// What decides between places at the same distance.
    public enum Ties: Sendable, Equatable {
        /// The id of the place, as bytes (UTF-8).
        case bytes
        /// The id of the place, as a whole number; equal numbers, such as 7 and 07, as bytes.
        case numeric
        /// Nothing: they share a rank (1, 1, 3), and none of them is cut off by the length of the list. They stand in order of bytes.
        case shared
        /// Chance, drawn anew for every list from this seed: the same seed gives the same lists.
        case random(seed: UInt64)
    }
}
