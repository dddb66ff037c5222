import Testing
import Metrics

@Suite struct MinimumDetectableEffectTests {
    @Test func theTermsAreTheOnesOfTheRule() {
        let value = MinimumDetectableEffect.value(standardError: 0.1, signalSize: 0.05, fragility: 0.02, alpha: 0.05, comparisons: 1)!
        #expect(abs(value - (1.959963984540054 * 0.1 + 0.02 + 0.8416212335729143 * 0.1)) < 1e-13)
        let signal = MinimumDetectableEffect.value(standardError: 0.01, signalSize: 0.3, fragility: 0, alpha: 0.05, comparisons: 8)!
        #expect(abs(signal - (0.3 + 0.008416212335729143)) < 1e-14)
    }

    @Test func ratesSolveTheirOwnEquation() {
        let effect = MinimumDetectableEffect.rates(
            groupCount: 60, referenceCount: 640, referenceRate: 0.3, direction: .groupHigher, signalSize: 0.1, alpha: 0.05, comparisons: 8)!
        let error = (0.3 * 0.7 / 640 + (0.3 + effect) * (0.7 - effect) / 60).squareRoot()
        let pooled = (60 * (0.3 + effect) + 640 * 0.3) / 700
        let testError = (pooled * (1 - pooled) * (1 / 60.0 + 1 / 640.0) * 700 / 699).squareRoot()
        let right = max(Normal.critical(level: 1 - 0.05 / 8) * testError, 0.1) + 1.0 / 60 + 0.8416212335729143 * error
        #expect(abs(effect - right) < 1e-12)
    }

