import Testing
import Metrics

@Suite struct PairedMeanChangeTests {
    static let levels = [0.5, 0.9, 0.95, 0.998]

    /// Values of the people of a case, in the last column.
    static func people(_ rows: [[Double]], _ number: Double) -> [Double] { rows.filter { $0[0] == number }.map { $0.last! } }

    @Test func agreesWithRAndTheRootOfTheCubic() throws {
        for expected in Reference.pairedMeanLimits {
            let values = Self.people(Reference.pairedMeanPeople, expected[0])
            let change = try PairedMeanChange(ChangeSums(values))
            #expect(Reference.error(change.skewness, expected[1], floor: 1) < 1e-9, "case \(expected[0])")
            // Changes of 4 +- .1 lose seven digits of their third moment in the sums; a statistic of 200 shows it.
            #expect(Reference.error(change.statistic, expected[2], floor: 1) < 1e-8, "case \(expected[0])")
            // Of Hall's and plain t's the larger p and the wider limit; plain t is held to scipy by `StudentTTests`.
            let plain = StudentT.survival(change.estimate / change.standardError, df: Double(values.count - 1))
            #expect(Reference.error(change.pAboveZero, max(plain, expected[3]), floor: 1e-12) < 1e-8, "case \(expected[0])")
            for (index, level) in Self.levels.enumerated() {
                let half = StudentT.quantile(level, df: Double(values.count - 1)) * change.standardError
                let lower = min(change.estimate - half, expected[4 + index]), upper = max(change.estimate + half, expected[8 + index])
                #expect(Reference.error(change.lower(level: level), lower, floor: 1) < 1e-10, "case \(expected[0])")
                #expect(Reference.error(change.upper(level: level), upper, floor: 1) < 1e-10, "case \(expected[0])")
            }
        }
    }

    @Test func withoutSkewnessItIsTheOrdinaryT() throws {
        let values = [-0.4, -0.2, 0, 0.2, 0.4, 0.9, -0.9]
        let change = try PairedMeanChange(ChangeSums(values))
        #expect(abs(change.skewness) < 1e-15)
        let half = StudentT.quantile(0.95, df: 6) * change.standardError
        #expect(abs(change.upper(level: 0.95) - half) < 1e-12 && abs(change.lower(level: 0.95) + half) < 1e-12)
        #expect(abs(change.pAboveZero - 0.5) < 1e-12)
    }

    /// One person of a hundred lost everything: Hall's upper limit stays above that of plain t, and the cubic has its triple point in range.
    @Test func extremeSkewnessIsFinite() throws {
        let change = try PairedMeanChange(ChangeSums([1] + Array(repeating: 0, count: 99)))
        #expect(change.skewness > 9.8)
        let plain = change.estimate + StudentT.quantile(0.95, df: 99) * change.standardError
        #expect(change.lower(level: 0.95) <= 2 * change.estimate - plain + 1e-12)
        #expect(change.upper(level: 0.95) > plain)
        for level in [1e-9, 0.001, 0.5, 0.999, 1 - 1e-9] {
            #expect(change.lower(level: level).isFinite && change.upper(level: level).isFinite)
            #expect(change.lower(level: level) <= change.upper(level: 1 - level) + 1e-9)
        }
    }

    @Test func limitsOpenWithTheLevelAndPIsDual() throws {
        for expected in Reference.pairedMeanLimits {
            let change = try PairedMeanChange(ChangeSums(Self.people(Reference.pairedMeanPeople, expected[0])))
            let levels = [0.01, 0.2, 0.5, 0.8, 0.95, 0.998, 0.99998]
            for (smaller, larger) in zip(levels, levels.dropFirst()) {
                #expect(change.lower(level: larger) <= change.lower(level: smaller) && change.upper(level: larger) >= change.upper(level: smaller))
            }
            for level in levels where abs(change.pAboveZero - (1 - level)) > 1e-9 {
                #expect((change.lower(level: level) > 0) == (change.pAboveZero < 1 - level))
            }
        }
    }

    /// A level of 1 excludes nothing, one of 0 everything, and what is no level gives no number to decide by.
    @Test func levelsAtTheEdge() throws {
        let change = try PairedMeanChange(ChangeSums([0.1, 0.3, -0.2, 0.4, 0]))
        #expect(change.lower(level: 1) == -.infinity && change.upper(level: 1) == .infinity)
        #expect(change.lower(level: 0) == .infinity && change.upper(level: 0) == -.infinity)
        #expect(change.lower(level: 1.5).isNaN && change.upper(level: -0.5).isNaN)
        #expect(!(change.upper(level: .nan) < 0.1) && !(change.lower(level: .nan) > 0))
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try PairedMeanChange(ChangeSums([])) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try PairedMeanChange(ChangeSums([0.2])) }
        #expect(throws: Undefined.zeroVariance) { try PairedMeanChange(ChangeSums([0, 0, 0])) }
        // .6 - .4 and .2 - 0 differ in their last bit, and that is no spread.
        #expect(throws: Undefined.zeroVariance) { try PairedMeanChange(ChangeSums([0.6 - 0.4, 0.2, 0.2, 0.8 - 0.6])) }
        #expect(throws: Undefined.notFinite) { try PairedMeanChange(ChangeSums([0, .nan, 0.2])) }
        #expect(throws: Undefined.notFinite) { try PairedMeanChange(ChangeSums([0, .infinity, 0.2])) }
        #expect(throws: Undefined.notFinite) { try PairedMeanChange(ChangeSums([0, 1e120, 0.2])) }
    }

    @Test func sumsTakeApart() {
        let everybody = ChangeSums([0.5, -0.25, 1, 0, 0.75]), part = ChangeSums([1, 0])
        #expect(everybody.without(part) == ChangeSums([0.5, -0.25, 0.75]))
        #expect(ChangeSums([0.5]).sampleVariance == nil && ChangeSums([0.5, 0.5]).skewness == 0)
    }
}
