import Testing
import Metrics

@Suite struct ExhaustiveBootstrapTests {
    @Test("V61 every bootstrap sample of six people") func everySample() throws {
        let bootstrap = try ExhaustiveBootstrap(group: [1, 2, 4], reference: [3, 5, 6])
        #expect(bootstrap.resamples.count == 729)
        let interval = try bootstrap.interval(level: 0.95)
        #expect(abs(interval.low + 13.0 / 3) < 1e-12)
        #expect(abs(bootstrap.quantile(0.5) + 7.0 / 3) < 1e-12)
        #expect(abs(interval.high + 1.0 / 3) < 1e-12)
    }

    @Test func itsVarianceIsThatOfTheMeans() throws {
        let bootstrap = try ExhaustiveBootstrap(group: [1, 2, 4, 9], reference: [3, 5])
        let spread = try Summary(bootstrap.resamples)
        let (a, b) = (try Summary([1, 2, 4, 9]), try Summary([3, 5]))
        #expect(abs(spread.mean - bootstrap.estimate) < 1e-12)
        #expect(abs(spread.squaredDeviations / 1024 - (a.squaredDeviations / 16 + b.squaredDeviations / 4)) < 1e-12)
    }

    @Test func tooManyToListIsRefused() throws {
        #expect(throws: Undefined.outsideRange) { try ExhaustiveBootstrap(group: Array(repeating: 1, count: 8), reference: [1]) }
        #expect(throws: Undefined.outsideRange) { try ExhaustiveBootstrap(group: Array(repeating: 1, count: 7), reference: Array(repeating: 1, count: 7)) }
        #expect(throws: Undefined.noObservations) { try ExhaustiveBootstrap(group: [], reference: [1]) }
    }
}
