/// One record of real-valued follow-up: from `entry` (not included) up to and including `end`.
///
/// Time runs in any unit from each person's time zero. Whoever is followed from time zero on has `entry` 0, and an event at time
/// 0 counts; with delayed entry (left truncation) the person is at risk on (entry, end].
public struct FollowUp: Sendable, Equatable {
    public let entry: Double
    public let end: Double
    /// 0 when nothing had happened by `end` (censored); 1, 2, ... which of the possible exits took place.
    public let cause: Int
    public let weight: Double

    public init(end: Double, cause: Int, entry: Double = 0, weight: Double = 1) {
        self.entry = entry
        self.end = end
        self.cause = cause
        self.weight = weight
    }

    /// The event, where only one exit is looked at.
    public static func event(at time: Double) -> FollowUp {
        FollowUp(end: time, cause: 1)
    }

    public static func censored(at time: Double) -> FollowUp {
        FollowUp(end: time, cause: 0)
    }

    /// At risk at `time`: entered before it and not gone before it.
    package func isAtRisk(at time: Double) -> Bool {
        end >= time && (entry == 0 || entry < time)
    }

    package func with(end: Double, cause: Int) -> FollowUp {
        FollowUp(end: end, cause: cause, entry: min(entry, end), weight: weight)
    }
}

/// What the weight of a record means, which decides the variance.
public enum WeightMeaning: Sendable, Equatable {
    /// The record stands for `weight` people, each observed: two records of weight 1 are one of weight 2. Variance: Greenwood's
    /// on the weighted counts.
    case people
    /// The record is one person drawn with chance proportional to 1/weight. Variance: the infinitesimal jackknife, the sum of
    /// squared weighted influences (R's `survfit(robust = TRUE)`); with equal weights and no delayed entry that is Greenwood's.
    case sampling
}
