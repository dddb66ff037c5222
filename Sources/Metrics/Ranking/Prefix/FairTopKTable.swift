/// How many protected items each prefix of a top-k list must have (FA*IR's m-table), with the exact chance that a list drawn at random
/// falls short of it anywhere.
///
/// m(i) = smallest m with P(Bin(i, share) <= m) >= level. The list falls short where some prefix of i items has fewer than m(i).
/// The null is an endless pool: for a list that uses up a noticeable part of a municipal pool take `FinitePoolPrefixTest`.
public struct FairTopKTable: Sendable, Equatable {
    public static let method = "fair_top_k"
    public static let citation = "Zehlike, Bonchi, Castillo, Hajian, Megahed and Baeza-Yates (2017), CIKM, 1569-1578; Zehlike et al. (2022), Information Processing and Management 59:102707"

    /// Element i - 1: fewest protected items among the first i.
    public let minimum: [Int]
    /// Share of protected items in the pool, strictly between 0 and 1.
    public let share: Double
    /// Every pointwise level above the first and up to and including the second gives this table; nil for a table made by hand.
    public let levels: (above: Double, through: Double)?
    /// Chance that a list of independent draws falls short at any prefix, the last one included: exact, by recursion over (prefix, count).
    public let failProbability: Double

    /// The table at one pointwise level, without any adjustment: its fail probability grows with the length of the list.
    ///
    /// - Throws: `noObservations` for a length below 1, `outsideRange` unless share and level lie strictly between 0 and 1.
    public init(length: Int, share: Double, level: Double) throws(Undefined) {
        try Self.check(length, share, level)
        let null = EndlessPool(share: share)
        // A tail that equals the level on paper fulfils ">= level" whatever its last digit is.
        let boundary = PrefixLevel.lowerBoundary(null, length, level * (1 - PrefixLevel<EndlessPool>.equal))
        self.init(
            boundary.minimum, share, (boundary.outside, boundary.inside),
            PrefixBand(minimum: boundary.minimum, maximum: nil).escapeProbability(null, length: length))
    }

    /// A table made elsewhere, to see what it does.
    ///
    /// - Throws: `noObservations` for an empty table, `outsideRange` for a negative requirement or a share outside (0, 1).
    public init(minimum: [Int], share: Double) throws(Undefined) {
        try Self.check(minimum.count, share, 0.5)
        guard minimum.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        self.init(
            minimum, share, nil,
            PrefixBand(minimum: minimum, maximum: nil).escapeProbability(EndlessPool(share: share), length: minimum.count))
    }

    /// The strictest table of this family whose fail probability is at most `alpha`.
    ///
    /// The fail probability is a step function of the pointwise level, so the largest admissible level is found exactly: the search ends when
    /// no step is left between the level that holds and the one that does not. `levels.through` is that largest level. It can be above
    /// alpha, because a step may be wide, and the table is the same for all of `levels`.
    public static func adjusted(length: Int, share: Double, alpha: Double) throws(Undefined) -> FairTopKTable {
        try check(length, share, alpha)
        let search = PrefixLevel(null: EndlessPool(share: share), length: length, side: .tooFew)
        let (found, attained) = search.largest(alpha: alpha)
        return FairTopKTable(
            found.band.minimum ?? [], share, (found.largestOutside, found.smallestInside), attained)
    }

    /// The length of the first prefix that has too few, or nil when the list meets every requirement.
    ///
    /// - Parameter protected: class of the ranked items; those of unknown group do not count as protected.
    /// - Throws: `outsideRange` when there is no such class, `tooFewObservations` for a list shorter than the table: a place that is not there
    ///   cannot have met its requirement.
    public func failingPrefix(_ ranking: ItemRanking, protected: Int) throws(Undefined) -> Int? {
        guard ranking.groups.counts.indices.contains(protected) else { throw .outsideRange }
        return try failingPrefix(ranking.groupsInOrder.map { $0 == protected })
    }

    /// - Parameter isProtected: in list order; as long as the table, or longer (the rest is not looked at).
    package func failingPrefix(_ isProtected: [Bool]) throws(Undefined) -> Int? {
        guard isProtected.count >= minimum.count else { throw .tooFewObservations(needed: minimum.count) }
        return PrefixBand(minimum: minimum, maximum: nil).firstEscape(of: Array(isProtected.prefix(minimum.count)))
    }

    public static func == (a: FairTopKTable, b: FairTopKTable) -> Bool {
        a.minimum == b.minimum && a.share == b.share
    }

    private init(_ minimum: [Int], _ share: Double, _ levels: (above: Double, through: Double)?, _ failProbability: Double) {
        self.minimum = minimum
        self.share = share
        self.levels = levels
        self.failProbability = failProbability
    }

    private static func check(_ length: Int, _ share: Double, _ level: Double) throws(Undefined) {
        guard length > 0 else { throw .noObservations }
        guard share > 0, share < 1, level > 0, level < 1 else { throw .outsideRange }
    }
}
