/// How often each workplace stands on participants' lists (N_k with the first k of every list), whether or not it is ever shown.
public struct Occurrences: Sendable, Equatable {
    /// nil: lists as long as they are.
    public let depth: Int?
    /// Participants whose lists were counted; an empty list counts nothing but is one.
    public let lists: Int
    /// One entry per workplace that could be shown, zeros included.
    public let counts: [Int]

    /// - Parameters:
    ///   - depth: places of every list that count; nil for all of them, in lists of whatever length.
    ///   - group: class of participants whose lists count; nil for everybody, people of unknown group included.
    /// - Throws: `outsideRange` for a depth below 1, a list shorter than the depth, or a class that is not there; `noObservations` when there
    ///   is nobody in the class or no workplace.
    public init(_ lists: ParticipantLists, depth: Int?, group: Int? = nil) throws(Undefined) {
        guard depth.map({ $0 >= 1 }) ?? true else { throw .outsideRange }
        guard lists.workplaces > 0 else { throw .noObservations }
        var members = Array(lists.lists.indices)
        if let group { members = try lists.groups.members(of: group) }
        guard !members.isEmpty else { throw .noObservations }
        var counts = [Int](repeating: 0, count: lists.workplaces)
        for member in members {
            let list = lists.lists[member]
            guard list.count >= depth ?? 0 else { throw .outsideRange }
            for place in list.prefix(depth ?? list.count) { counts[place] += 1 }
        }
        self.depth = depth
        self.lists = members.count
        self.counts = counts
    }

    /// The same as amounts, for measures of inequality.
    public var amounts: [Double] { counts.map(Double.init) }
}
