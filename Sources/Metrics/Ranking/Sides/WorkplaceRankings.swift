/// The transposed view: for each workplace the participants, nearest first.
///
/// Here participants are what is ranked, so the metrics that protect ranked items protect participants, and answer who is in the
/// first n of a workplace. Everybody's group counts in the pool of every workplace, whether or not they can be ranked for it.
public struct WorkplaceRankings: Sendable, Equatable {
    /// Per workplace; nil where nobody can be ranked for it.
    public let rankings: [ItemRanking?]

    /// Group of every participant.
    public let groups: ParticipantGroups

    /// - Parameter ties: which of several participants at the same distance of a workplace comes first; positions are of participants.
    /// - Throws: `unequalLengths` when there is not one group per participant.
    public init(_ distances: DistanceMatrix, ties: TieRule, groups: ParticipantGroups) throws(Undefined) {
        guard distances.participants == groups.count else { throw .unequalLengths }
        let items = groups.seen(as: RankedItems.self)
        let turned = distances.transposed
        var rankings: [ItemRanking?] = []
        rankings.reserveCapacity(turned.participants)
        for workplace in 0..<turned.participants {
            let order = try turned.list(ofParticipant: workplace, ties: ties)
            rankings.append(order.isEmpty ? nil : try ItemRanking(order: order, groups: items))
        }
        self.rankings = rankings
        self.groups = groups
    }

    /// From complete lists alone: the participant on whose list a workplace stands higher comes first.
    ///
    /// Ranks tie far more often than distances, so the tie rule matters here.
    /// - Throws: `outsideRange` when a list does not rank every workplace: who left a place out cannot be put in order for it.
    public init(_ lists: ParticipantLists, ties: TieRule) throws(Undefined) {
        guard lists.areComplete else { throw .outsideRange }
        try self.init(DistanceMatrix(ranksOf: lists), ties: ties, groups: lists.groups)
    }

    /// A figure of every workplace's ranking of participants; nil where nobody can be ranked or the figure is undefined.
    public func figures(_ figure: (ItemRanking) throws(Undefined) -> Double) -> [Double?] {
        rankings.map { ranking in ranking.flatMap { try? figure($0) } }
    }

    /// Workplaces.
    public var count: Int { rankings.count }
}
