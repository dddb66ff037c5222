extension RankingCore {
    /// How far a profile lies from a participant: *x* scores, *p* targets, *w* weights, over the scales that count for both.
    ///
    /// Anything rarer than these is a core of its own, as a program.
    public enum Distance: String, Sendable, CaseIterable {
        /// The square root of the sum of w (x - p)^2.
        case euclidean
        /// The sum of w |x - p|.
        case manhattan
        /// 1 - (sum of w x p) / root of (sum of w x^2)(sum of w p^2), from 0 to 2. Not defined where either profile is all zero.
        case cosine
        /// 1 - the weighted Pearson correlation of x and p, from 0 to 2: shape only, blind to level and spread.
        /// Not defined below three scales (with two it is always 0 or 2), nor where either profile is flat.
        case correlation
        /// The square root of the sum of w (p - x)^2 over the scales on which x falls short of p; more than is asked costs nothing.
        case oneSided = "one_sided"

        /// Whether it is a sum over scales, so that a scale that is missing can be made up for in proportion, or at its worst.
        var isSum: Bool {
            switch self {
            case .euclidean, .manhattan, .oneSided: true
            case .cosine, .correlation: false
            }
        }
    }
}
