/// Hubness: skewness of N_k, how often a workplace stands among the first k (Radovanovic et al. 2010).
///
/// Third central moment over the cube of the standard deviation, both with divisor n. Distances in many dimensions make some
/// places near to nearly everybody (hubs) and others near to nobody; 0 would be symmetric.
public struct Hubness: DescriptiveStatistic, Equatable {
    public static let method = "hubness_skewness"
    public static let citation = "Radovanović, Nanopoulos and Ivanović (2010), Journal of Machine Learning Research 11:2487-2531"

    /// Workplaces.
    public let count: Int
    public let estimate: Double
    /// Share of the places that nobody sees.
    public let neverShown: Double
    /// Share of all appearances that goes to the 1 % of places shown most (by the Lorenz curve, so a part of a place counts for its part).
    public let topPercentShare: Double

    /// - Throws: `zeroVariance` when every place is shown equally often: there is no skewness of a constant.
    public init(_ occurrences: Occurrences) throws(Undefined) {
        let amounts = occurrences.amounts
        let summary = try Summary(amounts)
        guard summary.squaredDeviations > 0 else { throw .zeroVariance }
        // In order of size, so that renaming the places cannot change a bit.
        let cubes = CompensatedSum(amounts.sorted().map { ($0 - summary.mean) * ($0 - summary.mean) * ($0 - summary.mean) }).value
        let deviation = summary.populationDeviation
        count = amounts.count
        estimate = cubes / Double(amounts.count) / (deviation * deviation * deviation)
        neverShown = CatalogueCoverage(occurrences).neverShown
        topPercentShare = try LorenzShare(amounts, bottom: 0.99).rest
    }
}
