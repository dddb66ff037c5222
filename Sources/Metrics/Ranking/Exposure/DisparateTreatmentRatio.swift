/// Attention per unit of merit in a group over that in its reference; 1 = attention goes by merit, below 1 = the group gets less
/// attention than its merit relative to the reference would give it.
public struct DisparateTreatmentRatio: DescriptiveStatistic {
    public static let method = "disparate_treatment_ratio"
    public static let citation = "Singh and Joachims (2018), KDD 2018:2219-2228"

    public let count: Int
    public let estimate: Double

    /// - Throws: what `MeritExposure.exposedUtility(of:)` throws; `zeroDenominator` when the reference gets no attention.
    public init(_ merits: MeritExposure, group: Int, reference: Int) throws(Undefined) {
        let value = try merits.exposedUtility(of: group)
        let other = try merits.exposedUtility(of: reference)
        guard other > 0 else { throw .zeroDenominator }
        estimate = value / other
        count = merits.exposure.items.groups.counts[group] + merits.exposure.items.groups.counts[reference]
    }
}
