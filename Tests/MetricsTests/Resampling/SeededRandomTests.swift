import Testing
import Metrics

@Suite struct SeededRandomTests {
    /// First outputs of SplitMix64 with seed 1234567 (test vector published with the reference implementation).
    @Test func splitMixVector() {
        var random = SeededRandom(seed: 1_234_567)
        #expect((0..<5).map { _ in random.next() } == [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ])
    }

    @Test func indicesAreEvenlySpread() {
        var random = SeededRandom(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.index(below: 7)] += 1 }
        for count in counts { #expect(abs(Double(count) - 10_000) < 6 * (70_000.0 * 6 / 49).squareRoot()) }
    }

    @Test func shuffleKeepsTheElements() {
        var random = SeededRandom(seed: 3)
        var elements = Array(0..<50)
        random.shuffle(&elements)
        #expect(elements != Array(0..<50))
        #expect(elements.sorted() == Array(0..<50))
        var one = [4]
        random.shuffle(&one)
        #expect(one == [4])
    }

    @Test func normalsHaveMeanZeroAndVarianceOne() throws {
        var random = SeededRandom(seed: 9)
        let summary = try Summary((0..<100_000).map { _ in random.normal() })
        #expect(abs(summary.mean) < 5 / 100_000.0.squareRoot())
        #expect(abs(summary.sampleVariance! - 1) < 5 * (2 / 100_000.0).squareRoot())
    }
}
