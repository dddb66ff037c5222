/// Rates of several groups drawn towards their common rate by as much as their numbers are uncertain.
///
/// Group i has x_i of n_i events with a true rate from Beta(M p, M (1 - p)). p = sum x / sum n; the intraclass correlation
/// r = 1/(M + 1) by moments (Kleinman 1973, with weights n_i): S = sum n_i (p_i - p)^2,
/// r = (S/(p q) - sum (1 - n_i/N)) / (sum n_i (1 - n_i/N) - sum (1 - n_i/N)).
/// The shrunken rate is (x_i + M p)/(n_i + M), its interval that of the posterior beta distribution. The interval takes p and M as
/// known, so with few groups (below about ten) it is too narrow: for ordering and display, not for verdicts.
public struct BetaBinomialShrinkage: Sendable, Equatable {
    public static let method = "beta_binomial_shrinkage"
    public static let citation = "Kleinman (1973), JASA 68:46-54; Robbins (1956), Third Berkeley Symposium 1:157-163"

    public let events: [Double]
    public let totals: [Double]
    /// Common rate p.
    public let commonRate: Double
    /// r in (0, 1): the share of a single outcome's variance that lies between groups.
    public let intraclass: Double

    /// M: as many people of the common rate are added to each group.
    public var addedPeople: Double { 1 / intraclass - 1 }

    /// - Throws: `unequalLengths`; `tooFewObservations(needed: 2)` groups; `noObservations`, `outsideRange`, `notFinite` for a rate
    ///   that is none, or a group of one person where all are; `zeroVariance` when the rates differ no more than chance lets equal
    ///   ones differ (r would be 0 or less: the common rate is then all that the data tell) or nobody or everybody has an event;
    ///   `outsideRange` when r would be 1 or more.
    public init(events: [Double], totals: [Double]) throws(Undefined) {
        guard events.count == totals.count else { throw .unequalLengths }
        guard events.count > 1 else { throw .tooFewObservations(needed: 2) }
        for (x, n) in zip(events, totals) { _ = try RateCheck.checked(x, of: n) }
        let total = CompensatedSum(totals).value
        let p = CompensatedSum(events).value / total
        guard p > 0, p < 1 else { throw .zeroVariance }
        var (spread, free, weight) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for (x, n) in zip(events, totals) {
            spread.add(n * (x / n - p) * (x / n - p))
            free.add(1 - n / total)
            weight.add(n * (1 - n / total))
        }
        let room = weight.value - free.value
        guard room > 0 else { throw .outsideRange }
        let r = (spread.value / (p * (1 - p)) - free.value) / room
        guard r > 0 else { throw .zeroVariance }
        guard r < 1 else { throw .outsideRange }
        self.events = events
        self.totals = totals
        commonRate = p
        intraclass = r
    }

    public func rate(_ group: Int) -> ShrunkenRate {
        let added = addedPeople
        return ShrunkenRate(
            count: Int(totals[group].rounded()), a: events[group] + added * commonRate,
            b: totals[group] - events[group] + added * (1 - commonRate))
    }

    public var rates: [ShrunkenRate] { events.indices.map(rate) }
}

/// One group's rate with its posterior Beta(a, b).
public struct ShrunkenRate: Statistic {
    public static let method = BetaBinomialShrinkage.method
    public static let citation = BetaBinomialShrinkage.citation

    public let count: Int
    public let a: Double
    public let b: Double

    /// Posterior mean.
    public var estimate: Double { a / (a + b) }

    /// Equal tails of the posterior, `level` in (0, 1).
    public func interval(level: Double) -> Interval {
        Interval(level: level, low: Beta.quantile((1 - level) / 2, a: a, b: b), high: Beta.quantile((1 + level) / 2, a: a, b: b))
    }
}
