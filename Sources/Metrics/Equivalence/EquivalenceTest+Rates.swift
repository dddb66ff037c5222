import RealModule

extension EquivalenceTest {
    /// Difference of two rates by the score method, each side at its own margin: dual to the Miettinen-Nurminen interval.
    ///
    /// - Throws: `outsideRange` unless -1 < low < high < 1.
    public static func difference(of rates: MiettinenNurminen, low: Double, high: Double) throws(Undefined) -> EquivalenceTest {
        guard low > -1, high < 1 else { throw .outsideRange }
        let d = rates.estimate
        return try EquivalenceTest(
            basis: MiettinenNurminen.method, count: rates.count, estimate: d, low: low, high: high,
            lowStatistic: (d - low) / rates.scoreError(at: low), highStatistic: (high - d) / rates.scoreError(at: high),
            tail: Normal.survival)
    }

    /// Difference of two rates after Agresti and Caffo (2000), American Statistician 54:280: one event and one non-event more on
    /// each side, then the ordinary z. A textbook function; verdicts use the score method.
    ///
    /// - Throws: `noObservations`, `outsideRange`, `notFinite` as the rates themselves.
    public static func agrestiCaffoDifference(
        groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double, low: Double, high: Double
    ) throws(Undefined) -> EquivalenceTest {
        let (x1, n1) = try RateCheck.checked(groupEvents, of: groupTotal)
        let (x0, n0) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        let (p1, p0) = ((x1 + 1) / (n1 + 2), (x0 + 1) / (n0 + 2))
        let error = (p1 * (1 - p1) / (n1 + 2) + p0 * (1 - p0) / (n0 + 2)).squareRoot()
        return try EquivalenceTest(
            basis: "agresti_caffo", count: Int((n1 + n0).rounded()), estimate: p1 - p0, standardError: error, low: low, high: high)
    }

    /// Ratio of two rates on the logarithmic scale (Katz et al. 1978, Biometrics 34:469).
    ///
    /// - Throws: `zeroDenominator` when a side has no events; `zeroVariance` when everybody on both sides has one; `outsideRange`
    ///   unless 0 < low < high.
    public static func logRatio(
        groupEvents: Double, groupTotal: Double, referenceEvents: Double, referenceTotal: Double, low: Double, high: Double
    ) throws(Undefined) -> EquivalenceTest {
        let (x1, n1) = try RateCheck.checked(groupEvents, of: groupTotal)
        let (x0, n0) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard low > 0, high > low else { throw .outsideRange }
        guard x1 > 0, x0 > 0 else { throw .zeroDenominator }
        let ratio = (x1 / n1) / (x0 / n0)
        let error = ((1 / x1 - 1 / n1) + (1 / x0 - 1 / n0)).squareRoot()
        guard error > 0 else { throw .zeroVariance }
        return try EquivalenceTest(
            basis: "log_ratio", count: Int((n1 + n0).rounded()), estimate: ratio, low: low, high: high,
            lowStatistic: Double.log(ratio / low) / error, highStatistic: Double.log(high / ratio) / error, tail: Normal.survival)
    }
}
