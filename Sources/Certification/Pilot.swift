import Cohort
import Demonstration
import MatchReplay
import Metrics

/// Which planted size has which printed power, from runs of other seeds than those that are judged.
///
/// The effect of a size is the mean over pilot seeds of the estimate with the plant minus the estimate of the same town without it: the
/// same people, so that little else moves. Printed power at an effect e is what the printed minimum detectable effect says:
/// Phi((e - MDE)/SE + 0.84), with the mean MDE and SE of the pilot runs at that size.
struct Pilot: Sendable {
    /// 10,001 and on: none of them is judged.
    static let seeds: [UInt64] = (1...20).map { 10_000 + $0 }
    /// Parts of the standard size.
    private static let parts = [0.2, 0.4, 0.6, 0.8, 1.0, 1.3]

    struct Point: Sendable {
        let size: Double
        let effect: Double
        let minimumDetectable: Double
        let standardError: Double

        var power: Double { Normal.cdf((effect - minimumDetectable) / standardError + MinimumDetectableEffect.powerQuantile) }
    }

    let points: [Point]
    /// Of the demonstration's own size from its own quarter on.
    let own: Point

    init(_ trial: EffectTrial, threads: Int) throws {
        let sizes = trial.sizes(parts: Self.parts)
        let seeds = Self.seeds
        let none = try parallelMap(count: seeds.count, threads: threads) { try trial.run(seed: seeds[$0], size: nil) }
        func point(_ size: Double, _ run: @Sendable (UInt64) throws -> EffectTrial.Result) throws -> Point {
            let with = try parallelMap(count: seeds.count, threads: threads) { try run(seeds[$0]) }
            return try Self.point(size, with, none, of: trial)
        }
        var points = [Point(size: trial.effect.nothing, effect: 0, minimumDetectable: 0, standardError: 0)]
        for size in sizes { points.append(try point(size) { try trial.run(seed: $0, size: size) }) }
        points[0] = Point(
            size: trial.effect.nothing, effect: 0, minimumDetectable: points[1].minimumDetectable, standardError: points[1].standardError)
        self.points = points
        own = try point(trial.effect.standard.size) { try trial.runOwn(seed: $0) }
    }

    private static func point(_ size: Double, _ with: [EffectTrial.Result], _ none: [EffectTrial.Result], of trial: EffectTrial) throws -> Point {
        let pairs = zip(with, none).compactMap { with, none -> (change: Double, mde: Double, error: Double)? in
            guard let estimate = with.estimate, let before = none.estimate, let mde = with.minimumDetectable, let error = with.standardError,
                error > 0
            else { return nil }
            return (estimate - before, mde, error)
        }
        guard !pairs.isEmpty else { throw CertificationError.notMeasured(effect: trial.effect.rawValue) }
        func mean(_ value: ((change: Double, mde: Double, error: Double)) -> Double) -> Double {
            pairs.reduce(0) { $0 + value($1) } / Double(pairs.count)
        }
        return Point(size: size, effect: abs(mean { $0.change }), minimumDetectable: mean { $0.mde }, standardError: mean { $0.error })
    }

    /// What the pilot says about a size between its points.
    func point(at size: Double) -> Point {
        let upper = points.firstIndex { $0.size >= size } ?? points.count - 1
        guard upper > 0 else { return points[0] }
        let (low, high) = (points[upper - 1], points[upper])
        let share = (size - low.size) / (high.size - low.size)
        func between(_ value: (Point) -> Double) -> Double { value(low) + share * (value(high) - value(low)) }
        return Point(
            size: size, effect: between(\.effect), minimumDetectable: between(\.minimumDetectable), standardError: between(\.standardError))
    }

    /// The smallest size whose printed power reaches `power`; `nil` when none of the sizes tried does.
    func size(power: Double) -> Double? {
        guard let top = points.firstIndex(where: { $0.power >= power }), top > 0 else { return nil }
        return Bisection.boundary(low: points[top - 1].size, high: points[top].size) { point(at: $0).power < power }
    }
}

extension EffectTrial {
    /// Parts of the standard size, counted from the size at which nothing is planted, as far as the effect can be planted.
    func sizes(parts: [Double]) -> [Double] {
        parts.map { effect.nothing + $0 * (effect.standard.size - effect.nothing) }.filter { effect.sizes.contains($0) }
    }
}
