import Metrics

/// How a group's mean differs from that of the rest, before and after: what the scenario does to the difference.
///
/// In this cohort the means and the gaps are facts, because the lists are replayed. The intervals speak of future participants like these
/// with the same places and core: Welch's for each gap, and Welch's on every person's own change for the change of the gap, which keeps the
/// pairs together. People are the unit.
public struct GroupGap: Sendable, Equatable {
    public let people: Int
    public let restPeople: Int
    public let mean: BeforeAfter<Double>
    public let restMean: BeforeAfter<Double>
    public let level: Double
    public let intervalBefore: Result<Interval, Unavailable>
    public let intervalAfter: Result<Interval, Unavailable>
    /// Unavailable when nobody changes, which needs no interval, and when a side has one person.
    public let changeInterval: Result<Interval, Unavailable>

    /// Group minus rest.
    public var gap: BeforeAfter<Double> {
        BeforeAfter(before: mean.before - restMean.before, after: mean.after - restMean.after)
    }

    /// - Throws: `noObservations` when a side is empty, `notFinite`.
    public init(group: [BeforeAfter<Double>], rest: [BeforeAfter<Double>], level: Double = 0.95) throws(Undefined) {
        func both(_ values: [BeforeAfter<Double>]) throws(Undefined) -> BeforeAfter<Double> {
            BeforeAfter(before: try Summary(values.map(\.before)).mean, after: try Summary(values.map(\.after)).mean)
        }
        func interval(_ value: (BeforeAfter<Double>) -> Double) -> Result<Interval, Unavailable> {
            let sides = (group.map(value), rest.map(value))
            return Unavailable.result { () throws(Undefined) in
                try WelchDifference(group: sides.0, reference: sides.1).interval(level: level)
            }
        }
        people = group.count
        restPeople = rest.count
        mean = try both(group)
        restMean = try both(rest)
        self.level = level
        intervalBefore = interval(\.before)
        intervalAfter = interval(\.after)
        changeInterval = interval(\.change)
    }
}
