import Testing
import Metrics

@Suite struct LogIntervalTests {
    @Test func isSymmetricInTheLogarithm() {
        let interval = LogInterval.about(2, standardError: 0.5, level: 0.95)
        #expect(abs(interval.low * interval.high - 4) < 1e-14)
        #expect(abs(Double.logarithm(interval.high) - Double.logarithm(2) - 0.5 * 1.959963984540054) < 1e-14)
    }
}
