import Testing
import Metrics

@Suite struct ReliableChangeTests {
    /// 47.5 after 32.5 with s = 7.5 and r = .80 gives an index of 3.16.
    @Test func indexByHand() throws {
        let change = try ReliableChange(before: 32.5, after: 47.5, error: try StandardErrorOfMeasurement(deviation: 7.5, reliability: 0.8))
        #expect(abs(change.index - 3.1622776601683795) < 1e-14 && change.isReliable(level: 0.95) && change.count == 1)
        let interval = change.interval(level: 0.95)
        #expect(abs(interval.low + interval.high - 30) < 1e-12 && interval.excludes(0))
    }

    @Test func withoutErrorThereIsNoIndex() throws {
        let exact = try StandardErrorOfMeasurement(deviation: 7.5, reliability: 1)
        #expect(throws: Undefined.zeroVariance) { try ReliableChange(before: 1, after: 2, error: exact) }
        let error = try StandardErrorOfMeasurement(deviation: 7.5, reliability: 0.5)
        #expect(throws: Undefined.notFinite) { try ReliableChange(before: .infinity, after: 2, error: error) }
    }

    @Test func fiveOfAHundredUnchangedPeople() throws {
        var random = SeededRandom(seed: 159)
        let runs = 2_000 * Simulated.factor
        let error = try StandardErrorOfMeasurement(deviation: 10, reliability: 0.8)
        var reliable = 0
        for _ in 0..<runs {
            let truth = 50 + random.normal() * 10 * 0.8.squareRoot()
            let (before, after) = (truth + error.value * random.normal(), truth + error.value * random.normal())
            if try ReliableChange(before: before, after: after, error: error).isReliable(level: 0.95) { reliable += 1 }
        }
        #expect(try Simulated.isWithin(reliable, of: runs, 0.048, 0.052, "reliable change of unchanged people at 95 %"))
    }
}
