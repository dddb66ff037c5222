/// What a group's attention is expected to bring per unit of its merit, over the same of its reference.
///
/// Attention times merit stands for the chance of being chosen: a member who is both seen and suitable.
public struct DisparateImpactRatio: DescriptiveStatistic {
    public static let method = "disparate_impact_ratio"
    public static let citation = "Singh and Joachims (2018), KDD 2018:2219-2228"

    public let count: Int
    public let estimate: Double

    /// - Throws: what `MeritExposure.realisedUtility(of:)` throws; `zeroDenominator` when the reference's is zero.
    public init(_ merits: MeritExposure, group: Int, reference: Int) throws(Undefined) {
        let value = try merits.realisedUtility(of: group)
        let other = try merits.realisedUtility(of: reference)
        guard other > 0 else { throw .zeroDenominator }
        estimate = value / other
        count = merits.exposure.items.groups.counts[group] + merits.exposure.items.groups.counts[reference]
    }
}
