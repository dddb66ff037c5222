import Testing
import Metrics

@Suite struct CalibrationBinsTests {
    private func counts(_ predicted: [Double], _ bins: CalibrationBins) throws -> [Int] {
        try ReliabilityTable(predicted: predicted, outcomes: predicted.map { _ in true }, bins: bins).rows.map(\.observed.count)
    }

    @Test func edgesBelongToTheUpperBinAndTheLastIsClosed() throws {
        #expect(try counts([0, 0.25, 0.5, 0.5, 1], .equalWidth(2)) == [2, 3])
        #expect(try counts([0.1, 0.2, 0.3], .edges([0.1, 0.2, 0.3])) == [1, 2])
    }

    @Test func equalCountsKeepEqualPredictionsTogether() throws {
        #expect(try counts([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], .equalCounts(3)) == [2, 2, 2])
        #expect(try counts([0.6, 0.1, 0.4, 0.2, 0.5, 0.3], .equalCounts(3)) == [2, 2, 2])
        #expect(try counts([0.1, 0.2, 0.2, 0.2, 0.2, 0.3], .equalCounts(3)) == [5, 1])
        #expect(try counts([0.2, 0.2, 0.2], .equalCounts(3)) == [3])
        #expect(try counts([0.2, 0.4], .equalCounts(5)) == [1, 1])
    }

    @Test func undefinedBins() {
        for bins in [CalibrationBins.equalWidth(0), .equalCounts(0), .edges([0.5]), .edges([0, 0.5, 0.5]), .edges([0.2, 1]), .edges([0, .nan])] {
            #expect(throws: Undefined.outsideRange) { try counts([0.1, 0.9], bins) }
        }
    }
}
