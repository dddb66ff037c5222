/// A list as the core makes it: places by their index in `Snapshot.workplaces`, nearest first, with their distances.
public struct ReplayedList: Sendable, Equatable {
    public let workplaces: [Int]
    /// Parallel to `workplaces`.
    public let distances: [Double]
    /// Whether places at the same distance share a rank.
    public let sharesRanks: Bool

    /// From 1; parallel to `workplaces`. Competition ranks (1, 1, 3) where ranks are shared.
    public var ranks: [Int] {
        var ranks: [Int] = []
        ranks.reserveCapacity(workplaces.count)
        for index in workplaces.indices {
            ranks.append(sharesRanks && index > 0 && distances[index] == distances[index - 1] ? ranks[index - 1] : index + 1)
        }
        return ranks
    }

    public init(workplaces: [Int], distances: [Double], sharesRanks: Bool = false) {
        self.workplaces = workplaces
        self.distances = distances
        self.sharesRanks = sharesRanks
    }

    static let empty = ReplayedList(workplaces: [], distances: [])
}
