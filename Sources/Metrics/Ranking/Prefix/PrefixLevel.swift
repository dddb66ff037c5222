import RealModule

/// Which lists speak against an even draw: those with too few marked items somewhere, too many, or either.
public enum PrefixSide: Sendable, Equatable, CaseIterable {
    case tooFew
    case tooMany
    case either
}

/// Bands at one common pointwise level, and the largest such level that keeps a promised simultaneous one.
///
/// A count is outside at level a when its pointwise p (one tail, or twice the smaller for `either`) is at most a. Tails that are equal
/// on paper differ in their last digits, so a relative 1e-9 counts as equal, as R's fisher.test does with 1e-7.
package struct PrefixLevel<Null: PrefixNull>: Sendable {
    package let null: Null
    package let length: Int
    package let side: PrefixSide

    package init(null: Null, length: Int, side: PrefixSide) {
        self.null = null
        self.length = length
        self.side = side
    }

    package struct Bounded: Sendable {
        package let band: PrefixBand
        /// The largest pointwise p outside the band (0 when nothing is outside) and the smallest inside: every level from the first up to,
        /// but not including, the second gives this band.
        package let largestOutside: Double
        package let smallestInside: Double
    }

    /// The band whose outside are the counts with a pointwise p of at most `level`.
    package func bounded(level: Double) -> Bounded {
        let threshold = level * (1 + Self.equal)
        switch side {
        case .tooFew:
            let lower = Self.lowerBoundary(null, length, threshold)
            return Bounded(
                band: PrefixBand(minimum: lower.minimum, maximum: nil), largestOutside: lower.outside, smallestInside: lower.inside)
        case .tooMany:
            let upper = Self.lowerBoundary(null.complement, length, threshold)
            return Bounded(
                band: PrefixBand(minimum: nil, maximum: Self.mirrored(upper.minimum)), largestOutside: upper.outside,
                smallestInside: upper.inside)
        case .either:
            let lower = Self.lowerBoundary(null, length, threshold / 2)
            let upper = Self.lowerBoundary(null.complement, length, threshold / 2)
            return Bounded(
                band: PrefixBand(minimum: lower.minimum, maximum: Self.mirrored(upper.minimum)),
                largestOutside: 2 * max(lower.outside, upper.outside), smallestInside: 2 * min(lower.inside, upper.inside))
        }
    }

    /// Pointwise p of `count` marked among the first `prefix`.
    package func pointwise(_ count: Int, prefix: Int) -> Double {
        switch side {
        case .tooFew: return null.lowerTail(count, prefix: prefix)
        case .tooMany: return null.complement.lowerTail(prefix - count, prefix: prefix)
        case .either:
            return min(1, 2 * min(null.lowerTail(count, prefix: prefix), null.complement.lowerTail(prefix - count, prefix: prefix)))
        }
    }

    /// P(the smallest pointwise p over all prefixes is at most `level`).
    package func simultaneous(_ level: Double) -> Double {
        if level * (1 + Self.equal) >= 1 { return 1 }
        return bounded(level: level).band.escapeProbability(null, length: length)
    }

    /// The band of the largest pointwise level whose chance of being left is at most `alpha`, and that chance.
    ///
    /// The chance is a step function of the level that only rises where the level reaches a pointwise p that some prefix can have.
    /// Halving in logarithms narrows the level down, each trial is replaced by the ends of its own step, and the search ends when
    /// no step is left between what holds and what does not: the result is the exact largest one, not one near it.
    package func largest(alpha: Double) -> (bounded: Bounded, attained: Double) {
        // P(min p <= a) is at most length * a (Bonferroni), so this start holds.
        var best = bounded(level: alpha / Double(length) * (1 - Self.equal))
        var attained = best.band.escapeProbability(null, length: length)
        var fails = 1.0
        while best.smallestInside * (1 + Self.equal) < fails {
            let low = best.smallestInside
            let middle = low * (1 + 1e-6) < fails ? (low * fails).squareRoot() : low
            let trial = bounded(level: middle)
            let chance = trial.band.escapeProbability(null, length: length)
            if chance <= alpha {
                best = trial
                attained = chance
            } else {
                // At or below its own largest pointwise p the same band comes out, so that level fails too.
                fails = trial.largestOutside
            }
        }
        return (best, attained)
    }

    /// The fewest marked items per prefix with a lower tail above `threshold`. From one prefix to the next it stays or grows by 1.
    package static func lowerBoundary(_ null: Null, _ length: Int, _ threshold: Double)
        -> (minimum: [Int], outside: Double, inside: Double) {
        var minimum: [Int] = []
        minimum.reserveCapacity(length)
        var outside = 0.0
        var inside = 1.0
        var bound = 0
        for prefix in 1...length {
            var tail = null.lowerTail(bound, prefix: prefix)
            var below = bound > 0 ? null.lowerTail(bound - 1, prefix: prefix) : 0
            while tail <= threshold, bound <= prefix {
                below = tail
                bound += 1
                tail = null.lowerTail(bound, prefix: prefix)
            }
            outside = max(outside, below)
            inside = min(inside, tail)
            minimum.append(bound)
        }
        return (minimum, outside, inside)
    }

    private static func mirrored(_ minimum: [Int]) -> [Int] {
        minimum.enumerated().map { $0.offset + 1 - $0.element }
    }

    package static var equal: Double { 1e-9 }
}
