import Cohort
import Metrics

/// How much more would settle a comparison that could not be settled.
///
/// If there is in truth no difference, the 90 % interval lies inside the margin with probability 80 % once
/// (z(.95) + z(.90)) SE <= margin: both of its ends have to, each with probability 90 %. The standard error shrinks with the root of the number of people, so that
/// ((z(.95) + z(.90)) SE / margin)^2 times as many are needed. A true difference between the margin and the signal size stays unsettled with any number.
public struct Settling: Codable, Sendable, Equatable {
    /// How many times as many people, at least 1.
    public var times: Double
    /// So many people on both sides together.
    public var people: Int
    /// So many organisations of this size, pooled; or so many periods of this length.
    public var organisations: Int

    /// - Returns: `nil` where the people would do if there were no difference (the figure itself then stands in the way), or no number would.
    init?(_ difference: any GroupDifference, margin: Double) {
        let error = difference.standardError
        guard margin > 0, error > 0, error.isFinite else { return nil }
        let needed = (Normal.critical(level: 0.90) + Normal.critical(level: 0.80)) * error / margin
        let times = needed * needed
        guard times > 1, times.isFinite else { return nil }
        let count = Double(difference.groupCount + difference.referenceCount)
        self.times = times.reported
        people = Int((times * count).rounded(.up))
        organisations = Int(times.rounded(.up))
    }
}
