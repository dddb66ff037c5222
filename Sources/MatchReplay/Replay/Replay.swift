import CDistance
import Cohort

/// Makes the lists of a snapshot again: each match run from its own assessment's scores and the places of its own day.
///
/// A list depends on the run, the places and the core's frozen constants, and on nobody else.
public struct Replay: Sendable {
    public let core: FrozenCore
    private let runs: [MatchRun]
    private let recordedLengths: [Int]
    private let places: PlaceTable
    private let people: ScoreTable

    public init(snapshot: Snapshot, core: RankingCore) throws(ReplayError) {
        self.core = try FrozenCore(core, snapshot: snapshot)
        runs = snapshot.runs
        recordedLengths = snapshot.lists.map(\.workplaces.count)
        places = try PlaceTable(self.core, snapshot: snapshot)
        people = try ScoreTable(self.core, snapshot: snapshot)
    }

    /// The list of one run, at most `top` places (`nil` = every place that can be ranked).
    ///
    /// A run whose assessment has no scores gives an empty list: there is nothing to be near to.
    public func list(forRun index: Int, top: Int?) throws(ReplayError) -> ReplayedList {
        guard runs.indices.contains(index) else { throw .noSuchRun(index: index, count: runs.count) }
        let run = runs[index]
        guard let row = people.range(of: run.assessmentId) else { return ReplayedList(workplaces: [], distances: []) }
        let present = Array(people.present[row])
        let squares = squaredDistances(scores: Array(people.scores[row]), present: present)
        let ranked = rank(squares, present: present, on: run.executedOn)
        let kept = ranked.prefix(max(0, top ?? ranked.count))
        return ReplayedList(workplaces: kept.map(\.place), distances: kept.map(\.distance))
    }

    /// Every run of the snapshot, each as long as its recorded list at most; parallel to `Snapshot.runs`.
    /// The lists are the same for any number of threads.
    public func recordedLengthLists(threads: Int) throws(ReplayError) -> [ReplayedList] {
        guard threads >= 1 else { throw .noThreads(asked: threads) }
        return try parallelMap(count: runs.count, threads: threads) { index throws(ReplayError) in
            try list(forRun: index, top: recordedLengths[index])
        }
    }

    private func squaredDistances(scores: [Double], present: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: places.count) { out, count in
            count = places.count
            guard let out = out.baseAddress, count > 0 else { return }
            distance_squares(1, places.count, scores.count, scores, present, places.targets, places.weights, out)
        }
    }

    private func rank(_ squares: [Double], present: [Double], on day: Day) -> [(distance: Double, place: Int)] {
        let complete = present.allSatisfy { $0 == 1 }
        var ranked: [(distance: Double, place: Int)] = []
        ranked.reserveCapacity(places.count)
        for place in squares.indices {
            guard core.core.places == .all || places.isActive(place, on: day) else { continue }
            let weight = askedWeight(of: place, present: present)
            guard weight.counted > 0 else { continue }
            var square = squares[place]
            if !complete {
                switch core.core.missingValues {
                case .skip: break
                case .skipAndRescale: if weight.missing > 0 { square *= (weight.counted + weight.missing) / weight.counted }
                case .excludePlace: if weight.missing > 0 { continue }
                }
            }
            ranked.append((square.squareRoot(), place))
        }
        ranked.sort { a, b in
            a.distance != b.distance ? a.distance < b.distance : places.tiePosition[a.place] < places.tiePosition[b.place]
        }
        return ranked
    }

    /// The weights of the scales that a place asks: of those the participant has, and of those the participant lacks.
    private func askedWeight(of place: Int, present: [Double]) -> (counted: Double, missing: Double) {
        var counted = 0.0, missing = 0.0
        for scale in present.indices {
            let weight = places.weights[scale * places.count + place]
            if present[scale] == 1 { counted += weight } else { missing += weight }
        }
        return (counted, missing)
    }
}
