/// One ranked list of workplaces per participant, judged by the groups of the participants.
///
/// Lists may differ in length, and a list may be empty; a figure at depth k says what it does with a shorter list. A figure of this
/// view is a value per participant, compared between groups of participants; a metric that protects ranked items does not take it.
public struct ParticipantLists: Sendable, Equatable {
    /// Workplaces of each participant from the first place down, as indices 0..<`workplaces`.
    public let lists: [[Int]]

    /// Workplaces that could be shown.
    public let workplaces: Int

    /// Group of every participant, parallel to `lists`.
    public let groups: ParticipantGroups

    /// - Throws: `unequalLengths` when there is not one list per participant; `outsideRange` when a list has a place twice or one
    ///   that is not in 0..<workplaces.
    public init(_ lists: [[Int]], workplaces: Int, groups: ParticipantGroups) throws(Undefined) {
        guard lists.count == groups.count else { throw .unequalLengths }
        guard workplaces >= 0, lists.allSatisfy({ $0.areDistinct(below: workplaces) }) else { throw .outsideRange }
        self.lists = lists
        self.workplaces = workplaces
        self.groups = groups
    }

    /// Every participant's list, nearest first, of all workplaces at a finite distance.
    public init(_ distances: DistanceMatrix, ties: TieRule, groups: ParticipantGroups) throws(Undefined) {
        guard distances.participants == groups.count else { throw .unequalLengths }
        var lists: [[Int]] = []
        lists.reserveCapacity(distances.participants)
        for participant in 0..<distances.participants {
            lists.append(try distances.list(ofParticipant: participant, ties: ties))
        }
        self.lists = lists
        workplaces = distances.workplaces
        self.groups = groups
    }

    /// Participants, with or without a list.
    public var count: Int { lists.count }

    /// True when every list ranks every workplace.
    public var areComplete: Bool { lists.allSatisfy { $0.count == workplaces } }

    /// The first k of every list.
    /// - Throws: `outsideRange` when k is below 1 or a list is shorter: lists of unequal depth are not compared in silence.
    public func top(_ k: Int) throws(Undefined) -> ParticipantLists {
        guard k >= 1, lists.allSatisfy({ $0.count >= k }) else { throw .outsideRange }
        return ParticipantLists(checked: lists.map { Array($0.prefix(k)) }, workplaces: workplaces, groups: groups)
    }

    /// One participant's list as a ranking of workplaces, judged by a grouping of the workplaces (kind of work, sector).
    /// - Throws: `outsideRange` when there is no such participant; `unequalLengths` when not every workplace has a kind;
    ///   `noObservations` when the list is empty.
    public func ranking(ofParticipant participant: Int, kinds: ItemGroups) throws(Undefined) -> ItemRanking {
        guard lists.indices.contains(participant) else { throw .outsideRange }
        guard kinds.count == workplaces else { throw .unequalLengths }
        return try ItemRanking(order: lists[participant], groups: kinds)
    }

    private init(checked lists: [[Int]], workplaces: Int, groups: ParticipantGroups) {
        self.lists = lists
        self.workplaces = workplaces
        self.groups = groups
    }
}
