import Testing
import Metrics

/// What must hold for whatever studies are pooled.
@Suite struct MetaAnalysisPropertyTests {
    /// 2 to 13 studies with errors of 0.02 to 2, true effects alike in one case of three.
    private static func studies(_ random: inout SeededRandom) throws -> StudyEffects {
        let count = 2 + random.index(below: 12)
        let spread = Double(random.index(below: 3))
        let errors = (0..<count).map { _ in 0.02 + 1.98 * random.uniform() * random.uniform() }
        return try StudyEffects(estimates: errors.map { 0.3 + spread * random.normal() + $0 * random.normal() }, standardErrors: errors)
    }

    private static func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-8 * max(1, abs(a), abs(b)) }

    private static func figures(_ effects: StudyEffects) throws -> [Double] {
        let (random, heterogeneity) = (try RandomEffects(effects), try Heterogeneity(effects))
        let common = try InverseVarianceEffect(effects)
        return [
            common.estimate, common.standardError, heterogeneity.statistic, try heterogeneity.inconsistency(),
            try heterogeneity.betweenVariance(.derSimonianLaird), random.betweenVariance, random.estimate, random.standardError,
            random.interval(level: 0.9).low,
        ]
    }

    @Test func theOrderOfStudiesDoesNotMatter() throws {
        typealias Subject = (StudyEffects) throws -> [Double]
        try Property.check(
            "pooled studies: their order changes no figure", cases: 4_000, subject: Self.figures as Subject,
            // The first study counts as the target of the others.
            planted: { effects in [try InverseVarianceEffect(effects).estimate - effects.estimates[0]] },
            generate: { random -> (StudyEffects, StudyEffects) in
                let effects = try Self.studies(&random)
                var order = Array(0..<effects.count)
                random.shuffle(&order)
                let shuffled = try StudyEffects(
                    estimates: order.map { effects.estimates[$0] }, standardErrors: order.map { effects.standardErrors[$0] })
                return (effects, shuffled)
            },
            interesting: { $0.0 != $0.1 && $0.0.count > 2 },
            holds: { example, subject in zip(try subject(example.0), try subject(example.1)).allSatisfy(Self.close) })
    }

    @Test func pooledEffectsLieWithinTheStudies() throws {
        typealias Subject = (StudyEffects) throws -> [Double]
        try Property.check(
            "pooled studies: common and random effect within their least and their largest", cases: 8_000,
            subject: { [try InverseVarianceEffect($0).estimate, try RandomEffects($0).estimate] } as Subject,
            planted: { effects in
                // Weights 1/se over a sum of 1/se^2: errors not squared.
                let weights = effects.standardErrors.map { 1 / $0 }
                let sum = zip(weights, effects.estimates).reduce(0) { $0 + $1.0 * $1.1 }
                return [sum / weights.reduce(0) { $0 + $1 * $1 }]
            },
            generate: { try Self.studies(&$0) }, interesting: { $0.count > 2 },
            holds: { effects, subject in
                let (least, largest) = (effects.estimates.min()!, effects.estimates.max()!)
                return try subject(effects).allSatisfy { $0 >= least - 1e-12 && $0 <= largest + 1e-12 }
            })
    }

    /// However well the studies agree: never narrower than the plain standard error with Student's t, so never than the plain interval.
    @Test func theHeldFactorNarrowsNothing() throws {
        typealias Subject = (RandomEffects) -> Double
        try Property.check(
            "pooled studies: with the factor held to 1, never narrower than the plain one under t", cases: 8_000,
            subject: { $0.standardError } as Subject,
            // The factor as it comes.
            planted: { $0.plainError * $0.varianceFactor.squareRoot() },
            generate: { try RandomEffects(Self.studies(&$0)) }, interesting: { $0.varianceFactor < 0.9 },
            holds: { effect, subject in
                let (plain, held) = (effect.plainInterval(level: 0.95), effect.interval(level: 0.95))
                return subject(effect) >= effect.plainError && held.low <= plain.low && held.high >= plain.high
            })
    }

    /// A study's z has the sign of its distance from the others, and it is beyond a limit exactly when its z is.
    @Test func limitsAndScoresAgree() throws {
        typealias Subject = (FunnelPlot.Point) -> Double?
        try Property.check(
            "pooled studies: outside the limits of the funnel exactly when the z is", cases: 4_000, subject: { $0.beyond } as Subject,
            // The limits about its own estimate's error alone, as if the others were known without any.
            planted: { point in
                let size = abs(point.estimate - point.others.estimate) / point.standardError
                return FunnelPlot.levels.last { size > Normal.critical(level: $0) }
            },
            generate: { try FunnelPlot(Self.studies(&$0)) }, interesting: { $0.points.contains { $0.beyond == 0.95 } },
            holds: { plot, subject in
                plot.points.allSatisfy { point in
                    subject(point) == FunnelPlot.levels.last { abs(point.z) > Normal.critical(level: $0) }
                }
            })
    }
}
