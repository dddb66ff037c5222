import Metrics

/// The minimum detectable effect printed beside a question: the smallest true change for the worse that the gate blocks with probability 80 %.
enum DetectableHarm {
    /// - Parameters:
    ///   - level: of the first Holm step.
    ///   - isAllOrNothing: whether a harm turns no into yes for some, so that it widens the spread it is seen against. The error is then
    ///     taken at the harm itself.
    static func value(of statistic: any PairedChange, level: Double, rule: GateRule, isAllOrNothing: Bool) -> Double? {
        let reach = statistic.estimate - statistic.lower(level: level)
        func needed(_ factor: Double) -> Double? {
            MinimumDetectableEffect.nonInferiority(
                reach: reach * factor, standardError: statistic.standardError * factor, margin: rule.margin, signalSize: rule.signal)
        }
        guard isAllOrNothing, statistic.standardError > 0 else { return needed(1) }
        let people = Double(statistic.count)
        let variance = statistic.standardError * statistic.standardError * people
        func neededAtHarm(_ harm: Double) -> Double {
            needed(((variance + harm * (1 - harm)) / variance).squareRoot()) ?? .infinity
        }
        // Nobody can be harmed by more than yes instead of no.
        guard neededAtHarm(1) <= 1 else { return nil }
        return Bisection.boundary(low: 0, high: 1) { $0 < neededAtHarm($0) }
    }
}
