import Testing
import Metrics

@Suite struct EquivalenceTestTests {
    @Test("V63 two one-sided tests of rates") func twoOneSided() throws {
        let large = try EquivalenceTest.agrestiCaffoDifference(
            groupEvents: 300, groupTotal: 1_000, referenceEvents: 310, referenceTotal: 1_000, low: -0.05, high: 0.05)
        #expect(Reference.error(large.pValue, 0.0258864683) < 1e-9 && large.isEquivalent())
        let small = try EquivalenceTest.agrestiCaffoDifference(
            groupEvents: 30, groupTotal: 100, referenceEvents: 31, referenceTotal: 100, low: -0.05, high: 0.05)
        #expect(Reference.error(small.pValue, 0.2671812679) < 1e-9 && !small.isEquivalent())
        let ratio = try EquivalenceTest.logRatio(
            groupEvents: 300, groupTotal: 1_000, referenceEvents: 310, referenceTotal: 1_000, low: 0.8, high: 1.25)
        #expect(Reference.error(ratio.pValue, 0.0024074654) < 3e-8 && ratio.isEquivalent())
    }

    @Test func ratesAsElsewhere() throws {
        for row in Reference.equivalentRates {
            let test = switch row[0] {
            case 0: try EquivalenceTest.agrestiCaffoDifference(
                groupEvents: row[1], groupTotal: row[2], referenceEvents: row[3], referenceTotal: row[4], low: row[5], high: row[6])
            case 1: try EquivalenceTest.difference(
                of: MiettinenNurminen(groupEvents: row[1], groupTotal: row[2], referenceEvents: row[3], referenceTotal: row[4]),
                low: row[5], high: row[6])
            default: try EquivalenceTest.logRatio(
                groupEvents: row[1], groupTotal: row[2], referenceEvents: row[3], referenceTotal: row[4], low: row[5], high: row[6])
            }
            #expect(Reference.error(test.pLow, row[7]) < 1e-8 && Reference.error(test.pHigh, row[8]) < 1e-8, "\(row) \(test.pLow) \(test.pHigh)")
        }
    }

    /// The score test at a margin needs the most likely rates that differ by it; statsmodels 0.15.0 gives 5.3494e-6 here.
    @Test func statsmodelsScoreTestAtAMarginIsNotReproduced() throws {
        let rates = try MiettinenNurminen(groupEvents: 300, groupTotal: 1_000, referenceEvents: 310, referenceTotal: 1_000)
        let test = try EquivalenceTest.difference(of: rates, low: -0.1, high: 0.1)
        #expect(Reference.error(test.pLow, 5.94603421e-6) < 1e-7)
    }

    @Test func meansAsElsewhere() throws {
        for rows in Reference.cases(Reference.equivalentMeans) {
            let (first, second, expected) = (rows.map { $0[1] }, rows.map { $0[2] }, rows[0][3...].map { $0 })
            let welch = try EquivalenceTest.difference(of: WelchDifference(group: first, reference: second), low: -0.5, high: 0.5)
            let paired = try EquivalenceTest.pairedDifference(zip(first, second).map { $1 - $0 }, low: -0.4, high: 0.4)
            let ratio = try EquivalenceTest.ratio(group: first, reference: second, low: 0.8, high: 1.25)
            let pairedRatio = try EquivalenceTest.pairedRatio(first: first, second: second, low: 0.8, high: 1.25)
            let ours = [welch, paired, ratio, pairedRatio].flatMap { [$0.pLow, $0.pHigh] }
            for (a, b) in zip(ours, expected) { #expect(Reference.error(a, b) < 1e-9, "\(a) \(b)") }
        }
    }

    /// At a true difference on the margin at most one in twenty is called equivalent (plus the score test's own excess).
    @Test func falseEquivalenceAtTheMargin() throws {
        let (n1, n0, low, rate) = (150, 400, -0.1, 0.3)
        let first = (0...n1).map { Binomial.pmf($0, n: n1, p: rate + low) }
        let second = (0...n0).map { Binomial.pmf($0, n: n0, p: rate) }
        var size = 0.0
        for x1 in 0...n1 where first[x1] > 1e-7 {
            for x0 in 0...n0 where second[x0] > 1e-7 {
                let rates = try MiettinenNurminen(groupEvents: Double(x1), groupTotal: Double(n1), referenceEvents: Double(x0), referenceTotal: Double(n0))
                if try EquivalenceTest.difference(of: rates, low: low, high: -low).isEquivalent() { size += first[x1] * second[x0] }
            }
        }
        #expect(size > 0.03 && size < 0.055, "\(size)")
    }

    @Test func undefinedNeverPasses() throws {
        #expect(throws: Undefined.zeroVariance) { try EquivalenceTest.pairedDifference([0, 0, 0], low: -1, high: 1) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try EquivalenceTest.pairedDifference([0], low: -1, high: 1) }
        #expect(throws: Undefined.zeroDenominator) {
            try EquivalenceTest.logRatio(groupEvents: 0, groupTotal: 50, referenceEvents: 3, referenceTotal: 40, low: 0.8, high: 1.25)
        }
        #expect(throws: Undefined.zeroVariance) {
            try EquivalenceTest.logRatio(groupEvents: 50, groupTotal: 50, referenceEvents: 40, referenceTotal: 40, low: 0.8, high: 1.25)
        }
        #expect(throws: Undefined.noObservations) {
            try EquivalenceTest.agrestiCaffoDifference(groupEvents: 0, groupTotal: 0, referenceEvents: 3, referenceTotal: 40, low: -0.1, high: 0.1)
        }
        #expect(throws: Undefined.outsideRange) {
            try EquivalenceTest(basis: "z", count: 3, estimate: 0, standardError: 1, low: 1, high: -1)
        }
        #expect(throws: Undefined.zeroVariance) { try EquivalenceTest(basis: "z", count: 3, estimate: 0, standardError: .nan, low: -1, high: 1) }
        #expect(throws: Undefined.notFinite) { try EquivalenceTest(basis: "z", count: 3, estimate: .nan, standardError: 1, low: -1, high: 1) }
        #expect(throws: Undefined.zeroDenominator) { try EquivalenceTest.ratio(group: [1, 2], reference: [-1, 0], low: 0.8, high: 1.25) }
        #expect(throws: Undefined.unequalLengths) { try EquivalenceTest.pairedRatio(first: [1], second: [1, 2], low: 0.8, high: 1.25) }
    }
}
