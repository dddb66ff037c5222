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

    public let corner: [Double]
    public let besideFirst: [Double]
    public let besideSecond: [Double]
    public let opposite: [Double]
    /// Mean of the corner.
    public let groupValue: Double
    /// What the other three lead one to expect in the corner.
    public let referenceValue: Double
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)` when a corner has one value, `zeroVariance` when nobody differs
    ///   within any corner, `notFinite`.
    public init(corner: [Double], besideFirst: [Double], besideSecond: [Double], opposite: [Double]) throws(Undefined) {
        var variance = 0.0
        var parts: [(share: Double, freedom: Double)] = []
        var means: [Double] = []
        for sample in [corner, besideFirst, besideSecond, opposite] {
            let summary = try Summary(sample)
            guard let own = summary.sampleVariance else { throw .tooFewObservations(needed: 2) }
            means.append(summary.mean)
            parts.append((own / Double(summary.count), Double(summary.count - 1)))
            variance += own / Double(summary.count)
        }
        guard variance > 0 else { throw .zeroVariance }
        guard variance.isFinite else { throw .notFinite }
        self.corner = corner
        self.besideFirst = besideFirst
        self.besideSecond = besideSecond
        self.opposite = opposite
        groupValue = means[0]
        referenceValue = means[1] + means[2] - means[3]
        standardError = variance.squareRoot()
        // Shares instead of squares of the parts, which could underflow.
        degreesOfFreedom = 1 / parts.reduce(0) { $0 + ($1.share / variance) * ($1.share / variance) / $1.freedom }
    }

    public var groupCount: Int { corner.count }
    public var referenceCount: Int { besideFirst.count + besideSecond.count + opposite.count }
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
        var samples = [corner, besideFirst, besideSecond, opposite]
        guard estimate != 0, let smallest = samples.indices.min(by: { samples[$0].count < samples[$1].count }), samples[smallest].count > 2 else {
            return nil
        }
        let sign = [1.0, -1, -1, 1][smallest]
        let side = samples[smallest]
        let sum = CompensatedSum(side).value
        let others = estimate - sign * sum / Double(side.count)
        var best = (index: 0, distance: Double.infinity)
        for (index, value) in side.enumerated() {
            let distance = abs(others + sign * (sum - value) / Double(side.count - 1))
            if distance < best.distance { best = (index, distance) }
        }
        guard best.distance <= abs(estimate) * (1 + 1e-12) else { return nil }
        samples[smallest].remove(at: best.index)
        return try? DifferenceInDifferences(corner: samples[0], besideFirst: samples[1], besideSecond: samples[2], opposite: samples[3])
    }
}
