import Cohort
import Metrics

/// Makes the lists of one participant for many possible scores.
struct RedrawnLists {
    /// What one participant's lists follow from.
    struct Person {
        let row: ScoredRow
        let circumstances: Circumstances
        let language: String
        /// The list of the recorded scores, whole.
        let observed: ReplayedList
    }

    /// As asked, and without a limit to the length of a list: what stands beyond it is compared against.
    let core: FrozenCore
    let limit: Int?
    private let ranking: PlaceRanking
    private let table: ScoreTable
    private let circumstances: RunCircumstances
    private let runs: [MatchRun]

    init(snapshot: Snapshot, core: RankingCore) throws(ReplayError) {
        limit = core.top
        var open = core
        open.top = nil
        self.core = try FrozenCore(open, snapshot: snapshot)
        ranking = try PlaceRanking(self.core, market: Market(snapshot))
        table = try ScoreTable(self.core, snapshot: snapshot)
        circumstances = RunCircumstances(snapshot, filters: core.filters)
        runs = snapshot.runs
    }

    /// `nil` when the run has no list.
    func person(run: Int) -> Person? {
        guard let row = table[runs[run].assessmentId], let (person, language) = circumstances.of(runs[run]) else { return nil }
        let observed = ranking.list(row, person, language: language, top: nil)
        return observed.workplaces.isEmpty ? nil : Person(row: row, circumstances: person, language: language, observed: observed)
    }

    /// The codes of the scales on which a participant has a score.
    func measured(_ person: Person) -> [String] {
        zip(core.scales, person.row.present).filter { $0.1 == 1 }.map(\.0.code)
    }

    /// Scaled score per point of the score, per scale.
    func scaledPerPoint(_ person: Person) throws(ReplayError) -> [Double] {
        var factors: [Double] = []
        for scale in core.scales { factors.append(1 / (try scale.participants.scale(forLanguage: person.language, core: core.core)).spread) }
        return factors
    }

    /// The places on a participant's list, as the kernel reads them. For Euclidean distances, in which no score moves a place on or off the list.
    func candidates(_ person: Person) -> CandidatePlaces {
        // In the order of the snapshot, not of the list: neighbours in memory are neighbours here.
        let places = person.observed.workplaces.sorted()
        let asked = places.map { ranking.asked(by: $0, language: person.language) ?? ([], []) }
        let scales = core.scales.indices
        let factors = asked.map { place -> Double in
            guard core.core.missingValues == .skipAndRescale else { return 1 }
            var counted = 0.0, missing = 0.0
            for scale in scales {
                if person.row.present[scale] == 1 { counted += place.weights[scale] } else { missing += place.weights[scale] }
            }
            return missing > 0 ? (counted + missing) / counted : 1
        }
        let ties = ranking.positions(for: person.circumstances)
        return CandidatePlaces(
            places: places, targets: scales.flatMap { scale in asked.map { $0.targets[scale] } },
            weights: scales.flatMap { scale in asked.map { $0.weights[scale] } }, factors: factors, tiePositions: places.map { ties[$0] })
    }

    /// 1 for each scale that counts in the sum: with a score of its own, or with the mean that stands in.
    func counts(_ person: Person) -> [Double] {
        core.core.missingValues == .mean ? [Double](repeating: 1, count: person.row.present.count) : person.row.present
    }

    /// - Parameters:
    ///   - key: of the participant, for the draws.
    ///   - error: standard error of measurement of a scale, in points of the score.
    func agreement(
        _ person: Person, settings: ListStability.Settings, key: UInt64, error: (String) -> Double
    ) throws(ReplayError) -> RedrawnAgreement {
        // Somebody with a list has at least one place on it.
        let depth = max(1, min(settings.depth, limit ?? settings.depth, person.observed.workplaces.count))
        let rows = try rows(person, settings: settings, key: key, error: error)
        let drawn = isSquared(person)
            ? squaredLists(person, rows: rows, draws: settings.draws, depth: depth) : anyLists(person, rows: rows, draws: settings.draws, depth: depth)
        return RedrawnAgreement(observed: Array(person.observed.workplaces.prefix(depth)), drawn: drawn, draws: settings.draws)
    }

    /// Whether the distances are those of the kernel.
    func isSquared(_ person: Person) -> Bool {
        core.core.distance == .euclidean && (core.core.missingValues != .worst || person.row.isComplete)
    }

    /// draws x scales: scaled scores. What stands in for a missing score stays.
    private func rows(
        _ person: Person, settings: ListStability.Settings, key: UInt64, error: (String) -> Double
    ) throws(ReplayError) -> [Double] {
        let perPoint = try scaledPerPoint(person)
        let scales = core.scales.count, draws = settings.draws
        var rows = [Double](repeating: 0, count: draws * scales)
        for (index, scale) in core.scales.enumerated() {
            let centre = person.row.scores[index]
            let spread = person.row.present[index] == 1 ? error(scale.code) * perPoint[index] : 0
            let seed = NormalDraw.seed(settings.seed, scale: scale.code)
            for draw in 0..<draws {
                rows[draw * scales + index] = spread == 0 ? centre : centre + spread * NormalDraw.value(seed: seed, participant: key, draw: draw)
            }
        }
        return rows
    }

    /// Euclidean distances, many lists at a time.
    func squaredLists(_ person: Person, rows: [Double], draws: Int, depth: Int) -> [Int] {
        let candidates = candidates(person)
        return NearestCandidates(candidates, depth: depth).lists(rows: rows, count: draws, present: counts(person)).map { candidates.places[$0] }
    }

    /// Any distance, list by list. A draw for which fewer places have a distance (a flat profile has no shape) is filled up with no place.
    func anyLists(_ person: Person, rows: [Double], draws: Int, depth: Int) -> [Int] {
        var lists: [Int] = []
        lists.reserveCapacity(draws * depth)
        var row = person.row
        let scales = core.scales.count
        for draw in 0..<draws {
            row.scores = Array(rows[draw * scales..<(draw + 1) * scales])
            let own = ranking.list(row, person.circumstances, language: person.language, top: depth).workplaces.prefix(depth)
            lists += own + [Int](repeating: RedrawnAgreement.noPlace, count: depth - own.count)
        }
        return lists
    }
}
