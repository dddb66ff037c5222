/// Difference of two independent rates with one event and one non-event added to either side (Agresti and Caffo 2000).
///
/// Interval: p1' - p0' -+ z sqrt(p1'(1 - p1')/(n1 + 2) + p0'(1 - p0')/(n0 + 2)) with p' = (x + 1)/(n + 2), cut off at -1 and 1.
/// The estimate is the plain difference of the rates; at a handful of people the interval, which is drawn towards zero, may fall
/// short of it.
public struct AgrestiCaffo: GroupDifference, TwoRates {
    public static let method = "agresti_caffo"
    public static let citation = "Agresti and Caffo (2000), The American Statistician 54:280-288"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`.
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
    }

    public var estimate: Double { groupValue - referenceValue }

    /// Centre of the interval, p1' - p0'.
    public var adjustedEstimate: Double {
        (groupEvents + 1) / (groupTotal + 2) - (referenceEvents + 1) / (referenceTotal + 2)
    }

    /// That of the adjusted estimate, never zero.
    public var standardError: Double {
        func part(_ events: Double, _ total: Double) -> Double {
            let (n, rate) = (total + 2, (events + 1) / (total + 2))
            return rate * (1 - rate) / n
        }
        return (part(groupEvents, groupTotal) + part(referenceEvents, referenceTotal)).squareRoot()
    }

    public var pValue: Double { Normal.twoSided(adjustedEstimate / standardError) }

    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: max(-1, adjustedEstimate - half), high: min(1, adjustedEstimate + half))
    }

    public func weakened() -> AgrestiCaffo? {
        if estimate == 0 { return nil }
        let events = recodedEvents(difference: estimate)
        let moved = try? AgrestiCaffo(
            groupEvents: events.group, groupTotal: groupTotal, referenceEvents: events.reference, referenceTotal: referenceTotal)
        guard let moved, abs(moved.estimate) < abs(estimate) else { return nil }
        return moved
    }
}
