/// Counts of one stratum. They need not be whole (effective sample sizes of a survival comparison are not).
public struct RateStratum: Sendable, Equatable {
    public var groupEvents: Double
    public var groupTotal: Double
    public var referenceEvents: Double
    public var referenceTotal: Double

    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) {
        self.groupEvents = groupEvents
        self.groupTotal = groupTotal
        self.referenceEvents = referenceEvents
        self.referenceTotal = referenceTotal
    }

    /// Only a stratum with people on both sides says anything about a difference.
    var isInformative: Bool { groupTotal > 0 && referenceTotal > 0 }
    var people: Double { groupTotal + referenceTotal }
    var weight: Double { groupTotal * referenceTotal / people }
    var events: Double { groupEvents + referenceEvents }
    var groupRate: Double { groupEvents / groupTotal }
    var referenceRate: Double { referenceEvents / referenceTotal }
    /// People without the outcome on either side.
    var groupOthers: Double { groupTotal - groupEvents }
    var referenceOthers: Double { referenceTotal - referenceEvents }

    /// Both strata as one.
    public static func + (a: RateStratum, b: RateStratum) -> RateStratum {
        RateStratum(
            groupEvents: a.groupEvents + b.groupEvents, groupTotal: a.groupTotal + b.groupTotal,
            referenceEvents: a.referenceEvents + b.referenceEvents, referenceTotal: a.referenceTotal + b.referenceTotal)
    }

    /// - Throws: `notFinite`; `outsideRange` when events are not in 0...total.
    func check() throws(Undefined) {
        guard groupEvents.isFinite, groupTotal.isFinite, referenceEvents.isFinite, referenceTotal.isFinite else { throw .notFinite }
        guard groupEvents >= 0, referenceEvents >= 0, groupEvents <= groupTotal, referenceEvents <= referenceTotal else {
            throw .outsideRange
        }
    }
}
