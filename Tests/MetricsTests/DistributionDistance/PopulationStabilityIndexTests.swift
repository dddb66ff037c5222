import Foundation
import Testing
import Metrics

@Suite struct PopulationStabilityIndexTests {
    @Test func formula() throws {
        let index = try PopulationStabilityIndex(group: [0, 1, 1, 2], reference: [0, 0, 0, 1, 2, 2, 2, 2, 2, 2], edges: [1, 2])
        #expect(index.groupBins == [1, 2, 1] && index.referenceBins == [3, 1, 6] && index.count == 14)
        let expected = -0.05 * log(0.25 / 0.3) + 0.4 * log(0.5 / 0.1) - 0.35 * log(0.25 / 0.6)
        #expect(abs(index.estimate - expected) < 1e-15)
    }

    @Test("an empty bin is undefined unless a pseudo-count is stated; a silent Laplace 1 would say 0.12")
    func emptyBins() throws {
        let (group, reference) = ([0.0, 0, 0, 1], [0.0, 0, 0, 0, 0])
        #expect(throws: Undefined.zeroDenominator) { try PopulationStabilityIndex(group: group, reference: reference, edges: [0.5]) }
        let index = try PopulationStabilityIndex(group: group, reference: reference, edges: [0.5], pseudoCount: 0.5)
        let expected = (3.5 / 5 - 5.5 / 6) * log((3.5 / 5) / (5.5 / 6)) + (1.5 / 5 - 0.5 / 6) * log((1.5 / 5) / (0.5 / 6))
        #expect(abs(index.estimate - expected) < 1e-15 && index.pseudoCount == 0.5)
        // Empty on both sides: nobody is there to differ.
        #expect(try PopulationStabilityIndex(group: [0, 2], reference: [0, 2], edges: [1, 1.5]).estimate == 0)
    }

    @Test func quantileEdges() throws {
        #expect(try PopulationStabilityIndex.quantileEdges(reference: (0...8).map(Double.init), bins: 4) == [2, 4, 6])
        let repeated = try PopulationStabilityIndex.quantileEdges(reference: [0, 0, 0, 0, 0, 0, 0, 1, 2, 3], bins: 5)
        #expect(repeated.count == 1 && abs(repeated[0] - 1.2) < 1e-15)
        #expect(throws: Undefined.zeroVariance) { try PopulationStabilityIndex.quantileEdges(reference: [1, 1, 1], bins: 4) }
        #expect(throws: Undefined.outsideRange) { try PopulationStabilityIndex.quantileEdges(reference: [1, 2], bins: 1) }
        #expect(throws: Undefined.noObservations) { try PopulationStabilityIndex.quantileEdges(reference: [], bins: 3) }
    }

    @Test func permutationNull() throws {
        let same = try PopulationStabilityIndex(group: [0, 1, 2, 0, 1, 2], reference: [0, 1, 2], edges: [0.5, 1.5])
        #expect(try same.permutationTest(permutations: 99, seed: 2).pValue == 1)
        let zeros = [Double](repeating: 0, count: 40)
        let ones = [Double](repeating: 1, count: 40)
        let apart = try PopulationStabilityIndex(group: zeros + [1], reference: ones + [0], edges: [0.5])
        #expect(try apart.permutationTest(permutations: 199, seed: 2).pValue == 1.0 / 200)
    }

    /// The rule of thumb "above .1 is a shift" fires on nothing in small groups; the permutation null keeps its 5 %.
    @Test func typeOneErrorOfThePermutationNull() throws {
        var random = SeededRandom(seed: 31)
        let runs = 400 * Simulated.factor
        var (rejected, aboveRule) = (0, 0)
        for run in 0..<runs {
            let pooled = (0..<120).map { _ in Double(random.index(below: 5)) }
            guard let index = try? PopulationStabilityIndex(
                group: Array(pooled[..<30]), reference: Array(pooled[30...]), edges: [0.5, 1.5, 2.5, 3.5]) else { continue }
            if try index.permutationTest(permutations: 99, seed: UInt64(run)).pValue <= 0.05 { rejected += 1 }
            if index.estimate > 0.1 { aboveRule += 1 }
        }
        #expect(aboveRule * 2 > runs)
        #expect(try Simulated.isWithin(rejected, of: runs, 0.02, 0.06, "population stability index, 30 against 90, five bins, permutation null at 5 %"))
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try PopulationStabilityIndex(group: [], reference: [1], edges: [0]) }
        #expect(throws: Undefined.notFinite) { try PopulationStabilityIndex(group: [.nan], reference: [1], edges: [0]) }
        #expect(throws: Undefined.outsideRange) { try PopulationStabilityIndex(group: [1], reference: [1], edges: []) }
        #expect(throws: Undefined.outsideRange) { try PopulationStabilityIndex(group: [1], reference: [1], edges: [2, 2]) }
        #expect(throws: Undefined.outsideRange) { try PopulationStabilityIndex(group: [1], reference: [1], edges: [2], pseudoCount: -1) }
    }
}
