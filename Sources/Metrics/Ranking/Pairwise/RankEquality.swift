/// Do errors favour one group: how often its members wrongly stand above the reference's, minus the reverse.
///
/// In [-1, 1]; above 0 = errors favour the group. The published Python package prints the two error rates in the one order in its
/// documentation and in the other when run: its input does not say whether a small number is a good rank or a low score. Here the
/// input is a ranking, so the group that is favoured is the one whose members stand too high.
public struct RankEquality: DescriptiveStatistic {
    public static let method = "rank_equality_error_difference"
    public static let citation = "Kuhlman, VanValkenburg and Rundensteiner (2019), WWW 2019:2936-2942"

    public let count: Int
    public let groupError: Double
    public let referenceError: Double

    public var estimate: Double { groupError - referenceError }

    /// - Throws: what `PairwiseErrors.wronglyFavoured(group:over:)` throws.
    public init(_ errors: PairwiseErrors, group: Int, reference: Int) throws(Undefined) {
        groupError = try errors.wronglyFavoured(group: group, over: reference)
        referenceError = try errors.wronglyFavoured(group: reference, over: group)
        count = errors.groups.counts[group] + errors.groups.counts[reference]
    }
}
