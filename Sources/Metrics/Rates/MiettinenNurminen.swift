import RealModule

/// Difference of two independent rates by the score method of Miettinen and Nurminen (1985), Statistics in Medicine 4:213.
///
/// z(delta) = (d - delta) / sqrt( N/(N-1) * [ p1(1-p1)/n1 + p0(1-p0)/n0 ] ) with p1, p0 the most likely rates whose difference
/// is delta, from the closed cubic (Farrington and Manning 1990). Interval: all delta with |z| <= critical value. p: z(0).
/// Events need not be whole: the same formula serves the sum of values bounded in [0, 1], where it is conservative.
public struct MiettinenNurminen: GroupDifference, TwoRates {
    public static let method = "miettinen_nurminen"
    public static let citation = "Miettinen and Nurminen (1985), Statistics in Medicine 4:213-226; Farrington and Manning (1990), Statistics in Medicine 9:1447-1454"

    public let groupEvents: Double
    public let groupTotal: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total or both totals together
    ///   are at most 1, `notFinite`.
    public init(groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard groupTotal + referenceTotal > 1 else { throw .outsideRange }
    }

    public var estimate: Double { groupValue - referenceValue }

    public var standardError: Double {
        variance(group: groupValue, reference: referenceValue).squareRoot()
    }

    public var pValue: Double {
        // With equal rates the score is zero over a variance that may be zero too: nothing speaks for a difference.
        if estimate == 0 { return 1 }
        return Normal.twoSided(estimate / scoreError(at: 0))
    }

    public func interval(level: Double) -> Interval {
        let z = Normal.critical(level: level)
        let d = estimate
        // A difference of exactly -1 or 1 has no room on its own side.
        let low = d <= -1 ? -1 : Bisection.boundary(low: -1, high: d) { d - $0 > z * scoreError(at: $0) }
        let high = d >= 1 ? 1 : Bisection.boundary(low: d, high: 1) { $0 - d <= z * scoreError(at: $0) }
        return Interval(level: level, low: low, high: high)
    }

    public func weakened() -> MiettinenNurminen? {
        let d = estimate
        if d == 0 { return nil }
        let events = recodedEvents(difference: d)
        let moved = try? MiettinenNurminen(
            groupEvents: events.group, groupTotal: groupTotal, referenceEvents: events.reference, referenceTotal: referenceTotal)
        guard let moved, abs(moved.estimate) < abs(d) else { return nil }
        return moved
    }

    /// Standard error of the estimate if the true difference were `delta`, in [-1, 1].
    func scoreError(at delta: Double) -> Double {
        let reference = restrictedReferenceRate(at: delta)
        return variance(group: min(1, max(0, reference + delta)), reference: reference).squareRoot()
    }

    /// The most likely reference rate among all pairs of rates that differ by `delta`.
    func restrictedReferenceRate(at delta: Double) -> Double {
        let n = groupTotal + referenceTotal
        let events = groupEvents + referenceEvents
        if delta == 0 { return events / n }
        let lowest = max(0, -delta)
        let highest = min(1, 1 - delta)
        // a q^3 + b q^2 + c q + e = 0
        let a = n
        let b = (groupTotal + 2 * referenceTotal) * delta - n - events
        let c = (referenceTotal * delta - n - 2 * referenceEvents) * delta + events
        let e = referenceEvents * delta * (1 - delta)
        let shift = b / (3 * a)
        let v = shift * shift * shift - b * c / (6 * a * a) + e / (2 * a)
        let magnitude = max(0, shift * shift - c / (3 * a)).squareRoot()
        if magnitude == 0 { return min(highest, max(lowest, -shift)) }
        let u = v < 0 ? -magnitude : magnitude
        let cosine = min(1, max(-1, v / (u * u * u)))
        let angle = (Double.pi + Double.acos(cosine)) / 3
        var q = min(highest, max(lowest, 2 * u * Double.cos(angle) - shift))
        // Cosine and shift cancel when the rate is small: two Newton steps give the lost digits back.
        for _ in 0..<2 {
            let slope = (3 * a * q + 2 * b) * q + c
            let value = ((a * q + b) * q + c) * q + e
            if slope == 0 { break }
            let next = q - value / slope
            // A step out of the bounds comes from a double root at the edge, where the closed form is as good as it gets.
            guard next >= lowest, next <= highest, abs(next - q) < 1e-6 else { break }
            q = next
        }
        return q
    }

    private func variance(group: Double, reference: Double) -> Double {
        let n = groupTotal + referenceTotal
        return n / (n - 1) * (group * (1 - group) / groupTotal + reference * (1 - reference) / referenceTotal)
    }
}
