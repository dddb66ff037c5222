/// How a comparison was judged. The report says which difference was shown, which was shown to be small,
/// and which could not be settled; none of these means that all is well.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// The 90 % interval lies inside the margin: shown to be small.
    case equivalent
    /// Neither shown nor shown to be small.
    case inconclusive
    /// Large enough to matter and not explained by chance alone at the unadjusted level.
    case signal
    /// Shown, after adjustment for the number of questions asked.
    case disparity
    /// A disclosure rule forbids showing it.
    case withheld
    /// A source is missing, or the statistic is not defined.
    case unavailable
}

/// Which way a difference points for the people in the group.
public enum Direction: String, Codable, Sendable {
    case adverse
    case favourable
}

extension Direction {
    /// - Parameters:
    ///   - estimate: group minus reference.
    ///   - adverse: which sign is adverse for the group: `higher`, `lower` or `neither`.
    /// - Returns: `nil` for no difference, and where neither sign is adverse.
    init?(of estimate: Double, adverse: String) {
        guard estimate != 0, adverse != "neither" else { return nil }
        self = (estimate > 0) == (adverse == "higher") ? .adverse : .favourable
    }
}
