import Cohort
import Metrics

/// The median of a value per participant over one group, with an interval that needs no shape of the distribution.
public struct GroupMedian: Sendable, Equatable {
    public let label: String
    public let people: Int
    /// Infinite when at least half have an infinite value (nothing ever changes for them).
    public let median: Double
    /// Between two order statistics (Conover 1999, section 3.2): covers with at least its level. `tooFewObservations` for a group in which no two
    /// order statistics do (six people for 95 %).
    public let interval: Result<Interval, Undefined>

    /// Groups in byte order of their label; a value may be infinite, never NaN.
    public static func byGroup(_ values: [(label: String?, value: Double)], level: Double = 0.95) -> [GroupMedian] {
        let groups = Dictionary(grouping: values) { $0.label ?? Attribute.unknown }
        return groups.keys.sorted(by: precedesInBytes).map { label in
            let sorted = (groups[label] ?? []).map(\.value).sorted()
            return GroupMedian(
                label: label, people: sorted.count, median: median(sorted),
                interval: Result { () throws(Undefined) in
                    guard let places = SampleQuantile.places(count: sorted.count, probability: 0.5, level: level) else {
                        throw .tooFewObservations(needed: neededPeople(level: level))
                    }
                    return Interval(level: level, low: sorted[places.low - 1], high: sorted[places.high - 1])
                })
        }
    }

    /// The smallest n for which the smallest and the largest of n values enclose the median with the level: 2 / 2^n <= 1 - level.
    static func neededPeople(level: Double) -> Int {
        var people = 1, outside = 1.0
        while outside > 1 - level {
            people += 1
            outside /= 2
        }
        return people
    }

    /// Half the sum of the middle two; where one is infinite, so is the median.
    private static func median(_ sorted: [Double]) -> Double {
        let low = sorted[(sorted.count - 1) / 2], high = sorted[sorted.count / 2]
        return low == high ? low : low / 2 + high / 2
    }
}
