/// Limits for a mean change when nearly everybody has the same change c: too few others to estimate a spread from.
///
/// The others' changes beyond c are bounded by `largest`, so the sums of those above and of those below, in units of it, are at most as
/// spread out as counts of people: Clopper and Pearson's limits for a rate are then limits for the mean. Above, those below c are left out,
/// because they could only lower the limit; below, each part has half of the tail. Conservative by construction.
public struct FewChanges: PairedChange, Equatable {
    public static let method = "few_changes"
    public static let citation = "Clopper and Pearson (1934), Biometrika 26:404-413"

    /// Below so many people with another change than the commonest, a spread is not estimated.
    public static let limit = 10

    public let count: Int
    /// The commonest change, c.
    public let commonest: Double
    /// How far beyond c a change can lie.
    public let largest: Double
    /// Sums of the changes above c and below c, beyond c, both positive, in units of `largest`.
    public let above: Double
    public let below: Double
    public let standardError: Double

    /// - Parameter squares: sum of squared changes beyond c, in units of `largest`.
    /// - Throws: `noObservations`; `outsideRange` when `largest` is negative, or a sum is negative or larger than the count.
    public init(count: Int, commonest: Double, largest: Double, above: Double, below: Double, squares: Double) throws(Undefined) {
        guard count > 0 else { throw .noObservations }
        guard commonest.isFinite, largest.isFinite, above.isFinite, below.isFinite, squares.isFinite else { throw .notFinite }
        guard largest >= 0, above >= 0, below >= 0, above + below <= Double(count), squares >= 0 else { throw .outsideRange }
        self.count = count
        self.commonest = commonest
        self.largest = largest
        self.above = above
        self.below = below
        let total = Double(count)
        let mean = (above - below) / total
        standardError = count > 1 ? largest * (max(0, squares / total - mean * mean) / (total - 1)).squareRoot() : 0
    }

    /// - Parameter largest: nobody's change can be larger than this beyond the commonest, in either direction.
    /// - Throws: `noObservations`, `notFinite`, `outsideRange` when a change lies further off.
    public init(_ changes: [Double], largest: Double) throws(Undefined) {
        guard largest.isFinite, changes.allSatisfy(\.isFinite) else { throw .notFinite }
        guard let commonest = Commonest(changes)?.value else { throw .noObservations }
        var above = 0.0, below = 0.0, squares = 0.0
        for change in changes where abs(change - commonest) > Commonest.rounding {
            let beyond = (change - commonest) / largest
            // Past the bound the sums would be more spread out than counts, and the limits no limits.
            guard abs(beyond) <= 1 + 1e-9 else { throw .outsideRange }
            if beyond > 0 { above += beyond } else { below -= beyond }
            squares += beyond * beyond
        }
        try self.init(count: changes.count, commonest: commonest, largest: largest, above: above, below: below, squares: squares)
    }

    public var estimate: Double { commonest + largest * (above - below) / Double(count) }

    public func upper(level: Double) -> Double { commonest + largest * highest(above, tail: 1 - level) }

    public func lower(level: Double) -> Double {
        let tail = (1 - level) / 2
        return commonest + largest * (lowest(above, tail: tail) - highest(below, tail: tail))
    }

    public var pAboveZero: Double {
        if largest == 0 { return commonest > 0 ? 0 : 1 }
        guard lower(level: 0) > 0 else { return 1 }
        return 1 - Bisection.boundary(low: 0, high: 1) { lower(level: $0) > 0 }
    }

    public var pBelowZero: Double {
        if largest == 0 { return commonest < 0 ? 0 : 1 }
        guard upper(level: 0) < 0 else { return 1 }
        return 1 - Bisection.boundary(low: 0, high: 1) { upper(level: $0) < 0 }
    }

    /// Limits of a rate with `sum` of `count` events, each with `tail` beyond it.
    private func highest(_ sum: Double, tail: Double) -> Double {
        let rest = Double(count) - sum
        return rest <= 0 || tail <= 0 ? 1 : 1 - Beta.quantile(tail, a: rest, b: sum + 1)
    }

    private func lowest(_ sum: Double, tail: Double) -> Double {
        sum <= 0 || tail <= 0 ? 0 : Beta.quantile(tail, a: sum, b: Double(count) - sum + 1)
    }
}

/// The value that most people share; of equally common ones the one nearest to zero, and the positive one of two as near.
///
/// Values that differ by rounding alone (.6 - .4 is not .2 in doubles) are one value.
public struct Commonest: Sendable, Equatable {
    /// Changes of shares and of distances in standard deviations are of the order of 1, their rounding errors below 1e-14.
    public static let rounding = 1e-9

    public let value: Double
    public let count: Int

    /// `nil` for an empty list.
    public init?(_ values: [Double]) {
        var best: (value: Double, count: Int)?
        let sorted = values.sorted()
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end] - sorted[start] <= Self.rounding { end += 1 }
            let candidate = (value: sorted[start], count: end - start)
            if let kept = best {
                let isNearer = abs(candidate.value) <= abs(kept.value)
                if candidate.count > kept.count || (candidate.count == kept.count && isNearer) { best = candidate }
            } else {
                best = candidate
            }
            start = end
        }
        guard let best else { return nil }
        value = abs(best.value) <= Self.rounding ? 0 : best.value
        count = best.count
    }
}
