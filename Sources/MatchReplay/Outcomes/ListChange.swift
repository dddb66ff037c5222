/// What a scenario does to one person's list.
public struct ListChange: Sendable, Equatable {
    public let agreement: ListLikeness
    /// The first k places in order, by number.
    public let firstPlaces: Result<BeforeAfter<[Int]>, Unavailable>
    public let best: Result<BeforeAfter<Int>, Unavailable>
    /// Work kind of the first place.
    public let bestKind: Result<BeforeAfter<String>, Unavailable>
    /// Share of the first k places that is day activity, 0...1.
    public let dayActivity: Result<BeforeAfter<Double>, Unavailable>
    /// Distance of the first place; unavailable where the two cores measure in different units.
    public let bestDistance: Result<BeforeAfter<Double>, Unavailable>

    public init(
        agreement: ListLikeness, firstPlaces: Result<BeforeAfter<[Int]>, Unavailable>, best: Result<BeforeAfter<Int>, Unavailable>,
        bestKind: Result<BeforeAfter<String>, Unavailable>, dayActivity: Result<BeforeAfter<Double>, Unavailable>,
        bestDistance: Result<BeforeAfter<Double>, Unavailable>
    ) {
        self.agreement = agreement
        self.firstPlaces = firstPlaces
        self.best = best
        self.bestKind = bestKind
        self.dayActivity = dayActivity
        self.bestDistance = bestDistance
    }
}
