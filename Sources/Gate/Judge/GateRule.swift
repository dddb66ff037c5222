import Metrics

/// When a change for the worse is small, when it is harm, and when neither can be said.
struct GateRule: Sendable {
    /// Non-inferiority margin m and signal size s.
    let margin: Double
    let signal: Double

    /// The level of the upper limit, which is never adjusted: a release passes only when every group clears.
    static let clearingLevel = 0.95
    /// A size that is met but for its last bits is met.
    private static let tolerance = 1e-12

    /// - Parameters:
    ///   - estimate: mean change d.
    ///   - lower: adjusted one-sided lower limit L.
    ///   - upper: unadjusted one-sided upper limit U.
    func verdict(estimate: Double, lower: Double, upper: Double) -> GateFinding.Verdict {
        if upper < margin - Self.tolerance { return .cleared }
        return isHarm(estimate: estimate, excludesNone: lower > Self.tolerance, excludesMargin: lower > margin + Self.tolerance) ? .blocked : .notSettled
    }

    func isHarm(estimate: Double, excludesNone: Bool, excludesMargin: Bool) -> Bool {
        (excludesNone && estimate >= signal - Self.tolerance) || excludesMargin
    }
}
