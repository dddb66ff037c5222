import Cohort

/// Makes the lists of a snapshot again: each match run from its own assessment's scores and the places of its own day.
///
/// A list depends on the run, the places and the core's frozen constants, and on nobody else.
public struct Replay: Sendable {
    public var core: FrozenCore { ranking.core }
    private let runs: [MatchRun]
    private let recordedLengths: [Int]
    private let ranking: PlaceRanking
    private let people: ScoreTable
    private let circumstances: RunCircumstances

    public init(snapshot: Snapshot, core: RankingCore) throws(ReplayError) {
        runs = snapshot.runs
        recordedLengths = snapshot.lists.map(\.workplaces.count)
        ranking = try PlaceRanking(FrozenCore(core, snapshot: snapshot), market: Market(snapshot))
        people = try ScoreTable(ranking.core, snapshot: snapshot)
        circumstances = RunCircumstances(snapshot, filters: core.filters)
    }

    /// The list of one run, at most `top` places (`nil` = every place that can be ranked).
    ///
    /// A run whose assessment has no scores gives an empty list: there is nothing to be near to.
    public func list(forRun index: Int, top: Int?) throws(ReplayError) -> ReplayedList {
        try wish(run: index, top: top).map { ranking.list($0.row, $0.person, language: $0.language, top: $0.top) } ?? .empty
    }

    /// The lists of some runs, in the order they are asked for. The same for any number of threads.
    public func lists(forRuns indices: [Int], top: Int?, threads: Int) throws(ReplayError) -> [ReplayedList] {
        guard threads >= 1 else { throw .noThreads(asked: threads) }
        var wishes: [BatchRanking.Wish?] = []
        for index in indices { wishes.append(try wish(run: index, top: top)) }
        return BatchRanking(ranking: ranking).lists(wishes, threads: threads)
    }

    /// Every run of the snapshot, each as long as its recorded list at most; parallel to `Snapshot.runs`.
    /// The lists are the same for any number of threads.
    public func recordedLengthLists(threads: Int) throws(ReplayError) -> [ReplayedList] {
        guard threads >= 1 else { throw .noThreads(asked: threads) }
        var wishes: [BatchRanking.Wish?] = []
        for index in runs.indices { wishes.append(try wish(run: index, top: recordedLengths[index])) }
        return BatchRanking(ranking: ranking).lists(wishes, threads: threads)
    }

    private func wish(run index: Int, top: Int?) throws(ReplayError) -> BatchRanking.Wish? {
        guard runs.indices.contains(index) else { throw .noSuchRun(index: index, count: runs.count) }
        guard let row = people[runs[index].assessmentId], let (person, language) = circumstances.of(runs[index]) else { return nil }
        return BatchRanking.Wish(row: row, person: person, language: language, top: top)
    }
}
