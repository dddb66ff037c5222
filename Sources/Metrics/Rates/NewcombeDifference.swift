/// Difference of two independent rates by Newcombe's (1998) hybrid score method (his method 10).
///
/// Limits: d - sqrt((p1 - l1)^2 + (u0 - p0)^2) and d + sqrt((u1 - p1)^2 + (p0 - l0)^2), with l and u Wilson's limits of either
/// rate at the same level. p: the level at which the interval just reaches zero. Shown beside the score interval of Miettinen and
/// Nurminen, which is the one verdicts use: Newcombe's coverage falls further below the level.
public struct NewcombeDifference: GroupDifference, TwoRates {
    public static let method = "newcombe"
    public static let citation = "Newcombe (1998), Statistics in Medicine 17:873-890"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double
    private let group: Wilson
    private let reference: Wilson

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total, `notFinite`.
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        group = try Wilson(events: groupEvents, total: groupTotal)
        reference = try Wilson(events: referenceEvents, total: referenceTotal)
        self.groupEvents = groupEvents
        self.groupTotal = groupTotal
        self.referenceEvents = referenceEvents
        self.referenceTotal = referenceTotal
    }

    public var estimate: Double { groupValue - referenceValue }

    public var standardError: Double {
        (groupValue * (1 - groupValue) / groupTotal + referenceValue * (1 - referenceValue) / referenceTotal).squareRoot()
    }

    public func interval(level: Double) -> Interval {
        let limits = limits(critical: Normal.critical(level: level))
        return Interval(level: level, low: limits.low, high: limits.high)
    }

    public var pValue: Double {
        if estimate == 0 { return 1 }
        func excludesZero(_ z: Double) -> Bool {
            let limits = limits(critical: z)
            return limits.low > 0 || limits.high < 0
        }
        // Ends: the more certain, the wider, and (p1 - 0)^2 + (1 - p0)^2 is larger than (p1 - p0)^2.
        var high = 1.0
        while excludesZero(high) { high *= 2 }
        return Normal.twoSided(Bisection.boundary(low: 0, high: high, isBelow: excludesZero))
    }

    private func limits(critical z: Double) -> (low: Double, high: Double) {
        let (first, second) = (group.limits(critical: z), reference.limits(critical: z))
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        return (
            max(-1, estimate - length(groupValue - first.low, second.high - referenceValue)),
            min(1, estimate + length(first.high - groupValue, referenceValue - second.low))
        )
    }

    public func weakened() -> NewcombeDifference? {
        if estimate == 0 { return nil }
        let events = recodedEvents(difference: estimate)
        let moved = try? NewcombeDifference(
            groupEvents: events.group, groupTotal: groupTotal, referenceEvents: events.reference, referenceTotal: referenceTotal)
        guard let moved, abs(moved.estimate) < abs(estimate) else { return nil }
        return moved
    }
}
