/// An interval between two order statistics, with the confidence it really has.
public struct RankInterval: Sendable, Equatable {
    /// At the level asked for. Infinite on both sides where so few pairs carry no confidence of that size.
    public let interval: Interval

    /// The level attained, from the exact null distribution: at least the level asked for, since counts move in jumps (1 for an infinite
    /// interval). nil where the positions come from the normal approximation.
    public let attainedLevel: Double?
}
