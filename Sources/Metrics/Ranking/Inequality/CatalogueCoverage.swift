/// Share of the workplaces that stand among the first k of somebody's list (aggregate diversity, coverage).
///
/// It grows with the number of participants, so coverages of groups of different size are not comparable.
public struct CatalogueCoverage: DescriptiveStatistic, Equatable {
    public static let method = "aggregate_diversity"
    public static let citation = "Adomavicius and Kwon (2012), IEEE Transactions on Knowledge and Data Engineering 24:896-911"

    /// Workplaces, and those that are shown.
    public let count: Int
    public let shown: Int

    public init(_ occurrences: Occurrences) {
        count = occurrences.counts.count
        shown = occurrences.counts.count { $0 > 0 }
    }

    public var estimate: Double { Double(shown) / Double(count) }

    /// Share of the places that nobody sees.
    public var neverShown: Double { Double(count - shown) / Double(count) }
}
