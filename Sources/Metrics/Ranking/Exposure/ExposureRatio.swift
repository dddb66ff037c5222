/// Mean attention of a member of a group over that of a member of its reference; 1 = alike, below 1 = the group is seen less.
///
/// The ratio of two means says nothing about chance or merit; see `DisparateTreatmentRatio` for attention per merit.
public struct ExposureRatio: DescriptiveStatistic {
    public static let method = "exposure_ratio"
    public static let citation = "Singh and Joachims (2018), KDD 2018:2219-2228 (demographic parity of exposure)"

    public let count: Int
    public let groupMean: Double
    public let referenceMean: Double
    public let estimate: Double

    /// - Throws: `outsideRange` when there is no such class, `noObservations` when one has no members, `zeroDenominator` when the
    ///   reference gets no attention.
    public init(_ exposure: GroupExposure, group: Int, reference: Int) throws(Undefined) {
        groupMean = try exposure.mean(of: group)
        referenceMean = try exposure.mean(of: reference)
        guard referenceMean > 0 else { throw .zeroDenominator }
        estimate = groupMean / referenceMean
        count = exposure.items.groups.counts[group] + exposure.items.groups.counts[reference]
    }
}
