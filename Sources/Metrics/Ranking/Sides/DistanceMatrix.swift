/// How far every participant is from every workplace: the source of lists in both directions.
public struct DistanceMatrix: Sendable, Equatable {
    public let participants: Int
    public let workplaces: Int

    /// Row by row: participant p's distance to workplace w stands at p * workplaces + w. Infinite: not ranked for each other.
    public let values: [Double]

    /// - Throws: `noObservations` when either side is empty, `unequalLengths` when the values do not fill the matrix, `notFinite`
    ///   for NaN, `outsideRange` for a negative distance.
    public init(participants: Int, workplaces: Int, values: [Double]) throws(Undefined) {
        guard participants > 0, workplaces > 0 else { throw .noObservations }
        guard values.count == participants * workplaces else { throw .unequalLengths }
        guard !values.contains(where: \.isNaN) else { throw .notFinite }
        guard values.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        self.participants = participants
        self.workplaces = workplaces
        self.values = values
    }

    /// Distances by rank instead of by a measure: workplace w is at distance r for a participant whose list has it at rank r, and
    /// at infinity when it is not on the list.
    public init(ranksOf lists: ParticipantLists) throws(Undefined) {
        var values = [Double](repeating: .infinity, count: lists.count * lists.workplaces)
        for (participant, list) in lists.lists.enumerated() {
            for (offset, place) in list.enumerated() { values[participant * lists.workplaces + place] = Double(offset + 1) }
        }
        try self.init(participants: lists.count, workplaces: lists.workplaces, values: values)
    }

    public subscript(participant: Int, workplace: Int) -> Double {
        values[participant * workplaces + workplace]
    }

    /// The sides exchanged: row w has everybody's distance to workplace w.
    public var transposed: DistanceMatrix {
        var turned: [Double] = []
        turned.reserveCapacity(values.count)
        for workplace in 0..<workplaces {
            for participant in 0..<participants { turned.append(self[participant, workplace]) }
        }
        return DistanceMatrix(checked: turned, participants: workplaces, workplaces: participants)
    }

    /// Workplaces at a finite distance, nearest first. The tie rule's positions are of workplaces.
    /// - Throws: `outsideRange` when there is no such participant.
    public func list(ofParticipant participant: Int, ties: TieRule) throws(Undefined) -> [Int] {
        guard (0..<participants).contains(participant) else { throw .outsideRange }
        let row = Array(values[(participant * workplaces)..<((participant + 1) * workplaces)])
        var list: [Int] = []
        for tier in try TiedRanking.tiers(ascending: row) { list += try ties.order(tier, list: participant) }
        return list
    }

    /// Participants by their distance to one workplace, nearest first, equal distances sharing a rank.
    /// - Throws: `outsideRange` when there is no such workplace, `unequalLengths`, `noObservations` when nobody can be ranked for it.
    public func ranking(ofWorkplace workplace: Int, groups: ParticipantGroups) throws(Undefined) -> TiedRanking {
        guard (0..<workplaces).contains(workplace) else { throw .outsideRange }
        let column = (0..<participants).map { self[$0, workplace] }
        return try TiedRanking(ascending: column, groups: groups.seen(as: RankedItems.self))
    }

    private init(checked values: [Double], participants: Int, workplaces: Int) {
        self.values = values
        self.participants = participants
        self.workplaces = workplaces
    }
}
