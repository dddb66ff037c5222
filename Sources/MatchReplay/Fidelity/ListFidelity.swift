import Cohort

/// Whether one recorded list is made again (M24), in as few bytes as an audit needs of it: there is one for every list of a population.
/// `Fidelity` says more.
public struct ListFidelity: Sendable, Equatable {
    /// 0 = exact, -1 = nothing was recorded and nothing made, else the first rank that differs.
    package let rank: Int32
    /// Not a number where no distance was recorded.
    package let error: Double

    /// The same places at the same ranks over the whole recorded length. A run without a recorded list is never exact.
    public var isExact: Bool { rank == 0 }
    /// Counted from 1; `nil` when exact, or without a recorded list.
    public var firstDifferingRank: Int? { rank > 0 ? Int(rank) : nil }
    /// Largest |recorded - replayed distance| over the ranks that both lists have; `nil` when no distances were recorded.
    public var maximumDistanceError: Double? { error.isNaN ? nil : error }

    public init(recorded: RecordedList, replayed: ReplayedList) {
        let differing = Fidelity.firstDifference(recorded, replayed)
        rank = differing.map { Int32($0 + 1) } ?? (recorded.workplaces.isEmpty ? -1 : 0)
        error = Fidelity.distanceErrors(recorded, replayed).max() ?? .nan
    }

    package init(rank: Int32, error: Double) { (self.rank, self.error) = (rank, error) }

    /// Of every run of a snapshot.
    /// - Parameter replayed: parallel to `snapshot.runs`.
    public static func all(of snapshot: Snapshot, replayed: some Sequence<ReplayedList>) -> [ListFidelity] {
        zip(snapshot.lists, replayed).map { ListFidelity(recorded: $0, replayed: $1) }
    }

    public static func == (a: ListFidelity, b: ListFidelity) -> Bool { a.rank == b.rank && a.error.bitPattern == b.error.bitPattern }
}
