import Testing
import Metrics

@Suite struct LogFactorialTests {
    /// mpmath 1.3.0, 50 digits.
    @Test(arguments: [(0, 0.0), (1, 0.0), (10, 15.104412573075516), (170, 706.5730622457874), (100_000, 1_051_299.2218991219)])
    func values(_ n: Int, _ expected: Double) {
        #expect(Reference.error(LogFactorial.value(n), expected, floor: 1e-3) < 1e-13)
    }

    @Test func choosing() {
        #expect(Reference.error(LogFactorial.choose(5, 2), 2.302585092994046) < 1e-14)
        #expect(LogFactorial.choose(5, 6) == -.infinity)
        #expect(LogFactorial.choose(5, -1) == -.infinity)
        #expect(LogFactorial.value(-1).isNaN)
    }
}
