import Testing
import Metrics

@Suite struct ReliabilityTableTests {
    private func error(_ bins: CalibrationBins) throws -> CalibrationError {
        try ReliabilityTable(
            predicted: CalibrationExample.predicted, outcomes: CalibrationExample.outcomes, bins: bins).calibrationError
    }

    @Test("V58 the calibration error depends on the bins: none with two, .15 with four")
    func dependsOnBins() throws {
        #expect(try error(.equalWidth(2)).estimate < 1e-15)
        #expect(abs(try error(.equalWidth(4)).estimate - 0.15) < 1e-15)
        #expect(abs(try error(.equalCounts(4)).estimate - 0.15) < 1e-15)
        #expect(abs(try error(.equalWidth(4)).largest - 0.15) < 1e-15)
        #expect(try error(.equalWidth(2)).bins == .equalWidth(2))
        #expect(throws: Undefined.noSamplingModel) { try error(.equalWidth(2)).interval(level: 0.95) }
    }

    @Test func rowsSayWhatIsInThem() throws {
        let table = try ReliabilityTable(
            predicted: [0.9, 0.12, 0.18, 0.15], outcomes: [true, false, true, false], bins: .equalWidth(10))
        #expect(table.rows.count == 2 && table.count == 4)
        #expect(table.rows[0].low == 0.1 && table.rows[0].high == 0.2)
        #expect(abs(table.rows[0].meanPredicted - 0.15) < 1e-15)
        #expect(table.rows[0].observed.events == 1 && table.rows[0].observed.total == 3)
        let counted = try ReliabilityTable(
            predicted: [0.9, 0.12, 0.18, 0.15], outcomes: [true, false, true, false], bins: .equalCounts(2))
        #expect(counted.rows[0].low == 0.12 && counted.rows[0].high == 0.15)
    }

    @Test func theWorstPredictionsAreFarFromPerfect() throws {
        let table = try ReliabilityTable(predicted: [0, 0, 1, 1], outcomes: [true, true, false, false], bins: .equalWidth(10))
        #expect(table.calibrationError.estimate == 1)
    }

    /// Rate of return to crime per decile, two groups.
    @Test func observedRatesByDecile() throws {
        let rows = try SharedData.rows("data/compas_two_years/compas.csv")
        for race in ["African-American", "Caucasian"] {
            let people = rows.filter { $0["race"] == race }
            let table = try ReliabilityTable(
                predicted: people.compactMap { Double($0["decile_score"] ?? "") }.map { $0 / 10 },
                outcomes: people.map { $0["two_year_recid"] == "1" }, bins: .edges((0...10).map { 0.05 + Double($0) / 10 }))
            #expect(table.rows.count == 10)
            for (index, row) in table.rows.enumerated() {
                let expected = try SharedData.figure("compas_two_years", "calibration_observed_rate", "race=\(race) decile=\(index + 1)")
                #expect(abs(row.observed.estimate - expected) < 1e-11)
            }
        }
    }
}
