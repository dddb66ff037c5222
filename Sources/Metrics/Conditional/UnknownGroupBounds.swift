/// What a difference in rates can be at worst and at best when some people's group is unknown (bounds after Horowitz and Manski).
///
/// Nothing is assumed about why labels are missing. Of the unknown people, any may belong to the group, to the reference, or (where
/// there are more groups) to neither. The difference is largest when all unknown people with the outcome belong to the group and
/// all without it to the reference, and smallest the other way round; "neither" gives nothing more extreme. So the bounds are
/// [a / (n1 + f) - (c + e) / (n0 + e), (a + e) / (n1 + e) - c / (n0 + f)] for a of n1 and c of n0 known people and e unknown with, f
/// unknown without the outcome.
///
/// The estimate is the difference among people with a known group; it lies within the bounds but is no better founded than any
/// other value in them.
public struct UnknownGroupBounds: Statistic {
    public static let method = "unknown_group_bounds"
    public static let citation = "Horowitz and Manski (2000), JASA 95:77-84; Manski (2003), Partial Identification of Probability Distributions"

    /// People with a known group, by group.
    public let known: MiettinenNurminen
    public let unknownEvents: Double
    public let unknownTotal: Double
    /// The comparison if the labels were the ones that make the difference smallest, and largest.
    public let smallest: MiettinenNurminen
    public let largest: MiettinenNurminen

    /// - Parameters:
    ///   - unknownEvents: people with the outcome whose group is unknown.
    ///   - unknownTotal: people whose group is unknown; 0 when all are known.
    /// - Throws: `noObservations` when a side has nobody whose group is known; `outsideRange` when events are not in 0...total;
    ///   `notFinite`.
    public init(
        groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double, unknownEvents: Double,
        unknownTotal: Double
    ) throws(Undefined) {
        guard unknownEvents.isFinite, unknownTotal.isFinite else { throw .notFinite }
        guard unknownEvents >= 0, unknownEvents <= unknownTotal else { throw .outsideRange }
        let others = unknownTotal - unknownEvents
        known = try MiettinenNurminen(
            groupEvents: groupEvents, groupTotal: groupTotal, referenceEvents: referenceEvents, referenceTotal: referenceTotal)
        smallest = try MiettinenNurminen(
            groupEvents: groupEvents, groupTotal: groupTotal + others, referenceEvents: referenceEvents + unknownEvents,
            referenceTotal: referenceTotal + unknownEvents)
        largest = try MiettinenNurminen(
            groupEvents: groupEvents + unknownEvents, groupTotal: groupTotal + unknownEvents, referenceEvents: referenceEvents,
            referenceTotal: referenceTotal + others)
        self.unknownEvents = unknownEvents
        self.unknownTotal = unknownTotal
    }

    /// Everybody, the unknown included.
    public var count: Int { Int((known.groupTotal + known.referenceTotal + unknownTotal).rounded()) }
    public var estimate: Double { known.estimate }
    public var low: Double { smallest.estimate }
    public var high: Double { largest.estimate }
    /// Share of the people whose group is unknown.
    public var unknownShare: Double { unknownTotal / (known.groupTotal + known.referenceTotal + unknownTotal) }

    /// True when the sign of the difference is the same whatever the missing labels are.
    public var settlesSign: Bool { low > 0 || high < 0 }

    /// From the lower limit at the smallest to the upper limit at the largest difference: it holds the score interval that would be
    /// printed if the labels were known, whatever they are, as long as they are all of the group or the reference.
    public func interval(level: Double) -> Interval {
        Interval(level: level, low: smallest.interval(level: level).low, high: largest.interval(level: level).high)
    }
}
