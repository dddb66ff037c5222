/// The interaction contrast of four means: how far one corner lies from what the other three lead one to expect.
///
/// estimate = corner - (besideFirst + besideSecond - opposite). With the corner a group after a change, `besideFirst` the same group
/// before it, `besideSecond` the others after it and `opposite` the others before it, it is the difference in differences; with the
/// corner an intersection (women of 55 and older), the two sides women elsewhere and others of that age, it is what the intersection
/// adds to the sum of its sides.
///
/// Spreads are not assumed equal: variance sum of s^2/n over the four samples, Satterthwaite's degrees of freedom, as Welch for two.
public struct DifferenceInDifferences: GroupDifference {
    public static let method = "difference_in_differences_welch"
    public static let citation = "Welch (1947), Biometrika 34:28-35; Satterthwaite (1946), Biometrics Bulletin 2:110-114; Card and Krueger (1994), American Economic Review 84:772-793"

    /// The corner, its two sides and what lies opposite.
    private let samples: [Sample]
    /// Mean of the corner.
    public let groupValue: Double
    /// What the other three lead one to expect in the corner.
    public let referenceValue: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)` when a corner has one value, `zeroVariance` when nobody differs
    ///   within any corner, `notFinite`.
    public init(corner: [Double], besideFirst: [Double], besideSecond: [Double], opposite: [Double]) throws(Undefined) {
        var samples: [Sample] = []
        for (values, sign) in [(corner, 1.0), (besideFirst, -1), (besideSecond, -1), (opposite, 1)] {
            samples.append(Sample(sign: sign, values: SideValues(values), summary: try Summary(values)))
        }
        try self.init(samples)
    }

    private struct Sample {
        /// In the contrast.
        let sign: Double
        var values: SideValues
        var summary: Summary
    }

    private init(_ samples: [Sample]) throws(Undefined) {
        var variance = 0.0
        var parts: [(share: Double, freedom: Double)] = []
        for summary in samples.map(\.summary) {
            guard let own = summary.sampleVariance else { throw .tooFewObservations(needed: 2) }
            parts.append((own / Double(summary.count), Double(summary.count - 1)))
            variance += own / Double(summary.count)
        }
        guard variance > 0 else { throw .zeroVariance }
        guard variance.isFinite else { throw .notFinite }
        self.samples = samples
        let means = samples.map(\.summary.mean)
        groupValue = means[0]
        referenceValue = means[1] + means[2] - means[3]
        standardError = variance.squareRoot()
        // Shares instead of squares of the parts, which could underflow.
        degreesOfFreedom = 1 / parts.reduce(0) { $0 + ($1.share / variance) * ($1.share / variance) / $1.freedom }
    }

    public var groupCount: Int { samples[0].summary.count }
    public var referenceCount: Int { samples.dropFirst().reduce(0) { $0 + $1.summary.count } }
    public var estimate: Double { groupValue - referenceValue }
    public var statistic: Double { estimate / standardError }
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    /// Drops the most influential person of the smallest of the four samples (the first of equally small ones): there one person
    /// moves the estimate most.
    public func weakened() -> DifferenceInDifferences? {
        let sample = samples[smallest]
        // What the mean of this sample would have to be for no difference; with one person fewer it comes as near as it can.
        let balanced = sample.summary.mean - sample.sign * estimate
        guard estimate != 0, let value = MostInfluential.value(among: sample.values, mean: sample.summary.mean, otherMean: balanced),
            let changed = sample.summary.without(value)
        else { return nil }
        var fewer = samples
        fewer[smallest].values = sample.values.without(value)
        fewer[smallest].summary = changed
        return try? DifferenceInDifferences(fewer)
    }

    public func readiedForWeakening() -> DifferenceInDifferences {
        var ready = samples
        ready[smallest].values = samples[smallest].values.ordered()
        return (try? DifferenceInDifferences(ready)) ?? self
    }

    private var smallest: Int { samples.indices.min { samples[$0].summary.count < samples[$1].summary.count } ?? 0 }
}
