/// Fisher's exact test of a 2 x 2 table of counts, given its margins.
///
/// |           | with outcome | without |
/// |-----------|--------------|---------|
/// | group     | a            | b       |
/// | reference | c            | d       |
public struct FisherExact: SignificanceTest, Equatable {
    public static let method = "fisher_exact"
    public static let citation = "Fisher (1935), Journal of the Royal Statistical Society 98:39-54"

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

    public var count: Int { a + b + c + d }

    /// People of the group with the outcome: given the margins, the one number that is left to chance.
    public var statistic: Double { Double(a) }

    /// Two-sided p: the chance, given the margins, of a table no more probable than this one.
    ///
    /// "No more probable" allows a relative 1e-7, as R's fisher.test does. A p below 1e-300 may come out as 0.
    public var pValue: Double { row.noMoreProbable(than: a) }

    /// One-sided p against a lower rate in the group: the chance of at most `a`.
    public var pLower: Double { row.atMost(a) }

    /// One-sided p against a higher rate in the group.
    public var pHigher: Double { row.atLeast(a) }

    /// Two-sided mid-p: the chance of a less probable table and half the chance of one exactly as probable.
    ///
    /// On average over the tables it is 1/2, as a p value should be, and it may reject a true hypothesis a little more often than the
    /// level: an approximate method with an exact one's parts. (Lancaster 1961; Hirji, Tan and Elashoff 1991.)
    public var midP: Double {
        let row = row
        return max(0, row.noMoreProbable(than: a) - row.asProbable(as: a) / 2)
    }

    /// Odds ratio of the table as it is, a d / (b c); infinite when only b c is zero.
    ///
    /// - Throws: `zeroDenominator` for 0/0.
    public func oddsRatio() throws(Undefined) -> Double {
        let (top, bottom) = (Double(a) * Double(d), Double(b) * Double(c))
        guard top > 0 || bottom > 0 else { throw .zeroDenominator }
        return top / bottom
    }

    private var row: HypergeometricRow {
        HypergeometricRow(events: a + c, groupTotal: a + b, referenceTotal: c + d)
    }
}
