import RealModule

/// Brunner and Munzel's test of P(group larger) + P(equal)/2 = 1/2, without assuming that both sides have the same spread.
///
/// statistic = (share of pairs won - 1/2)/se, se from the variances of each side's placements; t distribution with Satterthwaite's degrees
/// of freedom. Positive when the group tends to be larger: the sign is that of group minus reference (scipy's is the other way round).
public struct BrunnerMunzel: SignificanceTest {
    public static let method = "brunner_munzel"
    public static let citation = "Brunner and Munzel (2000), Biometrical Journal 42:17-25"

    public let groupCount: Int
    public let referenceCount: Int
    public let statistic: Double
    public let degreesOfFreedom: Double

    /// - Throws: `noObservations`, `notFinite`, `tooFewObservations(needed: 2)` when a side has one value, `noOverlap` when every value
    ///   of one side lies above all of the other (the variance is then zero, and other tools return NaN or p = 0), `zeroVariance` when
    ///   nobody's placement differs from another's.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        let dominance = try Dominance(group: group, reference: reference)
        guard let first = dominance.groupVariance, let second = dominance.referenceVariance else { throw .tooFewObservations(needed: 2) }
        guard !dominance.isSeparated else { throw .noOverlap }
        let firstPart = first / Double(dominance.groupCount)
        let secondPart = second / Double(dominance.referenceCount)
        let variance = firstPart + secondPart
        guard variance > 0 else { throw .zeroVariance }
        groupCount = dominance.groupCount
        referenceCount = dominance.referenceCount
        statistic = Double(dominance.wins - dominance.losses) / Double(dominance.pairs) / variance.squareRoot()
        let share = firstPart / variance
        let rest = secondPart / variance
        degreesOfFreedom = 1 / (share * share / Double(groupCount - 1) + rest * rest / Double(referenceCount - 1))
    }

    public var count: Int { groupCount + referenceCount }
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }
}
