extension EquivalenceTest {
    /// Difference of two means, dual to Welch's interval.
    public static func difference(of means: WelchDifference, low: Double, high: Double) throws(Undefined) -> EquivalenceTest {
        try EquivalenceTest(
            basis: WelchDifference.method, count: means.count, estimate: means.estimate, standardError: means.standardError,
            degreesOfFreedom: means.degreesOfFreedom, low: low, high: high)
    }

    /// Mean of paired differences (second minus first per person) by the paired t.
    ///
    /// - Throws: `tooFewObservations(needed: 2)`, `zeroVariance` when all differences are the same, `noObservations`, `notFinite`.
    public static func pairedDifference(_ differences: [Double], low: Double, high: Double) throws(Undefined) -> EquivalenceTest {
        let summary = try Summary(differences)
        guard let deviation = summary.sampleDeviation else { throw .tooFewObservations(needed: 2) }
        return try EquivalenceTest(
            basis: "paired_t", count: summary.count, estimate: summary.mean,
            standardError: deviation / Double(summary.count).squareRoot(), degreesOfFreedom: Double(summary.count - 1), low: low, high: high)
    }

    /// Ratio of two means of positive values: at a margin r the contrast "group mean - r reference mean" is tested by Welch's t
    /// (Sasabuchi 1988; Hauschke, Kieser and Hothorn 1999, Biometrical Journal 41:295), so no ratio has to be normal.
    ///
    /// - Throws: `zeroDenominator` unless both means are positive; `outsideRange` unless 0 < low < high; as `WelchDifference`.
    public static func ratio(group: [Double], reference: [Double], low: Double, high: Double) throws(Undefined) -> EquivalenceTest {
        let (first, second) = (try Summary(group), try Summary(reference))
        guard first.mean > 0, second.mean > 0 else { throw .zeroDenominator }
        guard low > 0, high > low else { throw .outsideRange }
        func atMargin(_ margin: Double) throws(Undefined) -> WelchDifference {
            try WelchDifference(group: group, reference: reference.map { $0 * margin })
        }
        let (atLow, atHigh) = (try atMargin(low), try atMargin(high))
        return try sided(
            "welch_ratio", count: first.count + second.count, ratio: first.mean / second.mean, low: low, high: high,
            lowP: (atLow.statistic, atLow.degreesOfFreedom), highP: (-atHigh.statistic, atHigh.degreesOfFreedom))
    }

    /// Ratio of two means of the same people, both positive: at a margin r the paired t of "second - r first".
    ///
    /// - Throws: `unequalLengths`; `zeroDenominator` unless both means are positive; `outsideRange`; as `pairedDifference`.
    public static func pairedRatio(first: [Double], second: [Double], low: Double, high: Double) throws(Undefined) -> EquivalenceTest {
        guard first.count == second.count else { throw .unequalLengths }
        let (before, after) = (try Summary(first), try Summary(second))
        guard before.mean > 0, after.mean > 0 else { throw .zeroDenominator }
        guard low > 0, high > low else { throw .outsideRange }
        guard first.count > 1 else { throw .tooFewObservations(needed: 2) }
        let freedom = Double(first.count - 1)
        func atMargin(_ margin: Double) throws(Undefined) -> Double {
            let contrast = try Summary(zip(first, second).map { $1 - margin * $0 })
            guard let deviation = contrast.sampleDeviation, deviation > 0 else { throw .zeroVariance }
            return contrast.mean / (deviation / Double(contrast.count).squareRoot())
        }
        return try sided(
            "paired_ratio", count: first.count, ratio: after.mean / before.mean, low: low, high: high,
            lowP: (atMargin(low), freedom), highP: (-atMargin(high), freedom))
    }

    /// The two sides have their own degrees of freedom, so both are carried over to z of the same tail.
    private static func sided(
        _ basis: String, count: Int, ratio: Double, low: Double, high: Double, lowP: (t: Double, df: Double), highP: (t: Double, df: Double)
    ) throws(Undefined) -> EquivalenceTest {
        func z(_ side: (t: Double, df: Double)) -> Double {
            side.t >= 0 ? -Normal.quantile(StudentT.survival(side.t, df: side.df)) : Normal.quantile(StudentT.cdf(side.t, df: side.df))
        }
        return try EquivalenceTest(
            basis: basis, count: count, estimate: ratio, low: low, high: high, lowStatistic: z(lowP), highStatistic: z(highP),
            tail: Normal.survival)
    }
}
