import CDistance
import Cohort

/// The transposed replay: for every workplace its candidates, nearest first, as an employer would find them.
///
/// Distances, weights, missing scores, filters and places on offer are those of the core that makes people's own lists. Of two
/// candidates at one distance the earlier run comes first. What a real platform shows an employer besides is not in it.
package struct CandidateRanking: Sendable {
    private let ranking: PlaceRanking
    /// Parallel to `Snapshot.runs`; `nil` = a run without scores, or without profiles in its language.
    private let candidates: [Candidate?]
    private let workplaces: Int

    private struct Candidate: Sendable {
        let row: ScoredRow
        let person: Circumstances
        let variant: String
    }

    package init(snapshot: Snapshot, core: RankingCore) throws(ReplayError) {
        ranking = try PlaceRanking(FrozenCore(core, snapshot: snapshot), market: Market(snapshot))
        workplaces = snapshot.workplaces.count
        let rows = try ScoreTable(ranking.core, snapshot: snapshot)
        let circumstances = RunCircumstances(snapshot, filters: core.filters)
        var candidates: [Candidate?] = []
        for run in snapshot.runs {
            guard let row = rows[run.assessmentId], !row.present.isEmpty, let (person, language) = circumstances.of(run),
                let variant = ranking.variant(forLanguage: language)
            else {
                candidates.append(nil)
                continue
            }
            candidates.append(Candidate(row: row, person: person, variant: variant))
        }
        self.candidates = candidates
    }

    /// The candidates of every workplace on a day.
    /// - Parameters:
    ///   - runs: indices in `Snapshot.runs`, one for each candidate.
    ///   - day: on which the places are on offer; the runs' own days do not matter.
    ///   - first: at most so many of each.
    /// - Returns: one list per workplace, in their order; `participants` are positions in `runs`. The same for any number of threads.
    package func lists(ofRuns runs: [Int], on day: Day, first: Int, threads: Int) -> [WorkplaceList] {
        let anybody = Circumstances(day: day, key: 0)
        let offered = first > 0 ? (0..<workplaces).filter { ranking.eligibility.allows($0, for: anybody) } : []
        let pools = pools(runs, on: day)
        let blocks = stride(from: 0, to: offered.count, by: Self.block).map { Array(offered[$0..<min($0 + Self.block, offered.count)]) }
        let found = parallelMap(count: blocks.count, threads: threads) { nearest(of: blocks[$0], pools, first: first) }
        var lists = (0..<workplaces).map { WorkplaceList(workplace: $0, participants: [], distances: []) }
        for (places, own) in zip(blocks, found) {
            for (place, nearest) in zip(places, own) {
                lists[place] = WorkplaceList(workplace: place, participants: nearest.candidates, distances: nearest.distances)
            }
        }
        return lists
    }

    /// For every candidate the sum over the places that may list the candidate of what is shared there, in equal shares.
    ///
    /// Days, hours and abilities decide who may be listed. Journeys do not, though the core may filter by them: they differ from pair to
    /// pair, and a pool without them is larger, so that far-away people count as less seen.
    /// - Parameters:
    ///   - runs, day: as in `lists(ofRuns:on:first:threads:)`.
    ///   - amounts: what each workplace shares out.
    /// - Returns: parallel to `runs`; 0 for a run that cannot be ranked.
    package func equalShares(ofRuns runs: [Int], on day: Day, amounts: [Double]) -> [Double] {
        struct Kind: Hashable {
            let hours: Int?
            let abilities: [Bool?]
        }
        var kinds: [Kind: Int] = [:], people: [Circumstances] = [], counts: [Double] = []
        let kindOfRun = runs.map { run -> Int? in
            guard var person = candidates[run]?.person else { return nil }
            let ability = person.ability
            let kind = Kind(hours: person.hoursAvailable, abilities: [ability?.canStand, ability?.canSit, ability?.canBend, ability?.canLift])
            let number = kinds[kind] ?? people.count
            if number == people.count {
                kinds[kind] = number
                person.day = day
                person.travelMinutes = [:]
                people.append(person)
                counts.append(0)
            }
            counts[number] += 1
            return number
        }
        var shares = [Double](repeating: 0, count: people.count)
        for place in 0..<workplaces where amounts[place] > 0 {
            let admitted = people.indices.filter { ranking.eligibility.allows(place, for: people[$0]) }
            let pool = admitted.reduce(0) { $0 + counts[$1] }
            for kind in admitted { shares[kind] += amounts[place] / pool }
        }
        return kindOfRun.map { $0.map { shares[$0] } ?? 0 }
    }

    /// Workplaces that are searched together, and candidates whose distances to them are in memory at one time.
    private static let block = 64
    private static let stretch = 512

    /// Candidates whose ideal profiles are the same variant, in the order they were asked for.
    private struct Pool: Sendable {
        let variant: String
        /// With every score: the kernel takes them together.
        var complete: [Int] = []
        /// Scores of `complete`, row by row.
        var scores: [Double] = []
        /// The others, by the core's rule for missing scores.
        var others: [Int] = []
        var rows: [Int: ScoredRow] = [:]
        var people: [Int: Circumstances] = [:]
    }

    private func pools(_ runs: [Int], on day: Day) -> [Pool] {
        var pools: [String: Pool] = [:]
        for (position, run) in runs.enumerated() {
            guard let candidate = candidates[run] else { continue }
            var person = candidate.person
            person.day = day
            var pool = pools.removeValue(forKey: candidate.variant) ?? Pool(variant: candidate.variant)
            if ranking.core.core.distance == .euclidean, candidate.row.isComplete {
                pool.complete.append(position)
                pool.scores += candidate.row.scores
            } else {
                pool.others.append(position)
                pool.rows[position] = candidate.row
            }
            pool.people[position] = person
            pools[candidate.variant] = pool
        }
        return pools.sorted { precedesInBytes($0.key, $1.key) }.map(\.value)
    }

    private func nearest(of places: [Int], _ pools: [Pool], first: Int) -> [NearestCandidatesOfPlace] {
        var nearest = [NearestCandidatesOfPlace](repeating: .init(most: first), count: places.count)
        for pool in pools {
            guard let table = ranking.tables[pool.variant]?.columns(places) else { continue }
            func offer(_ distance: Double, _ candidate: Int, _ index: Int) {
                guard nearest[index].wants(distance, candidate), let person = pool.people[candidate],
                    ranking.eligibility.allows(places[index], for: person)
                else { return }
                nearest[index].insert(distance, candidate)
            }
            let asks = places.indices.map { place in ranking.core.scales.indices.contains { table.weights[$0 * table.count + place] > 0 } }
            let scales = ranking.core.scales.count
            let ones = [Double](repeating: 1, count: Self.stretch * scales)
            var squares = [Double](repeating: 0, count: Self.stretch * places.count)
            for start in stride(from: 0, to: pool.complete.count, by: Self.stretch) {
                let count = min(Self.stretch, pool.complete.count - start)
                pool.scores.withUnsafeBufferPointer { scores in
                    guard let base = scores.baseAddress else { return }
                    distance_squares(count, places.count, scales, base + start * scales, ones, table.targets, table.weights, &squares)
                }
                for row in 0..<count {
                    for index in places.indices where asks[index] && squares[row * places.count + index] <= nearest[index].limit {
                        offer(squares[row * places.count + index].squareRoot(), pool.complete[start + row], index)
                    }
                }
            }
            for candidate in pool.others {
                guard let row = pool.rows[candidate] else { continue }
                for (index, distance) in Distances.measure(row, table, core: ranking.core.core).enumerated() {
                    if let distance { offer(distance, candidate, index) }
                }
            }
        }
        return nearest
    }
}

/// The nearest candidates of one place that were seen so far.
struct NearestCandidatesOfPlace: Sendable {
    let most: Int
    private(set) var candidates: [Int] = []
    private(set) var distances: [Double] = []
    /// Squared distances above this need not be looked at: a little more than the square of the farthest, so that rounding cannot decide.
    private(set) var limit = Double.infinity

    init(most: Int) { self.most = most }

    func wants(_ distance: Double, _ candidate: Int) -> Bool {
        guard let farthest = distances.last, let last = candidates.last, candidates.count >= most else { return most > 0 }
        return (distance, candidate) < (farthest, last)
    }

    mutating func insert(_ distance: Double, _ candidate: Int) {
        var place = distances.count
        while place > 0, (distance, candidate) < (distances[place - 1], candidates[place - 1]) { place -= 1 }
        distances.insert(distance, at: place)
        candidates.insert(candidate, at: place)
        if candidates.count > most {
            distances.removeLast()
            candidates.removeLast()
        }
        if candidates.count == most, let farthest = distances.last { limit = farthest * farthest * (1 + 1e-9) }
    }
}
