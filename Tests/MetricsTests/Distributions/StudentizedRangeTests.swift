import Testing
import Metrics

@Suite struct StudentizedRangeTests {
    @Test func tailsAsDoubleIntegrals() {
        for row in Reference.studentizedRangeTails {
            let ours = StudentizedRange.survival(row[2], groups: Int(row[0]), df: row[1] < 0 ? .infinity : row[1])
            #expect(Reference.error(ours, row[3]) < 1e-10, "\(row) \(ours)")
        }
    }

    /// Two groups: the range is sqrt(2) |t|.
    @Test func twoGroupsAreStudent() {
        for df in [1, 2.5, 10, 300, 20_000] {
            for q in [0.3, 2, 4.5, 11] {
                let t = StudentT.twoSided(q / 2.0.squareRoot(), df: df)
                #expect(Reference.error(StudentizedRange.survival(q, groups: 2, df: df), t) < 1e-10, "\(df) \(q)")
            }
        }
    }

    @Test func quantilesInvert() {
        for (groups, df, level) in [(3, 10.0, 0.95), (6, 694, 0.99), (4, 3, 0.9), (8, .infinity, 0.95), (12, 25, 0.05)] {
            let q = StudentizedRange.quantile(level, groups: groups, df: df)
            #expect(abs(StudentizedRange.cdf(q, groups: groups, df: df) - level) < 1e-12)
        }
        // A figure of every printed table (3.877), here as scipy has it.
        #expect(abs(StudentizedRange.quantile(0.95, groups: 3, df: 10) - 3.876776750013) < 1e-10)
    }

    @Test func edges() {
        #expect(StudentizedRange.survival(0, groups: 3, df: 5) == 1 && StudentizedRange.survival(.infinity, groups: 3, df: 5) == 0)
        #expect(StudentizedRange.survival(1, groups: 1, df: 5).isNaN && StudentizedRange.survival(1, groups: 3, df: 0.5).isNaN)
        #expect(StudentizedRange.quantile(0, groups: 3, df: 5) == 0 && StudentizedRange.quantile(1, groups: 3, df: 5) == .infinity)
        #expect(StudentizedRange.quantile(1.1, groups: 3, df: 5).isNaN)
    }
}
