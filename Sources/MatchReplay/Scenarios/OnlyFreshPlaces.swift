import Cohort

/// Only places that were confirmed at most so many days before the day of the run.
///
/// A snapshot knows the last confirmation of a place: a run before that day counts it as fresh, because the place was there afterwards.
/// A place that was never confirmed is on no list.
public struct OnlyFreshPlaces: Scenario {
    public static let usualDays = 90

    public let id = "only_fresh_places"
    public var summary: String { "Only places confirmed at most \(days) days before the list was made" }
    public let days: Int

    public init(days: Int = usualDays) { self.days = days }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = input
        for index in input.snapshot.workplaces.indices {
            var place = input.snapshot.workplaces[index]
            if input.core.places == .all {
                // The core looks at no dates: those of the place must not come into it either.
                place.activeFrom = Day(number: min(place.activeFrom.number, Self.longAgo))
                place.activeTo = nil
            }
            let last = place.lastConfirmedOn.map { $0 + days } ?? place.activeFrom + -1
            place.activeTo = place.activeTo.map { min($0, last) } ?? last
            changed.snapshot.workplaces[index] = place
        }
        changed.core.places = .activeOnRunDay
        return changed
    }

    /// The first day that a date of this calendar can have: 1 January of year 1.
    private static let longAgo = -719_162
}
