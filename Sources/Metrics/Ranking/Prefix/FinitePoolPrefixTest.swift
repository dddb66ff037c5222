/// Is the mix of a list, read from the top, what a draw from the people in the pool would give? Exact for all prefixes at once.
///
/// Null: the k people shown are drawn without replacement from a pool of N of whom `poolMarked` are of the group, so the number among the first
/// i is hypergeometric. Per prefix a pointwise p (lower tail, upper tail, or twice the smaller); the statistic is the smallest of
/// them, and the p value P(smallest pointwise p <= the observed one), computed over all arrangements by recursion, without simulation
/// and without assuming the prefixes independent. `boundary(alpha:)` decides the same: a list leaves it exactly when
/// its p value is at most alpha.
///
/// Pointwise p that are equal on paper are compared with a relative tolerance of 1e-9. A p value below 1e-300 may come out as 0.
/// Time grows with places times the width of the band (some ten standard deviations): for 10,000 places from a pool of 10,000 about .1 s
/// for the p value and 2 s for a boundary, which tries some twenty levels.
public struct FinitePoolPrefixTest: SignificanceTest {
    public static let method = "finite_pool_prefix_test"
    public static let citation = "Hypergeometric null after Mathioudakis, Castillo, Barnabò and Celis (2020), WWW; simultaneous level by the recursion of Zehlike et al. (2022), Information Processing and Management 59:102707, with the transition of a draw without replacement"

    public let poolSize: Int
    public let poolMarked: Int
    public let side: PrefixSide
    /// Members of the group among the first 1, 2, ..., k places.
    public let counts: [Int]
    /// Pointwise p of each prefix.
    public let pointwise: [Double]
    /// Chance under the null of a smallest pointwise p as small as the observed one.
    public let pValue: Double

    /// The pool and its groups are those of the ranking, whether or not all of it is shown.
    ///
    /// - Parameter group: class of the ranked items; those of unknown group stand among the others.
    /// - Throws: `outsideRange` when there is no such class, `noObservations` when the pool has nobody of the group or nobody else.
    public init(ranking: ItemRanking, group: Int, side: PrefixSide) throws(Undefined) {
        guard ranking.groups.counts.indices.contains(group) else { throw .outsideRange }
        try self.init(
            marked: ranking.groupsInOrder.map { $0 == group }, poolSize: ranking.pool, poolMarked: ranking.groups.counts[group], side: side)
    }

    /// - Parameters:
    ///   - marked: for each place from the first: is it a member of the group?
    ///   - poolSize: people who could have been listed, those shown included.
    ///   - poolMarked: members of the group among them.
    /// - Throws: `noObservations` for an empty list, and when the pool has nobody of the group or nobody else; `outsideRange` when
    ///   the list has more members, or more others, than the pool.
    package init(marked: [Bool], poolSize: Int, poolMarked: Int, side: PrefixSide) throws(Undefined) {
        try Self.check(marked.count, poolSize, poolMarked)
        let members = marked.count(where: { $0 })
        guard members <= poolMarked, marked.count - members <= poolSize - poolMarked else { throw .outsideRange }
        let level = PrefixLevel(null: FinitePool(size: poolSize, marked: poolMarked), length: marked.count, side: side)
        var counts: [Int] = []
        var pointwise: [Double] = []
        var count = 0
        for (index, mark) in marked.enumerated() {
            if mark { count += 1 }
            counts.append(count)
            pointwise.append(level.pointwise(count, prefix: index + 1))
        }
        self.poolSize = poolSize
        self.poolMarked = poolMarked
        self.side = side
        self.counts = counts
        self.pointwise = pointwise
        pValue = level.simultaneous(pointwise.min() ?? 1)
    }

    /// Places of the list.
    public var count: Int { counts.count }

    /// The smallest pointwise p.
    public var statistic: Double { pointwise.min() ?? 1 }

    /// Length of the (first) prefix with the smallest pointwise p: where the list departs most.
    public var mostExtremePrefix: Int {
        (pointwise.indices.min { pointwise[$0] < pointwise[$1] } ?? 0) + 1
    }

    /// The boundary for lists like this one.
    public func boundary(alpha: Double) throws(Undefined) -> PrefixBoundary {
        try Self.boundary(length: count, poolSize: poolSize, poolMarked: poolMarked, side: side, alpha: alpha)
    }

    /// The fewest and the most members that each prefix may have, at one common pointwise level, the largest for which the chance
    /// that an even draw leaves the boundary anywhere is at most `alpha`.
    ///
    /// - Throws: `noObservations` and `outsideRange` as `init`; `outsideRange` unless alpha lies strictly between 0 and 1.
    public static func boundary(length: Int, poolSize: Int, poolMarked: Int, side: PrefixSide, alpha: Double) throws(Undefined)
        -> PrefixBoundary {
        try check(length, poolSize, poolMarked)
        guard alpha > 0, alpha < 1 else { throw .outsideRange }
        let search = PrefixLevel(null: FinitePool(size: poolSize, marked: poolMarked), length: length, side: side)
        let (found, attained) = search.largest(alpha: alpha)
        return PrefixBoundary(alpha: alpha, attained: attained, pointwiseLevel: found.largestOutside, band: found.band, length: length)
    }

    private static func check(_ length: Int, _ poolSize: Int, _ poolMarked: Int) throws(Undefined) {
        guard length > 0, poolMarked > 0, poolMarked < poolSize else { throw .noObservations }
        guard length <= poolSize else { throw .outsideRange }
    }
}

/// What each prefix of a list may have, and how often an even draw leaves it.
public struct PrefixBoundary: Sendable, Equatable {
    /// Promised and attained chance that a list drawn by chance leaves the boundary at any prefix; attained is exact and at most alpha.
    public let alpha: Double
    public let attained: Double
    /// Counts with a pointwise p of at most this are outside; 0 when no list of this length can be, because even the most extreme one
    /// is too likely.
    public let pointwiseLevel: Double
    /// Element i - 1: fewest and most members among the first i. Nothing required: 0 and i.
    public let minimum: [Int]
    public let maximum: [Int]

    init(alpha: Double, attained: Double, pointwiseLevel: Double, band: PrefixBand, length: Int) {
        self.alpha = alpha
        self.attained = attained
        self.pointwiseLevel = pointwiseLevel
        minimum = band.minimum ?? [Int](repeating: 0, count: length)
        maximum = band.maximum ?? Array(1...length)
    }

    /// Length of the first prefix outside the boundary, nil when the list stays inside.
    ///
    /// - Throws: `outsideRange` when there is no such class, `unequalLengths` when the list is not as long as the boundary.
    public func failingPrefix(_ ranking: ItemRanking, group: Int) throws(Undefined) -> Int? {
        guard ranking.groups.counts.indices.contains(group) else { throw .outsideRange }
        return try failingPrefix(ranking.groupsInOrder.map { $0 == group })
    }

    package func failingPrefix(_ marked: [Bool]) throws(Undefined) -> Int? {
        guard marked.count == minimum.count else { throw .unequalLengths }
        return PrefixBand(minimum: minimum, maximum: maximum).firstEscape(of: marked)
    }
}
