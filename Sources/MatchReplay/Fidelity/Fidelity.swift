import Cohort
import Metrics

/// How well a core reproduces the lists that production recorded (M24). Nothing that rests on a replay is valid without it.
public struct Fidelity: Sendable, Equatable {
    public struct RunFidelity: Sendable, Equatable {
        public init(
            exact: Bool, firstDifferingRank: Int?, distanceErrorAtThatRank: Double?, maximumDistanceError: Double?, rankBiasedOverlap: Double? = nil
        ) {
            self.exact = exact
            self.firstDifferingRank = firstDifferingRank
            self.distanceErrorAtThatRank = distanceErrorAtThatRank
            self.maximumDistanceError = maximumDistanceError
            self.rankBiasedOverlap = rankBiasedOverlap
        }

        /// The same places at the same ranks over the whole recorded length. A run without a recorded list is never exact.
        public let exact: Bool
        /// Counted from 1; `nil` when exact, or without a recorded list.
        public let firstDifferingRank: Int?
        /// |recorded - replayed distance| at that rank; `nil` when no distance was recorded there, or the replayed list ends before it.
        public let distanceErrorAtThatRank: Double?
        /// Largest |recorded - replayed distance| over the ranks that both lists have; `nil` when no distances were recorded.
        public let maximumDistanceError: Double?
        /// Agreement of the recorded with the replayed list, extrapolated, with `Fidelity.persistence`: 1 = the same places in the same order.
        /// 0 when the replay has no list at all; `nil` without a recorded list.
        public let rankBiasedOverlap: Double?
    }

    /// Of the rank-biased overlap: the first ten ranks have 86 % of the weight.
    public static let persistence = 0.9

    /// The runs of one algorithm version: a core for another version is seen here first.
    public struct VersionFidelity: Sendable, Equatable {
        public let algorithmVersion: String
        public let runCount: Int
        public let exactCount: Int
        /// First differing rank -> how many runs.
        public let firstDifferingRanks: [Int: Int]
        /// Over the runs with a recorded list; `nil` when there is none.
        public let meanRankBiasedOverlap: Double?
        /// |recorded - replayed distance| at the same rank, over all ranks of all runs that have both; `nil` when no distances were recorded.
        public let maximumDistanceError: Double?
        public let medianDistanceError: Double?

        /// Exact runs per run. A version has at least one.
        public var rate: Double { Double(exactCount) / Double(runCount) }
    }

    /// Parallel to `Snapshot.runs`.
    public let runs: [RunFidelity]
    /// In byte order of the version.
    public let versions: [VersionFidelity]

    public var exactCount: Int { runs.count(where: \.exact) }
    /// Exact runs per run; `nil` without runs.
    public var rate: Double? { runs.isEmpty ? nil : Double(exactCount) / Double(runs.count) }
    /// First differing rank -> how many runs, over all versions.
    public var firstDifferingRanks: [Int: Int] {
        versions.reduce(into: [:]) { counts, version in counts.merge(version.firstDifferingRanks, uniquingKeysWith: +) }
    }
    /// Over all runs; `nil` when no distances were recorded.
    public var maximumDistanceError: Double? { runs.compactMap(\.maximumDistanceError).max() }

    /// - Parameter replayed: parallel to `snapshot.runs`, as `Replay.recordedLengthLists` returns it. A missing list counts as empty.
    public static func measure(snapshot: Snapshot, replayed: [ReplayedList]) -> Fidelity {
        let nothing = ReplayedList(workplaces: [], distances: [])
        let runs = snapshot.lists.enumerated().map { index, recorded in
            compare(recorded, index < replayed.count ? replayed[index] : nothing)
        }
        let byVersion = Dictionary(grouping: runs.indices, by: { snapshot.runs[$0].algorithmVersion })
        let versions = byVersion.keys.sorted(by: precedesInBytes).map { version in
            let indices = byVersion[version] ?? []
            let own = indices.map { runs[$0] }
            let overlaps = own.compactMap(\.rankBiasedOverlap)
            let errors = indices.flatMap { distanceErrors(snapshot.lists[$0], $0 < replayed.count ? replayed[$0] : nothing) }.sorted()
            return VersionFidelity(
                algorithmVersion: version, runCount: own.count, exactCount: own.count(where: \.exact),
                firstDifferingRanks: own.compactMap(\.firstDifferingRank).reduce(into: [:]) { $0[$1, default: 0] += 1 },
                meanRankBiasedOverlap: overlaps.isEmpty ? nil : CompensatedSum(overlaps).value / Double(overlaps.count),
                maximumDistanceError: errors.last, medianDistanceError: errors.isEmpty ? nil : SampleQuantile.value(0.5, ofSorted: errors))
        }
        return Fidelity(runs: runs, versions: versions)
    }

    private static func compare(_ recorded: RecordedList, _ replayed: ReplayedList) -> RunFidelity {
        let common = min(recorded.workplaces.count, replayed.workplaces.count)
        let differing = firstDifference(recorded, replayed)
        return RunFidelity(
            exact: differing == nil && !recorded.workplaces.isEmpty, firstDifferingRank: differing.map { $0 + 1 },
            distanceErrorAtThatRank: differing.flatMap { rank in
                rank < common ? recorded.distances[rank].map { abs($0 - replayed.distances[rank]) } : nil
            },
            maximumDistanceError: distanceErrors(recorded, replayed).max(),
            rankBiasedOverlap: overlap(recorded, replayed, same: differing == nil))
    }

    /// The first position at which the recorded list is not the replayed one; `nil` when there is none.
    static func firstDifference(_ recorded: RecordedList, _ replayed: ReplayedList) -> Int? {
        let common = min(recorded.workplaces.count, replayed.workplaces.count)
        let differing = (0..<common).first { recorded.workplaces[$0] != replayed.workplaces[$0] }
        return differing ?? (recorded.workplaces.count == common ? nil : common)
    }

    /// Over the ranks that both lists have.
    static func distanceErrors(_ recorded: RecordedList, _ replayed: ReplayedList) -> [Double] {
        zip(recorded.distances, replayed.distances).compactMap { recorded, replayed in recorded.map { abs($0 - replayed) } }
    }

    private static func overlap(_ recorded: RecordedList, _ replayed: ReplayedList, same: Bool) -> Double? {
        if recorded.workplaces.isEmpty { return nil }
        if same { return 1 }
        // A place that production wrote down twice counts where it stood first.
        var seen: Set<Int> = []
        let distinct = recorded.workplaces.filter { seen.insert($0).inserted }
        return (try? RankBiasedOverlap(distinct, replayed.workplaces, persistence: persistence).estimate) ?? 0
    }
}
