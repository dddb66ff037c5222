/// Kendall's tau-b: agreement of two orders of the same things, ties allowed.
///
/// tau-b = (C - D) / sqrt((pairs not tied in x)(pairs not tied in y)) with C concordant and D discordant pairs; n log n steps
/// (Knight 1966). Hypothesis: no association. p is exact without ties up to 60 things (all n! orders, by the recursion over numbers
/// of inversions), otherwise normal with the tie-corrected variance (Kendall 1970), without continuity correction.
public struct KendallTau: DescriptiveStatistic, SignificanceTest {
    public static let method = "kendall_tau_b"
    public static let citation = "Kendall (1945), Biometrika 33:239-251; Knight (1966), JASA 61:436-439; Kendall (1970), Rank Correlation Methods, chapters 4 and 5"

    public let count: Int
    public let concordant: Int
    public let discordant: Int
    /// Pairs tied in the first, in the second, and in both (which count in either of the others too).
    public let tiedFirst: Int
    public let tiedSecond: Int
    public let tiedBoth: Int
    /// In [-1, 1].
    public let estimate: Double
    /// (C - D) over its standard deviation under no association.
    public let statistic: Double
    public let isExact: Bool
    public let pValue: Double

    /// Two values of each thing, in parallel lists.
    ///
    /// - Throws: `unequalLengths`, `notFinite` for NaN, `tooFewObservations` for fewer than two things, `zeroVariance` when everything is
    ///   tied on a side.
    public init(_ first: [Double], _ second: [Double]) throws(Undefined) {
        guard first.count == second.count else { throw .unequalLengths }
        guard !first.contains(where: \.isNaN), !second.contains(where: \.isNaN) else { throw .notFinite }
        let n = first.count
        guard n >= 2 else { throw .tooFewObservations(needed: 2) }
        let order = (0..<n).sorted { (first[$0], second[$0]) < (first[$1], second[$1]) }
        var seconds = order.map { second[$0] }
        let inFirst = TieRuns(order.map { first[$0] })
        let inBoth = TieRuns(count: n) { first[order[$0]] == first[order[$1]] && second[order[$0]] == second[order[$1]] }
        discordant = Inversions.sort(&seconds)
        let inSecond = TieRuns(seconds)
        let pairs = n * (n - 1) / 2
        guard inFirst.pairs < pairs, inSecond.pairs < pairs else { throw .zeroVariance }
        concordant = pairs - discordant - inFirst.pairs - inSecond.pairs + inBoth.pairs
        count = n
        tiedFirst = inFirst.pairs
        tiedSecond = inSecond.pairs
        tiedBoth = inBoth.pairs
        let difference = Double(concordant - discordant)
        let untied = (Double(pairs - inFirst.pairs), Double(pairs - inSecond.pairs))
        // Where both sides have as many ties no root is needed, and identical orders give exactly 1.
        estimate = untied.0 == untied.1 ? difference / untied.0 : difference / (untied.0.squareRoot() * untied.1.squareRoot())
        statistic = difference / Self.variance(n, inFirst, inSecond).squareRoot()
        isExact = inFirst.pairs == 0 && inSecond.pairs == 0 && n <= 60
        pValue = isExact ? Inversions.twoSided(discordant, of: n) : Normal.twoSided(statistic)
    }

    /// The order of the places that two lists have in common; `count` says how many these are.
    ///
    /// - Throws: `outsideRange` for a place that is twice in a list, `tooFewObservations` when fewer than two are shared.
    public init<Item: Hashable>(lists first: [Item], _ second: [Item]) throws(Undefined) {
        guard Set(first).count == first.count, Set(second).count == second.count else { throw .outsideRange }
        let ranks = Dictionary(uniqueKeysWithValues: second.enumerated().map { ($0.element, $0.offset) })
        let shared = first.compactMap { ranks[$0] }
        try self.init(shared.indices.map { Double($0) }, shared.map { Double($0) })
    }

    /// Variance of C - D when nothing is associated, given the ties (Kendall 1970, 4.3).
    private static func variance(_ n: Int, _ first: TieRuns, _ second: TieRuns) -> Double {
        let m = Double(n) * Double(n - 1)
        var variance = (m * Double(2 * n + 5) - first.cubic - second.cubic) / 18
        variance += 2 * Double(first.pairs) * Double(second.pairs) / m
        if n > 2 { variance += first.triples * second.triples / (9 * m * Double(n - 2)) }
        return variance
    }
}
