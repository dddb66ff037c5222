import Testing
import Metrics

@Suite struct BrierScoreTests {
    @Test("V58 Brier score of eight people")
    func brier() throws {
        let score = try BrierScore(predicted: CalibrationExample.predicted, outcomes: CalibrationExample.outcomes)
        #expect(abs(score.estimate - 0.175) < 1e-15)
        #expect(score.count == 8)
        let interval = try score.interval(level: 0.95)
        #expect(interval.low >= 0 && interval.low < 0.175 && interval.high > 0.175)
    }

    @Test func agreesWithScikitLearn() throws {
        let score = try BrierScore(
            predicted: Reference.calibrationPeople.map { $0[0] }, outcomes: Reference.calibrationPeople.map { $0[1] == 1 })
        #expect(Reference.error(score.estimate, Reference.recalibration[3][1]) < 1e-13)
    }

    @Test func extremes() throws {
        #expect(try BrierScore(predicted: [1, 0], outcomes: [true, false]).estimate == 0)
        #expect(try BrierScore(predicted: [1, 0], outcomes: [false, true]).estimate == 1)
        #expect(throws: Undefined.zeroVariance) { try BrierScore(predicted: [1, 0], outcomes: [false, true]).interval(level: 0.95) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) {
            try BrierScore(predicted: [0.3], outcomes: [true]).interval(level: 0.95)
        }
    }

    /// Scores of 7214 people by race, sex and age; a decile over ten is no probability, so this checks arithmetic only.
    @Test func deciles() throws {
        let rows = try SharedData.rows("data/compas_two_years/compas.csv")
        for figure in try ReferenceFigure.all() where figure.metric == "brier_decile_over_10" {
            let parts = figure.group.split(separator: "=", maxSplits: 1).map(String.init)
            let people = rows.filter { $0[parts[0]] == parts[1] }
            let score = try BrierScore(
                predicted: people.compactMap { Double($0["decile_score"] ?? "") }.map { $0 / 10 },
                outcomes: people.map { $0["two_year_recid"] == "1" })
            #expect(figure.agrees(with: score.estimate), "\(figure)")
        }
    }
}
