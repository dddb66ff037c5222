import Testing
import Metrics

@Suite struct HodgesLehmannLocationTests {
    @Test func agreesWithR() throws {
        for (values, expected) in Reference.sample(Reference.signedRankCentres) {
            let centre = try HodgesLehmannLocation(values)
            let interval = try centre.interval(level: 0.95)
            #expect(abs(centre.estimate - expected[2]) < 1e-12)
            #expect(abs(interval.low - expected[3]) < 1e-12 && abs(interval.high - expected[4]) < 1e-12)
        }
    }

    @Test func attainedLevelAndInfinity() throws {
        let five = try HodgesLehmannLocation([1, 2, 4, 8, 16])
        // W = 0 happens in 1 of 32 patterns: 2/32 > 5 %, so 95 % cannot be had.
        let none = try five.rankInterval(level: 0.95)
        #expect(none.interval.low == -.infinity && none.attainedLevel == 1)
        let some = try five.rankInterval(level: 0.9)
        #expect(some.attainedLevel == 1 - 2.0 / 32 && some.interval == Interval(level: 0.9, low: 1, high: 16))
    }

    @Test func manyValues() throws {
        var random = SeededRandom(seed: 5)
        let values = (0..<20_000).map { _ in random.normal() + 3 }
        let centre = try HodgesLehmannLocation(values)
        let interval = try centre.interval(level: 0.95)
        #expect(abs(centre.estimate - 3) < 0.04 && interval.low < 3.02 && interval.high > 2.98)
        #expect(abs(interval.high - interval.low - 2 * 1.96 * (Double.pi / 3 / 20_000).squareRoot()) < 0.002)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.noObservations) { try HodgesLehmannLocation([]) }
        #expect(throws: Undefined.notFinite) { try HodgesLehmannLocation([.infinity]) }
        #expect(try HodgesLehmannLocation([7]).estimate == 7)
        #expect(throws: Undefined.outsideRange) { try HodgesLehmannLocation([7]).interval(level: 0) }
    }
}
