/// Is one group ranked less accurately: the share of wrongly ordered pairs among pairs with a member of the group, minus the same of
/// the reference. In [-1, 1]; above 0 = more errors where the group is concerned.
public struct RankCalibration: DescriptiveStatistic {
    public static let method = "rank_calibration_error_difference"
    public static let citation = "Kuhlman, VanValkenburg and Rundensteiner (2019), WWW 2019:2936-2942"

    public let count: Int
    public let groupError: Double
    public let referenceError: Double

    public var estimate: Double { groupError - referenceError }

    /// - Throws: what `PairwiseErrors.wrong(of:)` throws.
    public init(_ errors: PairwiseErrors, group: Int, reference: Int) throws(Undefined) {
        groupError = try errors.wrong(of: group)
        referenceError = try errors.wrong(of: reference)
        count = errors.groups.counts[group] + errors.groups.counts[reference]
    }
}
