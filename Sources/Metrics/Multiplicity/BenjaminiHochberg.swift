/// Benjamini and Hochberg's (1995) step-up adjustment: among the findings at most a share q is false on average.
public struct BenjaminiHochberg: Sendable, Equatable {
    public let q: Double
    /// Adjusted p values in the order given; adjusted <= q is the decision.
    public let adjusted: [Double]
    public let selected: [Bool]
    /// Level 1 - R q/m of the interval of each of the R selected (false-coverage rate, Benjamini and Yekutieli 2005); nil for others.
    public let levels: [Double?]

    /// Equal p values get the same adjusted value and the same decision.
    ///
    /// - Throws: `notFinite` for a NaN, `outsideRange` for a p or a q outside [0, 1]. An empty family is fine.
    public init(pValues: [Double], q: Double) throws(Undefined) {
        try AscendingP.check(pValues, q)
        let count = pValues.count
        var adjusted = [Double](repeating: 1, count: count)
        var smallest = 1.0
        for tie in AscendingP.ties(pValues).reversed() {
            // Times m over m may come out a hair below p itself.
            smallest = min(smallest, max(tie.p, tie.p * Double(count) / Double(tie.lastRank)))
            for index in tie.indices { adjusted[index] = smallest }
        }
        let selected = adjusted.map { $0 <= q }
        let selectedCount = selected.count(where: { $0 })
        let level = 1 - Double(selectedCount) * q / Double(max(1, count))
        self.q = q
        self.adjusted = adjusted
        self.selected = selected
        levels = selected.map { $0 ? level : nil }
    }
}