    @Test func outOfReachIsNil() {
        #expect(MinimumDetectableEffect.rates(
            groupCount: 30, referenceCount: 120, referenceRate: 0.05, direction: .groupLower, signalSize: 0.025, alpha: 0.05, comparisons: 8) == nil)
        #expect(MinimumDetectableEffect.rates(
            groupCount: 0, referenceCount: 120, referenceRate: 0.5, direction: .groupLower, signalSize: 0.1, alpha: 0.05, comparisons: 8) == nil)
        #expect(MinimumDetectableEffect.value(standardError: 0, signalSize: 0.1, fragility: 0, alpha: 0.05, comparisons: 1) == nil)
        #expect(MinimumDetectableEffect.value(standardError: 0.1, signalSize: 0.1, fragility: 0, alpha: 0.05, comparisons: 0) == nil)
    }

    /// The whole rule at the printed effect, by exact enumeration of both binomials: 77 to 83 %.
    @Test(arguments: [
        (30, 120, 0.3, 1, 0.10), (30, 120, 0.6, -8, 0.10), (60, 640, 0.3, 8, 0.10), (60, 640, 0.3, -8, 0.10), (250, 250, 0.4, 8, 0.10),
        (100, 600, 0.2, 12, 0.10), (42, 658, 0.05, 20, 0.025), (300, 300, 0.3, -1, 0.10),
    ])
    func ratesFireAtTheirPower(_ n1: Int, _ n0: Int, _ rate: Double, _ signedFamily: Int, _ signal: Double) throws {
        // A negative family size stands for a group with the lower rate.
        let family = abs(signedFamily)
        let direction: MinimumDetectableEffect.Direction = signedFamily > 0 ? .groupHigher : .groupLower
        let effect = MinimumDetectableEffect.rates(
            groupCount: n1, referenceCount: n0, referenceRate: rate, direction: direction, signalSize: signal, alpha: 0.05, comparisons: family)!
        let first = (0...n1).map { Binomial.pmf($0, n: n1, p: direction == .groupHigher ? rate + effect : rate - effect) }
        let second = (0...n0).map { Binomial.pmf($0, n: n0, p: rate) }
        var power = 0.0
        for x1 in 0...n1 where first[x1] > 1e-9 {
            for x0 in 0...n0 where second[x0] > 1e-9 {
                let comparison = try MiettinenNurminen(
                    groupEvents: Double(x1), groupTotal: Double(n1), referenceEvents: Double(x0), referenceTotal: Double(n0))
                if WholeRule.fires(comparison, direction, alpha: 0.05 / Double(family), signalSize: signal) { power += first[x1] * second[x0] }
            }
        }
        if Simulated.factor > 1 {
            print("ENUMERATED | whole rule at the printed effect, rates | \(n1) against \(n0) | \(rate) | \(signedFamily) | \(effect) | \(power)")
        }
        #expect(power > 0.77 && power < 0.83, "power \(power) at \(effect)")
    }

    /// The same within strata, by seeded simulation: seven counsellors, each with habits of his own, and the effect that is printed, on
    /// average, where it is the true one.
    @Test(arguments: [(72, 192, 0.31, 20), (72, 192, 0.31, 1), (40, 300, 0.6, -8), (150, 150, 0.2, 8)])
    func stratifiedRatesFireAtTheirPower(_ n1: Int, _ n0: Int, _ rate: Double, _ signedFamily: Int) throws {
        let family = abs(signedFamily)
        let direction: MinimumDetectableEffect.Direction = signedFamily > 0 ? .groupHigher : .groupLower
        let sign: Double = signedFamily > 0 ? 1 : -1
        let rates = [-0.08, -0.03, 0, 0, 0.02, 0.03, 0.06].map { rate + $0 }
        var random = SeededRandom(seed: 29)
        func table(_ effect: Double) -> [RateStratum] {
            rates.indices.map { stratum in
                func people(_ total: Int) -> Int { total / rates.count + (stratum < total % rates.count ? 1 : 0) }
                func events(_ count: Int, _ rate: Double) -> Double { Double((0..<count).count { _ in random.uniform() < rate }) }
                return RateStratum(
                    groupEvents: events(people(n1), rates[stratum] + sign * effect), groupTotal: Double(people(n1)),
                    referenceEvents: events(people(n0), rates[stratum]), referenceTotal: Double(people(n0)))
            }
        }
        func printed(_ comparison: MantelHaenszelRiskDifference) -> Double? {
            MinimumDetectableEffect.rates(
                like: comparison, direction: direction, signalSize: 0.1,
                fragility: comparison.weakened().map { abs($0.estimate - comparison.estimate) } ?? 0, alpha: 0.05, comparisons: family)
        }
        // The mean of what is printed hardly depends on the effect that is there: two rounds find where it is its own.
        var effect = 0.2
        for _ in 0..<2 {
            let shown = try (0..<300).compactMap { _ in printed(try MantelHaenszelRiskDifference(strata: table(effect))) }
            effect = shown.reduce(0, +) / Double(shown.count)
        }
        let runs = 1_500 * Simulated.factor
        var fired = 0
        for _ in 0..<runs {
            let comparison = try MantelHaenszelRiskDifference(strata: table(effect))
            if WholeRule.fires(comparison, direction, alpha: 0.05 / Double(family), signalSize: 0.1) { fired += 1 }
        }
        let what = "whole rule at the printed effect, rates within strata, \(n1) against \(n0), family of \(family)"
        #expect(try Simulated.isWithin(fired, of: runs, 0.77, 0.83, what), "\(fired) of \(runs) at \(effect)")
    }

    /// The same for means of normal values (SD 1), by seeded simulation; fragility is the mean effect of the most influential person.
    @Test(arguments: [(30, 120, 1, 0.3), (60, 600, 8, 0.3)])
    func meansFireAtTheirPower(_ n1: Int, _ n0: Int, _ family: Int, _ signal: Double) throws {
        var random = SeededRandom(seed: 80)
        let runs = 1_500 * Simulated.factor
        let error = (1 / Double(n1) + 1 / Double(n0)).squareRoot()
        // Expected largest of n1 normal deviations: the quantile at .5264^(1/n) (Chen and Tyler 1999), to first order.
        let largest = Normal.quantile(1 - 0.6417 / Double(n1))
        let effect = MinimumDetectableEffect.value(
            standardError: error, signalSize: signal, fragility: largest / Double(n1 - 1), alpha: 0.05, comparisons: family)!
        var fired = 0
        for _ in 0..<runs {
            let group = (0..<n1).map { _ in random.normal() + effect }
            let reference = (0..<n0).map { _ in random.normal() }
            let comparison = try WelchDifference(group: group, reference: reference)
            if WholeRule.fires(comparison, .groupHigher, alpha: 0.05 / Double(family), signalSize: signal) {
                fired += 1
            }
        }
        let what = "whole rule at the printed effect, means, \(n1) against \(n0), family of \(family)"
        #expect(try Simulated.isWithin(fired, of: runs, 0.77, 0.83, what), "\(fired) of \(runs)")
    }
}

/// The verdict rule in one direction: significant and large enough, and still so with one person moved.
enum WholeRule {
    static func fires(
        _ comparison: some GroupDifference, _ direction: MinimumDetectableEffect.Direction, alpha: Double, signalSize: Double
    ) -> Bool {
        func holds(_ comparison: some GroupDifference) -> Bool {
            let effect = direction == .groupHigher ? comparison.estimate : -comparison.estimate
            return effect >= signalSize - 1e-12 && comparison.pValue < alpha
        }
        guard holds(comparison), let weaker = comparison.weakened() else { return false }
        return holds(weaker)
    }
}
