/// How often, on average, the places on a list are shown to everybody: mean over participants of the mean N_k of their places.
///
/// It is weighted by appearance, so a hub counts as often as it is shown; it grows with the number of participants.
public struct AveragePopularity: DescriptiveStatistic, Equatable {
    public static let method = "average_recommendation_popularity"
    public static let citation = "Yin, Cui, Li, Yao and Chen (2012), Proceedings of the VLDB Endowment 5:896-907; Abdollahpouri et al. (2021), UMAP, 119-129"

    /// Participants with a list, and those without, who have no mean.
    public let count: Int
    public let withoutList: Int
    public let estimate: Double

    /// - Parameter depth: places of every list that count; nil for all.
    /// - Throws: as `Occurrences`; `noObservations` when nobody has a list.
    public init(_ lists: ParticipantLists, depth: Int?) throws(Undefined) {
        let counts = try Occurrences(lists, depth: depth).counts
        let means = lists.lists.filter { !$0.isEmpty }.map { list in
            let places = list.prefix(depth ?? list.count)
            return Double(places.reduce(0) { $0 + counts[$1] }) / Double(places.count)
        }
        guard !means.isEmpty else { throw .noObservations }
        count = means.count
        withoutList = lists.count - means.count
        // In order of size, so that the order of the participants cannot change a bit.
        estimate = CompensatedSum(means.sorted()).value / Double(means.count)
    }
}
