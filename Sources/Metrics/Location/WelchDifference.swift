/// Difference of two means without assuming equal spreads (Welch 1947), with Satterthwaite's degrees of freedom.
public struct WelchDifference: GroupDifference {
    public static let method = "welch"
    public static let citation = "Welch (1947), Biometrika 34:28-35"

    public let group: [Double]
    public let reference: [Double]
    public let groupSummary: Summary
    public let referenceSummary: Summary
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)` when a side has one value, `zeroVariance` when neither side
    ///   varies (the t statistic would be infinite or 0/0), `notFinite`.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        try self.init(group, Summary(group), reference, Summary(reference))
    }

    private init(_ group: [Double], _ first: Summary, _ reference: [Double], _ second: Summary) throws(Undefined) {
        guard let firstVariance = first.sampleVariance, let secondVariance = second.sampleVariance else {
            throw .tooFewObservations(needed: 2)
        }
        let firstPart = firstVariance / Double(first.count)
        let secondPart = secondVariance / Double(second.count)
        let variance = firstPart + secondPart
        guard variance > 0 else { throw .zeroVariance }
        guard variance.isFinite else { throw .notFinite }
        self.group = group
        self.reference = reference
        groupSummary = first
        referenceSummary = second
        standardError = variance.squareRoot()
        // Shares instead of squares of the parts, which could underflow.
        let share = firstPart / variance
        let rest = secondPart / variance
        degreesOfFreedom = 1 / (share * share / Double(first.count - 1) + rest * rest / Double(second.count - 1))
    }

    public var groupCount: Int { groupSummary.count }
    public var referenceCount: Int { referenceSummary.count }
    public var groupValue: Double { groupSummary.mean }
    public var referenceValue: Double { referenceSummary.mean }
    public var estimate: Double { groupValue - referenceValue }
    public var statistic: Double { estimate / standardError }
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    public func weakened() -> WelchDifference? {
        // Asked a thousand times of a million values, so that no sum is made anew.
        let dropsFromGroup = group.count <= reference.count
        guard let shorter = MostInfluential.dropped(group: group, reference: reference, means: (groupSummary.mean, referenceSummary.mean)),
            let changed = (dropsFromGroup ? groupSummary : referenceSummary).without(shorter.value)
        else { return nil }
        return dropsFromGroup
            ? try? WelchDifference(shorter.group, changed, reference, referenceSummary)
            : try? WelchDifference(group, groupSummary, shorter.reference, changed)
    }
}
