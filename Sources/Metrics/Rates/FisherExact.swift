/// Fisher's exact test of a 2 x 2 table of counts, given its margins.
///
/// |           | with outcome | without |
/// |-----------|--------------|---------|
/// | group     | a            | b       |
/// | reference | c            | d       |
public struct FisherExact: Sendable, Equatable {
    public let a: Int
    public let b: Int
    public let c: Int
    public let d: Int

    /// - Throws: `outsideRange` for a negative count, `noObservations` when the group or the reference is empty.
    public init(a: Int, b: Int, c: Int, d: Int) throws(Undefined) {
        guard a >= 0, b >= 0, c >= 0, d >= 0 else { throw .outsideRange }
        guard a + b > 0, c + d > 0 else { throw .noObservations }
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// Two-sided p: the chance, given the margins, of a table no more probable than this one.
    ///
    /// "No more probable" allows a relative 1e-7, as R's fisher.test does: mirrored tables have the same probability on paper but
    /// not in floating point. Probabilities follow from their neighbour's by an exact ratio, starting at the observed table,
    /// so no factorial is computed; relative error about 1e-13. A p below 1e-300 may come out as 0.
    public var pValue: Double {
        let marked = a + c
        let groupSize = a + b
        let lowest = max(0, groupSize - (b + d))
        let highest = min(groupSize, marked)
        // ratio(k) = P(k + 1) / P(k)
        func ratio(_ k: Int) -> Double {
            Double(marked - k) * Double(groupSize - k) / (Double(k + 1) * Double(b + d - groupSize + k + 1))
        }
        // Relative to the most probable table, so that nothing overflows.
        let mode = min(highest, max(lowest, Int((Double(groupSize + 1) * Double(marked + 1) / Double(a + b + c + d + 2)).rounded(.down))))
        var weights = [Double](repeating: 0, count: highest - lowest + 1)
        weights[mode - lowest] = 1
        for k in stride(from: mode + 1, through: highest, by: 1) {
            weights[k - lowest] = weights[k - 1 - lowest] * ratio(k - 1)
        }
        for k in stride(from: mode - 1, through: lowest, by: -1) {
            weights[k - lowest] = weights[k + 1 - lowest] / ratio(k)
        }
        let observed = weights[a - lowest] * (1 + 1e-7)
        // Smallest first keeps what a small p is made of.
        let sorted = weights.sorted()
        let total = CompensatedSum(sorted).value
        return min(1, CompensatedSum(sorted.prefix { $0 <= observed }).value / total)
    }
}
