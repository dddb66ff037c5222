import Testing
import Metrics

@Suite struct FisherExactTests {
    @Test func agreesWithScipy() throws {
        for row in Reference.fisherTables {
            let p = try FisherExact(a: Int(row[0]), b: Int(row[1]), c: Int(row[2]), d: Int(row[3])).pValue
            // Beyond 1e-12 relative scipy's own hypergeometric terms are the limit for large tables.
            #expect(Reference.error(p, row[4]) < 1e-9, "\(row)")
        }
    }

    /// Agresti, Categorical Data Analysis: the lady tasting tea, p = 0.4857 (R fisher.test prints the same).
    @Test func ladyTastingTea() throws {
        #expect(abs(try FisherExact(a: 3, b: 1, c: 1, d: 3).pValue - 34.0 / 70) < 1e-15)
    }

    @Test func realDataCallbacks() throws {
        let rows = try SharedData.rows("data/resume_callbacks/resume.csv")
        func count(_ race: String, _ callback: String) -> Int {
            rows.count { $0["race"] == race && $0["received_callback"] == callback }
        }
        let test = try FisherExact(
            a: count("black", "1"), b: count("black", "0"), c: count("white", "1"), d: count("white", "0"))
        #expect(try Reference.error(test.pValue, SharedData.figure("resume_callbacks", "callback_fisher_exact_p", "race")) < 1e-10)
    }

    /// By enumeration: an exact test rejects a true hypothesis at most 5 % of the time, at any rate.
    @Test func neverAboveNominal() throws {
        let (n1, n0) = (12, 25)
        let rejected = try (0...n1).map { a in try (0...n0).map { c in try FisherExact(a: a, b: n1 - a, c: c, d: n0 - c).pValue <= 0.05 } }
        for percent in stride(from: 2, to: 99, by: 4) {
            let p = Double(percent) / 100
            var error = 0.0
            for a in 0...n1 {
                for c in 0...n0 where rejected[a][c] { error += Binomial.pmf(a, n: n1, p: p) * Binomial.pmf(c, n: n0, p: p) }
            }
            #expect(error <= 0.05, "p \(p)")
        }
    }

    /// Less probable tables and half of those exactly as probable, in whole numbers.
    @Test func midPAgreesWithWholeNumbers() throws {
        for row in Reference.unconditionalTests {
            let (x1, n1, x0, n0) = (Int(row[0]), Int(row[1]), Int(row[2]), Int(row[3]))
            let test = try FisherExact(a: x1, b: n1 - x1, c: x0, d: n0 - x0)
            #expect(Reference.error(test.midP, row[4]) < 1e-12)
            #expect(test.midP < test.pValue)
        }
    }

    @Test func oneSidedTailsOverlapInTheObservedTable() throws {
        let test = try FisherExact(a: 3, b: 1, c: 1, d: 3)
        #expect(abs(test.pHigher - 17.0 / 70) < 1e-15 && abs(test.pLower - 69.0 / 70) < 1e-15)
        #expect(abs(test.midP - (2 + 16) / 70.0) < 1e-15)
        #expect(try test.oddsRatio() == 9 && test.statistic == 3 && test.count == 8)
        #expect(try FisherExact(a: 3, b: 0, c: 1, d: 3).oddsRatio() == .infinity)
        #expect(throws: Undefined.zeroDenominator) { try FisherExact(a: 3, b: 0, c: 3, d: 0).oddsRatio() }
    }

    @Test func edges() throws {
        #expect(try FisherExact(a: 0, b: 5, c: 0, d: 9).pValue == 1)
        #expect(throws: Undefined.outsideRange) { try FisherExact(a: -1, b: 5, c: 0, d: 9) }
        #expect(throws: Undefined.noObservations) { try FisherExact(a: 0, b: 0, c: 3, d: 9) }
    }
}
