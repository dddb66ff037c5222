import Cohort

/// What a scenario does for one group, as a command may print it: who gains and who loses side by side.
public struct GroupOutcome: Sendable, Equatable {
    public let attribute: Attribute
    /// A label, or `Attribute.unknown`, which stands apart and is in nobody's rest.
    public let group: String
    public let people: Shown<Int>
    /// Gain: the best place is nearer. Lose: it is farther.
    public let bestMatch: Shown<GainsAndLosses>
    /// Gain: less day activity among the first k. Lose: more.
    public let dayActivity: Shown<GainsAndLosses>
    /// Whether the first k places are others, or in another order.
    public let list: Shown<Changes>
    public let best: Shown<Changes>
    public let bestKind: Shown<Changes>
    /// Mean distance of the best place; `nil` for people whose label is unknown.
    public let bestDistanceGap: Shown<Result<GroupGap, Unavailable>>?
    /// Mean share of day activity in the first k; `nil` for people whose label is unknown.
    public let dayActivityGap: Shown<Result<GroupGap, Unavailable>>?
}
