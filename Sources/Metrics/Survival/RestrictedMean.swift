/// Restricted mean survival time: the area under Kaplan-Meier's curve up to a horizon, the mean time without the event within it.
///
/// Variance: sum of A(t)^2 d / (n (n - d)) over event times before the horizon, A(t) the area from t to the horizon (Greenwood's
/// type), or the infinitesimal jackknife for sampling weights. That is the variance of the estimate, not the spread of the times.
/// Without censoring it is the variance with divisor n of min(T, horizon), over n.
public struct RestrictedMean: Statistic {
    public static let method = "restricted_mean"
    public static let citation = "Irwin (1949), Journal of Hygiene 47:188-189; Royston and Parmar (2013), BMC Medical Research Methodology 13:152"

    /// People who must still be followed at the horizon before the mean may support a verdict.
    public static let minimumAtRisk = 10

    /// People who must have had the event before the horizon for the same: as for any mean, where nearly everybody has one value (here
    /// the horizon) the spread has hardly been seen.
    public static let minimumEvents = 10

    public let horizon: Double
    public let estimate: Double
    /// Greenwood's type, without correction for small numbers.
    public let standardError: Double
    public let count: Int
    /// People still followed at the horizon.
    public let atRiskAtHorizon: Int
    /// People with the event before the horizon.
    public let eventsBeforeHorizon: Int
    package let curve: KaplanMeier
    private let areas: Areas

    /// - Parameter horizon: positive, in the unit of the times.
    /// - Throws: `outsideRange` for a horizon that is not positive, `notFinite`, `nobodyAtRisk` when follow-up does not reach it.
    public init(curve: KaplanMeier, horizon: Double) throws(Undefined) {
        guard horizon.isFinite else { throw .notFinite }
        guard horizon > 0 else { throw .outsideRange }
        guard curve.isKnown(at: horizon) else { throw .nobodyAtRisk }
        self.horizon = horizon
        self.curve = curve
        areas = Areas(curve, horizon)
        estimate = areas.mean
        count = curve.count
        atRiskAtHorizon = curve.atRisk(at: horizon)
        eventsBeforeHorizon = Int(curve.table.exitHeads.prefix(areas.times).reduce(0, +).rounded())
        let variance = curve.table.meaning == .people
            ? areas.greenwood(curve.table) : areas.influence(curve.table).variance(curve.table.records)
        standardError = variance.squareRoot()
    }

    /// Number of people without censoring who would give the same standard error: spread of min(T, horizon) over variance.
    /// People whose time is known where nobody had the event.
    public var effectiveCount: Double {
        standardError > 0 ? areas.spread / (standardError * standardError) : curve.table.knownHeads(at: horizon)
    }

    /// Variance of the estimate with the divisor n - 1 that a sample mean has, n the effective count; nil below two people.
    package var correctedVariance: Double? {
        let n = effectiveCount
        return n > 1 ? standardError * standardError * (n / (n - 1)) : nil
    }

    package var degreesOfFreedom: Double { effectiveCount - 1 }

    /// Student's t at effective count - 1 degrees of freedom, cut to [0, horizon].
    ///
    /// - Throws: `outsideRange` for a level outside (0, 1), `zeroVariance` when nobody had the event before the horizon or all had
    ///   it at one time, `tooFewObservations` below two effective people.
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        guard standardError > 0 else { throw .zeroVariance }
        guard let variance = correctedVariance else { throw .tooFewObservations(needed: 2) }
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * variance.squareRoot()
        return Interval(level: level, low: max(0, estimate - half), high: min(horizon, estimate + half))
    }

    /// First-order influence of a record, in the data or not, on the mean.
    package func influence() -> Influence { areas.influence(curve.table) }
}

/// Areas under the curve between its steps and the horizon.
private struct Areas: Sendable {
    /// Number of event times before the horizon.
    let times: Int
    let mean: Double
    /// Variance of min(T, horizon) under the curve.
    let spread: Double
    /// Area from each event time to the horizon.
    let after: [Double]

    init(_ curve: KaplanMeier, _ horizon: Double) {
        let all = curve.table.times
        times = TimeOrder.count(all, before: horizon)
        var after = [Double](repeating: 0, count: times)
        var sum = CompensatedSum()
        var end = horizon
        for index in stride(from: times - 1, through: 0, by: -1) {
            sum.add((end - all[index]) * curve.survival(index: index))
            after[index] = sum.value
            end = all[index]
        }
        sum.add(end)
        mean = sum.value
        self.after = after
        // Mass of each event time times its squared distance from the mean, and the mass beyond.
        var squares = CompensatedSum()
        for index in 0..<times {
            let mass = curve.survival(index: index - 1) - curve.survival(index: index)
            squares.add(mass * (all[index] - sum.value) * (all[index] - sum.value))
        }
        squares.add(curve.survival(index: times - 1) * (horizon - sum.value) * (horizon - sum.value))
        spread = squares.value
    }

    func greenwood(_ table: RiskTable) -> Double {
        var sum = CompensatedSum()
        for index in 0..<times where after[index] > 0 {
            let remaining = table.atRisk[index] - table.exits[index]
            sum.add(after[index] * after[index] * (table.exits[index] / (table.atRisk[index] * remaining)))
        }
        return sum.value
    }

    func influence(_ table: RiskTable) -> Influence {
        var gains = [Double](repeating: 0, count: times)
        var payments = gains
        for index in 0..<times where after[index] > 0 {
            let remaining = table.atRisk[index] - table.exits[index]
            gains[index] = -after[index] / remaining
            payments[index] = -after[index] * table.exits[index] / (table.atRisk[index] * remaining)
        }
        return Influence(times: Array(table.times.prefix(times)), gains: [gains], payments: payments)
    }
}
