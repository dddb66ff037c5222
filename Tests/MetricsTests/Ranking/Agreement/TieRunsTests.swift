import Testing

@testable import Metrics

@Suite struct TieRunsTests {
    /// Runs of 3, 1 and 2: t(t-1)/2 = 3 + 1, t(t-1)(2t+5) = 66 + 18, t(t-1)(t-2) = 6.
    @Test func sumsOverRuns() {
        let runs = TieRuns([1, 1, 1, 2, 5, 5])
        #expect(runs.pairs == 4 && runs.cubic == 84 && runs.triples == 6)
    }

    @Test func withoutTiesAllAreZero() {
        for values in [[], [1], [1, 2, 3]] as [[Double]] {
            let runs = TieRuns(values)
            #expect(runs.pairs == 0 && runs.cubic == 0 && runs.triples == 0)
        }
    }
}
