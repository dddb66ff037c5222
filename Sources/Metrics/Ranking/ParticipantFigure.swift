/// One figure per participant, from that participant's own list, so that groups of participants can be compared with honest
/// uncertainty: the participant, not the place on a list, is what varies from sample to sample.
public struct ParticipantFigure: Sendable, Equatable {
    /// Parallel to the participants; nil where the figure is not defined for that list.
    public let values: [Double?]
    public let groups: ParticipantGroups

    /// - Throws: `unequalLengths` when there is not one entry per participant, `notFinite`.
    public init(_ values: [Double?], groups: ParticipantGroups) throws(Undefined) {
        guard values.count == groups.count else { throw .unequalLengths }
        guard values.allSatisfy({ $0?.isFinite ?? true }) else { throw .notFinite }
        self.values = values
        self.groups = groups
    }

    /// Any figure of a ranking of workplaces, taken from every participant's list; nil for lists on which it is undefined or infinite.
    ///
    /// - Parameter kinds: grouping of the workplaces (kind of work, sector).
    /// - Throws: `unequalLengths` when not every workplace has a kind.
    public init(
        _ lists: ParticipantLists, kinds: ItemGroups, figure: (ItemRanking) throws(Undefined) -> Double
    ) throws(Undefined) {
        guard kinds.count == lists.workplaces else { throw .unequalLengths }
        values = (0..<lists.count).map { participant in
            guard let ranking = try? lists.ranking(ofParticipant: participant, kinds: kinds), let value = try? figure(ranking),
                value.isFinite
            else { return nil }
            return value
        }
        groups = lists.groups
    }

    /// Share of the attention of the first `depth` places that goes to one kind of workplace, in [0, 1]; with the uniform discount
    /// the plain share of the first places. nil for a list that is shorter than the depth.
    ///
    /// - Throws: `unequalLengths` when not every workplace has a kind, `outsideRange` when there is no such kind or the depth is
    ///   below 1.
    public static func exposureShare(
        of kind: Int, kinds: ItemGroups, lists: ParticipantLists, discount: Discount, depth: Int
    ) throws(Undefined) -> ParticipantFigure {
        guard kinds.counts.indices.contains(kind), depth >= 1 else { throw .outsideRange }
        let weights = discount.weights(depth)
        let total = CompensatedSum(weights).value
        // Weighted by hand: a pool of all workplaces for every participant would cost far more than the list itself.
        guard kinds.count == lists.workplaces else { throw .unequalLengths }
        let values = lists.lists.map { list -> Double? in
            guard list.count >= depth else { return nil }
            return CompensatedSum(zip(list, weights).lazy.filter { kinds.labels[$0.0] == kind }.map(\.1)).value / total
        }
        return try ParticipantFigure(values, groups: lists.groups)
    }

    /// Mean distance to the `depth` nearest workplaces. nil for a participant who has fewer at a finite distance.
    /// - Throws: `unequalLengths` when there is not one group per participant, `outsideRange` when the depth is below 1.
    public static func meanDistance(
        _ distances: DistanceMatrix, depth: Int, groups: ParticipantGroups
    ) throws(Undefined) -> ParticipantFigure {
        guard depth >= 1 else { throw .outsideRange }
        let values = (0..<distances.participants).map { participant -> Double? in
            let start = participant * distances.workplaces
            let nearest = distances.values[start..<(start + distances.workplaces)].sorted().prefix(depth)
            guard nearest.count == depth, nearest.last.map(\.isFinite) == true else { return nil }
            return CompensatedSum(nearest).value / Double(depth)
        }
        return try ParticipantFigure(values, groups: groups)
    }

    /// The defined values of a class of participants, smallest first, so that no order of the participants can change a figure made
    /// from them.
    /// - Throws: `outsideRange` when there is no such class.
    public func values(of group: Int) throws(Undefined) -> [Double] {
        try groups.members(of: group).compactMap { values[$0] }.sorted()
    }

    /// Participants of the class for whom the figure is not defined.
    /// - Throws: `outsideRange` when there is no such class.
    public func undefined(of group: Int) throws(Undefined) -> Int {
        try groups.members(of: group).count { values[$0] == nil }
    }

    /// - Throws: `outsideRange` when there is no such class, `noObservations` when the figure is defined for nobody in it.
    public func mean(of group: Int) throws(Undefined) -> Double {
        try OrderFree.mean(try values(of: group))
    }

    /// Difference of means between two classes of participants, judged by `Means.difference`.
    /// - Parameter bounded: true for figures in [0, 1].
    /// - Throws: `outsideRange` when there is no such class, and what the comparison throws.
    public func difference(group: Int, reference: Int, bounded: Bool) throws(Undefined) -> any GroupDifference {
        try Means.difference(group: try values(of: group), reference: try values(of: reference), bounded: bounded)
    }
}
