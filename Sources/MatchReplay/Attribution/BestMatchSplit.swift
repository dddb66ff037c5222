import Cohort
import Metrics

/// Level, spread and shape of the squared distance between one person and the first place on that person's list.
package struct BestMatchSplit: Sendable {
    private let core: RankingCore
    private let runs: [MatchRun]
    private let ranking: PlaceRanking
    private let people: ScoreTable
    private let circumstances: RunCircumstances

    package init(_ input: ReplayInput) throws(ReplayError) {
        core = input.core
        runs = input.snapshot.runs
        ranking = try PlaceRanking(FrozenCore(input.core, snapshot: input.snapshot), market: Market(input.snapshot))
        people = try ScoreTable(ranking.core, snapshot: input.snapshot)
        circumstances = RunCircumstances(input.snapshot, filters: input.core.filters)
    }

    /// `nil` for an empty list.
    func parts(ofRun run: Int) throws(AttributionError) -> LevelSpreadShapeGap.Parts? {
        guard let row = people[runs[run].assessmentId], let (person, language) = circumstances.of(runs[run]) else { return nil }
        return try parts(ofRun: run, best: ranking.list(row, person, language: language, top: 1).workplaces.first)
    }

    /// - Parameter best: the first place of that run's list, where it is known already.
    package func parts(ofRun run: Int, best: Int?) throws(AttributionError) -> LevelSpreadShapeGap.Parts? {
        guard let row = people[runs[run].assessmentId], let (_, language) = circumstances.of(runs[run]), let best,
            let asked = ranking.asked(by: best, language: language)
        else { return nil }
        // A mean that stands in for a missing score counts in the distance; any other missing score does not.
        let counts = core.missingValues == .mean ? row.present.map { _ in 1.0 } : row.present
        let weights = zip(asked.weights, counts).map { $0 * $1 }
        let total = asked.weights.reduce(0, +), counted = weights.reduce(0, +)
        let factor = core.missingValues == .skipAndRescale && counted > 0 ? total / counted : 1
        do throws(Undefined) {
            let split = try LevelSpreadShape(row.scores, asked.targets, weights: weights)
            return .init(level: factor * split.level, spread: factor * split.spread, shape: factor * split.shape)
        } catch { throw .undefined(error) }
    }
}
