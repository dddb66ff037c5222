/// Common risk difference over strata with Mantel-Haenszel weights and Sato's variance.
///
/// Estimate: sum(w d) / sum(w) with w = n1 n0 / N. Variance if the difference is delta (Sato 1989, Biometrics 45:1323; consistent
/// for many small strata and for few large ones): (delta P + Q) / W^2, with
/// P = sum [ n1^2 c - n0^2 a + n1 n0 (n0 - n1)/2 ] / N^2 and Q = sum [ a(n0 - c) + c(n1 - a) ] / 2N.
/// The interval holds every delta with (d - delta)^2 <= z^2 (delta P + Q) / W^2 (Klingenberg 2014, Statistics in Medicine 33:2968),
/// a quadratic; the p value is the same test at delta = 0. `metafor`'s `rma.mh` has this estimate and this variance at the estimate, and no other
/// for differences; its interval and p are estimate +- z SE and so differ from these.
public struct MantelHaenszelRiskDifference: GroupDifference {
    public static let method = "mantel_haenszel_sato"
    public static let citation = "Mantel and Haenszel (1959), JNCI 22:719-748; Sato (1989), Biometrics 45:1323-1324"

    /// All strata as given, the uninformative ones too.
    public let strata: [RateStratum]
    /// Strata with people of both sides.
    public let informativeStrata: Int
    /// People in them, both sides together.
    public let peopleInInformativeStrata: Int

    public let estimate: Double
    private let weight: Double
    private let slope: Double
    private let nullVariance: Double

    /// - Throws: `noInformativeStratum`, `outsideRange` for events outside 0...total, `notFinite`, `zeroVariance` when in every
    ///   informative stratum all people have the same outcome.
    public init(strata: [RateStratum]) throws(Undefined) {
        var weights = CompensatedSum()
        var differences = CompensatedSum()
        var slopes = CompensatedSum()
        var nulls = CompensatedSum()
        var informative = 0
        var people = 0.0
        for stratum in strata {
            let (a, n1) = (stratum.groupEvents, stratum.groupTotal)
            let (c, n0) = (stratum.referenceEvents, stratum.referenceTotal)
            guard a.isFinite, n1.isFinite, c.isFinite, n0.isFinite else { throw .notFinite }
            guard a >= 0, c >= 0, a <= n1, c <= n0 else { throw .outsideRange }
            guard stratum.isInformative else { continue }
            let n = stratum.people
            informative += 1
            people += n
            weights.add(stratum.weight)
            differences.add((a * n0 - c * n1) / n)
            slopes.add((n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n))
            nulls.add((a * (n0 - c) + c * (n1 - a)) / (2 * n))
        }
        guard informative > 0 else { throw .noInformativeStratum }
        guard nulls.value > 0 else { throw .zeroVariance }
        self.strata = strata
        informativeStrata = informative
        peopleInInformativeStrata = Int(people.rounded())
        weight = weights.value
        estimate = differences.value / weight
        slope = slopes.value / (weight * weight)
        nullVariance = nulls.value / (weight * weight)
    }

    public var groupCount: Int { Int(total(\.groupTotal).rounded()) }
    public var referenceCount: Int { Int(total(\.referenceTotal).rounded()) }
    public var groupValue: Double { total(\.groupEvents) / total(\.groupTotal) }
    public var referenceValue: Double { total(\.referenceEvents) / total(\.referenceTotal) }

    /// Sato's standard error at the estimate.
    public var standardError: Double { max(0, estimate * slope + nullVariance).squareRoot() }

    public var pValue: Double { Normal.twoSided(estimate / nullVariance.squareRoot()) }

    public func interval(level: Double) -> Interval {
        let z = Normal.critical(level: level)
        let square = z * z
        let centre = estimate + square * slope / 2
        // centre^2 - (d^2 - z^2 Q) without the cancellation of the d^2 terms.
        let halfSquare = square * (slope * (estimate + square * slope / 4) + nullVariance)
        // Where strata contradict each other in tiny tables Sato's variance can turn negative at the estimate itself, which then
        // falls out of the set; an interval that does not hold its own estimate helps nobody, so it is stretched to reach it.
        let half = halfSquare > 0 ? halfSquare.squareRoot() : 0
        let low = halfSquare > 0 ? min(estimate, centre - half) : estimate
        let high = halfSquare > 0 ? max(estimate, centre + half) : estimate
        return Interval(level: level, low: max(-1, low), high: min(1, high))
    }

    public func weakened() -> MantelHaenszelRiskDifference? {
        if estimate == 0 { return nil }
        let lowersGroup = estimate > 0
        let movesGroup = weakensGroup
        var best: (index: Int, strata: RateStratum, distance: Double)?
        for (index, stratum) in strata.enumerated() where stratum.isInformative {
            var moved = stratum
            let change: Double
            if movesGroup {
                let step = lowersGroup ? -min(1, moved.groupEvents) : min(1, moved.groupTotal - moved.groupEvents)
                moved.groupEvents += step
                change = step * stratum.referenceTotal / stratum.people / weight
            } else {
                let step = lowersGroup ? min(1, moved.referenceTotal - moved.referenceEvents) : -min(1, moved.referenceEvents)
                moved.referenceEvents += step
                change = -step * stratum.groupTotal / stratum.people / weight
            }
            let distance = abs(estimate + change)
            if change != 0, distance < best?.distance ?? abs(estimate) { best = (index, moved, distance) }
        }
        guard let best else { return nil }
        var changed = strata
        changed[best.index] = best.strata
        return try? MantelHaenszelRiskDifference(strata: changed)
    }

    /// What the errors would be if the true difference were `effect` in every stratum, the reference's rates being as they are.
    ///
    /// With group rates r + e the variance of the estimate is sum w^2 [ (r + e)(1 - r - e)/n1 + r(1 - r)/n0 ] / W^2, and the expected
    /// variance of the test is sum w [ r(1 - r) + e(1 - 2r)/2 ] / W^2. Both are moved from Sato's values at the estimate, so that only
    /// r itself is needed of a stratum: r(1 - r) cannot be known where a stratum has hardly anybody.
    /// - Returns: the standard error of the estimate, and the one the test divides by.
    func errors(at effect: Double) -> (estimate: Double, test: Double) {
        let step = effect - estimate
        var (own, test) = (CompensatedSum(), CompensatedSum())
        for stratum in strata where stratum.isInformative {
            let lean = 1 - 2 * stratum.referenceRate
            let share = stratum.weight * stratum.weight / stratum.groupTotal
            own.add(share * step * (lean - effect - estimate))
            test.add(stratum.weight * step * lean / 2)
        }
        let square = weight * weight
        return (
            max(0, estimate * slope + nullVariance + own.value / square).squareRoot(),
            max(0, nullVariance + test.value / square).squareRoot()
        )
    }

    /// The reference's rate by the weights of the estimate: how far the group's can rise (or fall) from it.
    var weightedReferenceRate: Double {
        CompensatedSum(strata.lazy.filter(\.isInformative).map { $0.weight * $0.referenceRate }).value / weight
    }

    private func total(_ count: KeyPath<RateStratum, Double>) -> Double {
        CompensatedSum(strata.lazy.filter(\.isInformative).map { $0[keyPath: count] }).value
    }
}
