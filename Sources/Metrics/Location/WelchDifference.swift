/// Difference of two means without assuming equal spreads (Welch 1947), with Satterthwaite's degrees of freedom.
public struct WelchDifference: GroupDifference {
    public static let method = "welch"
    public static let citation = "Welch (1947), Biometrika 34:28-35"

    private let group: SideValues
    private let reference: SideValues
    public let groupSummary: Summary
    public let referenceSummary: Summary
    public let standardError: Double
    public let degreesOfFreedom: Double

    /// - Throws: `noObservations`, `tooFewObservations(needed: 2)` when a side has one value, `zeroVariance` when neither side
    ///   varies (the t statistic would be infinite or 0/0), `notFinite`.
    public init(group: [Double], reference: [Double]) throws(Undefined) {
        try self.init(SideValues(group), Summary(group), SideValues(reference), Summary(reference))
    }

    private init(_ group: SideValues, _ first: Summary, _ reference: SideValues, _ second: Summary) throws(Undefined) {
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

    /// The most influential person of the smaller side dropped. Asked a thousand times of a million values, so that no sum is made anew.
    public func weakened() -> WelchDifference? {
        let (side, summary, other) = weakensGroup ? (group, groupSummary, referenceSummary) : (reference, referenceSummary, groupSummary)
        guard let value = MostInfluential.value(among: side, mean: summary.mean, otherMean: other.mean), let changed = summary.without(value)
        else { return nil }
        return weakensGroup
            ? try? WelchDifference(group.without(value), changed, reference, referenceSummary)
            : try? WelchDifference(group, groupSummary, reference.without(value), changed)
    }

    public func readiedForWeakening() -> WelchDifference {
        let (first, second) = weakensGroup ? (group.ordered(), reference) : (group, reference.ordered())
        return (try? WelchDifference(first, groupSummary, second, referenceSummary)) ?? self
    }
}
