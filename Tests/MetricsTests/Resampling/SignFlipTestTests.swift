import Testing
import Metrics

@Suite struct SignFlipTestTests {
    @Test("V60 paired sign flip of five differences") func signFlip() throws {
        let test = try SignFlipTest(differences: [-0.2, -0.1, -0.05, 0.02, -0.3], seed: 1)
        #expect(test.isExact)
        #expect(test.lowerP == 0.0625 && test.pValue == 0.125)
        #expect(abs(test.statistic + 0.126) < 1e-15)
    }

    @Test func drawnPatternsAreNearAllOfThem() throws {
        var random = SeededRandom(seed: 5)
        let differences = (0..<13).map { _ in random.normal() + 0.4 }
        let all = try SignFlipTest(differences: differences, seed: 1)
        let drawn = try SignFlipTest(differences: differences, replicates: 20_000, seed: 1, exactUpTo: 0)
        for (a, b) in [(all.pValue, drawn.pValue), (all.lowerP, drawn.lowerP), (all.upperP, drawn.upperP)] {
            #expect(abs(a - b) < 5 * (a * (1 - a) / 20_000).squareRoot() + 1e-4)
        }
    }

    @Test func undefinedAndFlat() throws {
        #expect(throws: Undefined.noObservations) { try SignFlipTest(differences: [], seed: 1) }
        #expect(throws: Undefined.notFinite) { try SignFlipTest(differences: [.infinity], seed: 1) }
        #expect(try SignFlipTest(differences: [0, 0, 0], seed: 1).pValue == 1)
        #expect(try SignFlipTest(differences: [2], seed: 1).pValue == 1)
        #expect(try SignFlipTest(differences: Array(repeating: 1, count: 80), replicates: 99, seed: 1).pValue == 0.01)
    }
}
