import Metrics

/// One workplace's participants, nearest first; of two at one distance the earlier participant comes first.
public struct WorkplaceList: Sendable, Equatable {
    /// Index of the workplace.
    public let workplace: Int
    /// By their index; those who cannot be ranked for the workplace are not here.
    public let participants: [Int]
    /// Parallel to `participants`, finite.
    public let distances: [Double]

    public init(workplace: Int, participants: [Int], distances: [Double]) {
        self.workplace = workplace
        self.participants = participants
        self.distances = distances
    }

    /// As the metrics take it that protect whoever is ranked; `nil` when nobody is.
    /// - Parameter groups: of all participants, ranked here or not: they are the pool.
    /// - Throws: `outsideRange` when a participant has no group in `groups`.
    public func ranking(groups: ItemGroups) throws(Undefined) -> ItemRanking? {
        participants.isEmpty ? nil : try ItemRanking(order: participants, groups: groups)
    }
}
