import Testing
import Metrics

@Suite struct QuarterlySpendingTests {
    @Test func theYearAddsUp() throws {
        let spending = try QuarterlySpending()
        let parts = (1...4).map { spending.alpha(quarter: $0, reportedEarlier: Set(1..<$0)) }
        #expect(zip(parts, [0.0001, 0.0055, 0.0181, 0.0263]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(abs(parts.reduce(0, +) - 0.05) < 1e-15)
    }

    @Test func aQuarterWithoutReportCarriesOver() throws {
        let spending = try QuarterlySpending()
        #expect(abs(spending.alpha(quarter: 4, reportedEarlier: []) - 0.05) < 1e-15)
        #expect(abs(spending.alpha(quarter: 3, reportedEarlier: [1]) - 0.0236) < 1e-15)
        #expect(abs(spending.alpha(quarter: 4, reportedEarlier: [2]) - 0.0444) < 1e-15)
    }

    /// Whatever the pattern of reports, a year never spends more than its alpha.
    @Test(arguments: 1..<16)
    func noPatternSpendsMore(_ pattern: Int) throws {
        let spending = try QuarterlySpending()
        let reported = (1...4).filter { pattern & (1 << ($0 - 1)) != 0 }
        let sum = reported.reduce(0) { $0 + spending.alpha(quarter: $1, reportedEarlier: Set(reported)) }
        #expect(sum <= 0.05 + 1e-15)
    }

    @Test func scalesAndRefuses() throws {
        #expect(abs(try QuarterlySpending(total: 0.01).alpha(quarter: 1, reportedEarlier: []) - 0.00002) < 1e-18)
        #expect(try QuarterlySpending().alpha(quarter: 5, reportedEarlier: []) == 0)
        #expect(throws: Undefined.outsideRange) { try QuarterlySpending(total: 0) }
    }
}
