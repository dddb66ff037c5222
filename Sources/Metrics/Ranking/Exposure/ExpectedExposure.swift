/// Expected exposure of stochastic rankings: how far items' mean attention over many rankings lies from what their relevance earns.
///
/// Target: items of the same relevance share the attention of the places that their grade would fill in a ranking by relevance.
/// With e the mean attention and t the target of each item: loss EE-L = sum (e - t)^2, disparity EE-D = sum e^2, relevance
/// EE-R = sum e t, so that EE-L = EE-D - 2 EE-R + sum t^2 (some write EE-R with the factor 2 in it). The group versions first add up
/// e and t over the members of each class. The estimate is the loss of the items; 0 = every item gets what its relevance earns.
public struct ExpectedExposure: DescriptiveStatistic, Equatable {
    public static let method = "expected_exposure_loss"
    public static let citation = "Diaz, Mitra, Ekstrand, Biega and Carterette (2020), CIKM 2020:275-284"

    /// Mean attention over the rankings.
    public let system: ItemExposure

    /// Attention that relevance earns.
    public let target: ItemExposure

    /// - Parameters:
    ///   - rankings: draws of the ranker for the same request, equally likely.
    ///   - relevance: one value per item of the pool; equal values are one grade.
    ///   - depth: places that get attention; nil for all that are shown, which must then be equally many in every ranking.
    /// - Throws: `noObservations` without rankings, `unequalLengths`, `notFinite`, `outsideRange`.
    public init(_ rankings: [ItemRanking], relevance: [Double], discount: Discount, depth: Int? = nil) throws(Undefined) {
        guard let first = rankings.first else { throw .noObservations }
        guard depth != nil || rankings.allSatisfy({ $0.count == first.count }) else { throw .unequalLengths }
        guard relevance.allSatisfy(\.isFinite) else { throw .notFinite }
        system = try ItemExposure(mean: rankings, discount: discount, depth: depth)
        let grades = try TiedRanking(ascending: relevance.map { -$0 }, groups: first.groups)
        target = try ItemExposure(grades, discount: discount, depth: depth ?? first.count)
    }

    /// Items of the pool.
    public var count: Int { system.values.count }
    public var estimate: Double { loss }

    public var loss: Double { Self.loss(system.values, target.values) }
    public var disparity: Double { Self.product(system.values, system.values) }
    public var relevance: Double { Self.product(system.values, target.values) }

    public var groupLoss: Double { Self.loss(GroupExposure(system).totals, GroupExposure(target).totals) }
    public var groupDisparity: Double { Self.product(GroupExposure(system).totals, GroupExposure(system).totals) }
    public var groupRelevance: Double { Self.product(GroupExposure(system).totals, GroupExposure(target).totals) }

    private static func loss(_ system: [Double], _ target: [Double]) -> Double {
        OrderFree.sum(zip(system, target).map { ($0 - $1) * ($0 - $1) })
    }

    private static func product(_ a: [Double], _ b: [Double]) -> Double {
        OrderFree.sum(zip(a, b).map { $0 * $1 })
    }
}
