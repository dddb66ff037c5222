import Testing

@testable import Gate

/// The three verdicts, with the limits exactly on the sizes and beside them.
struct GateRuleTests {
    /// Estimate, L, U and what is said with m = .1 and s = .2.
    private static let cases: [(Double, Double, Double, GateFinding.Verdict)] = [
        (0.0, -0.05, 0.05, .cleared),
        (0.05, 0.01, 0.09, .cleared),  // shown to be worse, and shown to be small
        (0.05, 0.01, 0.1, .notSettled),  // U on the margin is not below it
        (0.25, 0.01, 0.5, .blocked),  // L > 0 and d >= s
        (0.2, 0.01, 0.4, .blocked),  // d on the signal size
        (0.19, 0.01, 0.4, .notSettled),
        (0.19, 0.11, 0.3, .blocked),  // L > m
        (0.19, 0.1, 0.3, .notSettled),  // L on the margin
        (0.25, 0.0, 0.5, .notSettled),  // L on no change
        (-0.3, -0.5, -0.1, .cleared),  // better
    ]

    @Test(arguments: cases)
    func verdicts(estimate: Double, lower: Double, upper: Double, verdict: GateFinding.Verdict) {
        #expect(GateRule(margin: 0.1, signal: 0.2).verdict(estimate: estimate, lower: lower, upper: upper) == verdict)
    }
}
