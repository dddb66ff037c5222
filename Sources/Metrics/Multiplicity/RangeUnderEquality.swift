/// What largest minus smallest and smallest over largest of several rates do when all true rates are equal, exactly.
///
/// Read beside an observed gap: eight equal groups of 100 at a rate of .3 lie .13 apart on average, and in 96 of 100 audits the
/// smallest is below four fifths of the largest.
public enum RangeUnderEquality {
    /// E[largest - smallest] of the rates of groups of these sizes, all with true rate `rate`: the integral over t of
    /// 1 - P(all <= t) - P(all > t).
    ///
    /// - Throws: `noObservations` without groups or for an empty one; `outsideRange` for a rate outside [0, 1].
    public static func expectedGap(rate: Double, sizes: [Int]) throws(Undefined) -> Double {
        try check(rate, sizes)
        let cdfs = sizes.map { size in (0...size).map { Binomial.cdf($0, n: size, p: rate) } }
        let tails = sizes.map { size in (0...size).map { Binomial.survival($0, n: size, p: rate) } }
        let steps = Set(sizes.flatMap { size in (0...size).map { Double($0) / Double(size) } }).sorted()
        var sum = CompensatedSum()
        for (low, high) in zip(steps, steps.dropFirst()) {
            // Between two possible rates no count changes.
            let counts = sizes.map { Int((low * Double($0) * (1 + 1e-14)).rounded(.down)) }
            var (below, above) = (1.0, 1.0)
            for (group, count) in counts.enumerated() {
                below *= cdfs[group][count]
                above *= tails[group][count]
            }
            sum.add((high - low) * (1 - below - above))
        }
        return sum.value
    }

    /// P(smallest rate / largest rate < `limit`) for equal true rates; nobody having an event counts as a ratio not below it.
    ///
    /// - Throws: as above; `outsideRange` unless 0 < limit < 1.
    public static func chanceOfRatio(below limit: Double, rate: Double, sizes: [Int]) throws(Undefined) -> Double {
        try check(rate, sizes)
        guard limit > 0, limit < 1 else { throw .outsideRange }
        let terms = sizes.map { size in (0...size).map { Binomial.pmf($0, n: size, p: rate) } }
        // Sum over the largest rate: P(all in [limit m, m]) - P(all in [limit m, m)).
        var within = CompensatedSum()
        for largest in Set(sizes.flatMap { size in (0...size).map { Double($0) / Double(size) } }) {
            var (upTo, below) = (1.0, 1.0)
            for (group, size) in sizes.enumerated() {
                var (closed, open) = (0.0, 0.0)
                for count in 0...size {
                    let value = Double(count) / Double(size)
                    if value < limit * largest * (1 - 1e-12) || value > largest { continue }
                    closed += terms[group][count]
                    if value < largest { open += terms[group][count] }
                }
                upTo *= closed
                below *= open
            }
            within.add(upTo - below)
        }
        return max(0, 1 - within.value)
    }

    private static func check(_ rate: Double, _ sizes: [Int]) throws(Undefined) {
        guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 }) else { throw .noObservations }
        guard rate >= 0, rate <= 1 else { throw .outsideRange }
    }
}
