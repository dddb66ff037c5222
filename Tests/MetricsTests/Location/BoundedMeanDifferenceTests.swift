import Testing
import Metrics

@Suite struct BoundedMeanDifferenceTests {
    @Test func zeroOneDataAreTheRates() throws {
        let bounded = try BoundedMeanDifference(group: [1, 0, 1, 1, 0], reference: [0, 0, 1, 0, 0, 0, 0])
        let rates = try MiettinenNurminen(groupEvents: 3, groupTotal: 5, referenceEvents: 1, referenceTotal: 7)
        #expect(bounded.pValue == rates.pValue)
        #expect(bounded.interval(level: 0.95) == rates.interval(level: 0.95))
        #expect(type(of: bounded).method == "miettinen_nurminen_on_sums")
    }

    @Test func valuesOutsideAreRefused() {
        #expect(throws: Undefined.outsideRange) { try BoundedMeanDifference(group: [1.01], reference: [0]) }
        #expect(throws: Undefined.outsideRange) { try BoundedMeanDifference(group: [0.5], reference: [-0.1]) }
        #expect(throws: Undefined.notFinite) { try BoundedMeanDifference(group: [.nan], reference: [0]) }
        #expect(throws: Undefined.noObservations) { try BoundedMeanDifference(group: [], reference: [0]) }
    }

    @Test func weakeningDropsAPersonAndRedoesTheSums() throws {
        let weaker = try BoundedMeanDifference(group: [0.2, 0.9, 0.1], reference: [0, 0, 0, 0.1]).weakened()!
        #expect(weaker.group == [0.2, 0.1])
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
