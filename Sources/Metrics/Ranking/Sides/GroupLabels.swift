/// The side of a match that gets a list: people, for whom workplaces are ranked.
public enum Participants {}

/// What stands in a ranking. In a participant's list these are workplaces; in the transposed view they are participants.
public enum RankedItems {}

/// Groups of the people who get lists.
public typealias ParticipantGroups = GroupLabels<Participants>

/// Groups of the items that are ranked.
public typealias ItemGroups = GroupLabels<RankedItems>

/// The group of every member of one side, with all groups named before anybody is counted.
///
/// Groups are numbers 0..<`named`. A group without members keeps its place, so that a group that is absent from a list or from a
/// pool cannot vanish from a result. Members of unknown group form a class of their own, number `named`, as soon as there is one:
/// they are never added to another group and never left out. `Side` says whose groups they are: the groups of participants are
/// another type than the groups of ranked items, and nothing but the transposed view (`WorkplaceRankings`) turns one into the other.
public struct GroupLabels<Side>: Sendable, Equatable {
    /// Class of each member, in 0..<`classes`.
    public let labels: [Int]

    /// Number of groups named up front.
    public let named: Int

    /// Members of each class; as many entries as there are `classes`, zeros included.
    public let counts: [Int]

    /// - Parameters:
    ///   - labels: group of each member, nil when it is not known.
    ///   - named: number of groups, whether or not they have members; at least 1.
    /// - Throws: `noObservations` when there are no members, `outsideRange` for a label that is not in 0..<named or `named` below 1.
    public init(_ labels: [Int?], named: Int) throws(Undefined) {
        guard !labels.isEmpty else { throw .noObservations }
        guard named >= 1, labels.allSatisfy({ $0.map { (0..<named).contains($0) } ?? true }) else { throw .outsideRange }
        let classes = named + (labels.contains(nil) ? 1 : 0)
        let known = labels.map { $0 ?? named }
        self.labels = known
        self.named = named
        counts = known.reduce(into: [Int](repeating: 0, count: classes)) { $0[$1] += 1 }
    }

    private init(labels: [Int], named: Int, counts: [Int]) {
        self.labels = labels
        self.named = named
        self.counts = counts
    }

    /// Members of this side.
    public var count: Int { labels.count }

    /// Named groups, and one more when somebody's group is unknown.
    public var classes: Int { counts.count }

    /// The class of members whose group is unknown; nil when everybody's group is known.
    public var unknown: Int? { classes > named ? named : nil }

    /// Indices of the members of a class, ascending.
    /// - Throws: `outsideRange` when there is no such class.
    public func members(of group: Int) throws(Undefined) -> [Int] {
        guard counts.indices.contains(group) else { throw .outsideRange }
        return labels.indices.filter { labels[$0] == group }
    }

    /// Share of each class among the members; sums to 1.
    public var shares: [Double] {
        counts.map { Double($0) / Double(count) }
    }

    /// The same labels for the transposed view, in which participants are what is ranked.
    func seen<Other>(as side: Other.Type) -> GroupLabels<Other> {
        GroupLabels<Other>(labels: labels, named: named, counts: counts)
    }
}
