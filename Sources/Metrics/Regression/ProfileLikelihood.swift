extension LogisticRegression {
    /// Profile-likelihood interval of one predictor's coefficient: every value that a likelihood-ratio test does not reject, the
    /// other coefficients refitted at each (Venzon and Moolgavkar 1988, Applied Statistics 37:87-94).
    ///
    /// Better than Wald's interval in small groups and for large effects. Costs some hundred fits.
    ///
    /// - Parameters:
    ///   - index: 1... for the predictors; the constant (0) has none.
    ///   - level: coverage in (0, 1).
    /// - Throws: `outsideRange` for an index that is no predictor, `notConverged`.
    public func profileInterval(_ index: Int, level: Double) throws(Undefined) -> Interval {
        guard index > 0, index < coefficients.count else { throw .outsideRange }
        let allowed = ChiSquared.quantile(level, df: 1) / 2
        let scale = design.scale(index)
        let start = standardised[index]
        let step = (covariance[index][index].squareRoot() * scale) * Normal.critical(level: level)
        var ends: [Double] = []
        for side in [-1.0, 1.0] {
            var reach = step
            var tries = 0
            while try fall(index, at: start + side * reach) < allowed {
                reach *= 2
                tries += 1
                guard tries < 40 else { throw .notConverged }
            }
            var failure: Undefined?
            let distance = Bisection.boundary(low: 0, high: reach) { distance in
                do throws(Undefined) {
                    return try fall(index, at: start + side * distance) < allowed
                } catch {
                    failure = error
                    return false
                }
            }
            if let failure { throw failure }
            ends.append((start + side * distance) / scale)
        }
        return Interval(level: level, low: ends[0], high: ends[1])
    }

    /// How far the log likelihood lies below its maximum when the standardised coefficient `index` is held at `value`.
    private func fall(_ index: Int, at value: Double) throws(Undefined) -> Double {
        let rows = design.rows
        var others = design.values
        others.removeSubrange(index * rows..<(index + 1) * rows)
        var shifted = offsets
        for i in 0..<rows { shifted[i] += value * design.values[index * rows + i] }
        let best = try LogisticLikelihood(
            events: events, totals: totals, values: others, columns: design.columns - 1, offsets: shifted)
        return logLikelihood - best.logLikelihood
    }
}
