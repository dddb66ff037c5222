/// A list as the core makes it: places by their index in `Snapshot.workplaces`, nearest first, with their distances.
public struct ReplayedList: Sendable, Equatable {
    public let workplaces: [Int]
    /// Parallel to `workplaces`.
    public let distances: [Double]

    public init(workplaces: [Int], distances: [Double]) {
        self.workplaces = workplaces
        self.distances = distances
    }
}
