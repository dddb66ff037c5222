import Testing
import Metrics

@Suite struct BoundedMeanDifferenceTests {
    /// Same sums, same score error; half a person off the distance, in the p and in the limits.
    @Test func zeroOneDataAreTheRatesWithYatesCorrection() throws {
        let bounded = try BoundedMeanDifference(group: [1, 0, 1, 1, 0], reference: [0, 0, 1, 0, 0, 0, 0])
        let rates = try MiettinenNurminen(groupEvents: 3, groupTotal: 5, referenceEvents: 1, referenceTotal: 7)
        #expect(bounded.estimate == rates.estimate && bounded.standardError == rates.standardError)
        // Yates' chi-squared of the table 3 2 / 1 6 is 12 (|18 - 2| - 6)^2 / (4 8 5 7) = 1.0714; the score divides by 12/11 more.
        let chi = 12.0 * 10 * 10 / 1_120 * 11 / 12
        #expect(abs(bounded.pValue - Normal.twoSided(chi.squareRoot())) < 1e-14)
        #expect(bounded.pValue > rates.pValue)
        let (wide, narrow) = (bounded.interval(level: 0.95), rates.interval(level: 0.95))
        #expect(wide.low < narrow.low && wide.high > narrow.high)
        #expect(type(of: bounded).method == "miettinen_nurminen_on_sums")
    }

    @Test func halfAPersonIsNoDifference() throws {
        #expect(try BoundedMeanDifference(group: [0.5, 0], reference: [0, 0, 0]).pValue == 1)
        #expect(try BoundedMeanDifference(group: [1, 1], reference: [0]).interval(level: 0.95).high == 1)
        #expect(try BoundedMeanDifference(group: [0], reference: [1, 1]).interval(level: 0.95).low == -1)
    }

    /// One person with a one among ten, nobody or next to nobody among many: without the correction that alone was "shown" (p = .016).
    @Test func onePersonAmongTenShowsNothing() throws {
        let group = [1.0] + [Double](repeating: 0, count: 9)
        let reference = [Double](repeating: 1, count: 8) + [Double](repeating: 0, count: 592)
        #expect(try MiettinenNurminen(groupEvents: 1, groupTotal: 10, referenceEvents: 8, referenceTotal: 600).pValue < 0.03)
        #expect(try BoundedMeanDifference(group: group, reference: reference).pValue > 0.3)
    }

    /// Exact: every pair of counts with its binomial chance, 0/1 values, no difference. At most 5 % everywhere (and 0.625 % at the
    /// level of a Holm family of eight); without the correction up to 10 %.
    @Test(arguments: [(10, 100), (20, 100), (30, 120)])
    func typeOneErrorByEnumeration(_ n: Int, _ m: Int) throws {
        func people(_ ones: Int, of total: Int) -> [Double] { (0..<total).map { $0 < ones ? 1 : 0 } }
        let values = try (0...n).map { k in
            try (0...m).map { try BoundedMeanDifference(group: people(k, of: n), reference: people($0, of: m)).pValue }
        }
        for level in [0.05, 0.00625] {
            var worst = 0.0
            for p in Array(stride(from: 0.002, to: 0.05, by: 0.002)) + Array(stride(from: 0.05, through: 0.5, by: 0.025)) {
                let (first, second) = ((0...n).map { Binomial.pmf($0, n: n, p: p) }, (0...m).map { Binomial.pmf($0, n: m, p: p) })
                var rejected = 0.0
                for k in 0...n { for l in 0...m where values[k][l] < level { rejected += first[k] * second[l] } }
                worst = max(worst, rejected)
            }
            #expect(worst <= level && worst > level / 10, "\(worst) at \(level)")
            print("ENUMERATED | bounded means of 0/1 values, worst type I over p at \(level) | \(n) against \(m) | \(worst)")
        }
    }

    @Test func valuesOutsideAreRefused() {
        #expect(throws: Undefined.outsideRange) { try BoundedMeanDifference(group: [1.01], reference: [0]) }
        #expect(throws: Undefined.outsideRange) { try BoundedMeanDifference(group: [0.5], reference: [-0.1]) }
        #expect(throws: Undefined.notFinite) { try BoundedMeanDifference(group: [.nan], reference: [0]) }
        #expect(throws: Undefined.noObservations) { try BoundedMeanDifference(group: [], reference: [0]) }
    }

    @Test func weakeningDropsAPersonAndRedoesTheSums() throws {
        let weaker = try BoundedMeanDifference(group: [0.2, 0.9, 0.1], reference: [0, 0, 0, 0.1]).weakened()!
        #expect(weaker.groupCount == 2 && weaker.referenceCount == 4)
        #expect(abs(weaker.groupValue - 0.15) < 1e-15)
    }

    /// Shares of a list of five that are nearly always zero, no difference: Welch's interval misses far too often in small
    /// groups (here 4 off the commonest value are expected among 40), the score method stays at or below 5 %.
    @Test func typeOneErrorWithRareShares() throws {
        var random = SeededRandom(seed: 16)
        func side(_ n: Int) -> [Double] { (0..<n).map { _ in random.uniform() < 0.1 ? Double(1 + random.index(below: 5)) / 5 : 0 } }
        let runs = 3_000 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            if try Means.difference(group: side(40), reference: side(200), bounded: true).pValue < 0.05 { rejected += 1 }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0, 0.05, "rare shares of a list, 40 against 200, type I at 5 %"))
    }
}
