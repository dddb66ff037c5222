/// Difference of two rates of the same people by Tango's (1998) score method.
///
/// z(delta) = (b - c - n delta) / sqrt(n (2 q + delta (1 - delta))) with b, c the people who have the outcome only under the first, only
/// under the second condition and q the most likely rate of the latter when the difference is delta. Interval: all delta with |z| <=
/// critical value. p: z(0), which is McNemar's (b - c)/sqrt(b + c) without correction.
public struct PairedRates: Statistic, Equatable {
    public static let method = "tango"
    public static let citation = "Tango (1998), Statistics in Medicine 17:891-908"

    public let pairs: PairedCounts

    public init(_ pairs: PairedCounts) {
        self.pairs = pairs
    }

    /// People, each counted once.
    public var count: Int { pairs.total }
    public var firstValue: Double { Double(pairs.both + pairs.firstOnly) / people }
    public var secondValue: Double { Double(pairs.both + pairs.secondOnly) / people }

    /// Rate under the first condition minus rate under the second.
    public var estimate: Double { Double(pairs.firstOnly - pairs.secondOnly) / people }

    /// At the estimate: sqrt((b + c) - (b - c)^2/n) / n. Zero when nobody changed; the score interval has a width there all the same.
    public var standardError: Double {
        let difference = Double(pairs.firstOnly - pairs.secondOnly)
        return max(0, Double(pairs.discordant) - difference * difference / people).squareRoot() / people
    }

    public var pValue: Double {
        pairs.firstOnly == pairs.secondOnly ? 1 : Normal.twoSided(estimate / scoreError(at: 0))
    }

    public func interval(level: Double) -> Interval {
        let z = Normal.critical(level: level)
        let d = estimate
        // A difference of exactly -1 or 1 has no room on its own side.
        let low = d <= -1 ? -1 : Bisection.boundary(low: -1, high: d) { d - $0 > z * scoreError(at: $0) }
        let high = d >= 1 ? 1 : Bisection.boundary(low: d, high: 1) { $0 - d <= z * scoreError(at: $0) }
        return Interval(level: level, low: low, high: high)
    }

    /// The same comparison after the outcome of one person under one condition is recoded so that the difference shrinks; nil when it is
    /// zero already or would pass zero to at least the same distance.
    public func weakened() -> PairedRates? {
        let (b, c) = (pairs.firstOnly, pairs.secondOnly)
        if b == c { return nil }
        // Somebody of the larger changed side now has the outcome under both conditions.
        let moved = b > c
            ? try? PairedCounts(both: pairs.both + 1, firstOnly: b - 1, secondOnly: c, neither: pairs.neither)
            : try? PairedCounts(both: pairs.both + 1, firstOnly: b, secondOnly: c - 1, neither: pairs.neither)
        return moved.map(PairedRates.init)
    }

    private var people: Double { Double(pairs.total) }

    /// Standard error of the estimate if the true difference were `delta`, in [-1, 1].
    func scoreError(at delta: Double) -> Double {
        let q = restrictedSecondOnly(at: delta)
        return max(0, (2 * q + delta * (1 - delta)) / people).squareRoot()
    }

    /// The most likely share "only under the second condition" among all whose difference is `delta`.
    func restrictedSecondOnly(at delta: Double) -> Double {
        let (b, c) = (Double(pairs.firstOnly), Double(pairs.secondOnly))
        // 2n q^2 + linear q + constant = 0, the larger root without cancellation.
        let linear = (2 * people - b + c) * delta - b - c
        let constant = -c * delta * (1 - delta)
        let root = max(0, linear * linear - 8 * people * constant).squareRoot()
        let q = linear > 0 ? (constant == 0 ? 0 : -2 * constant / (linear + root)) : (root - linear) / (4 * people)
        return min((1 - delta) / 2, max(0, -delta, q))
    }
}
