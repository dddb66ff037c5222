/// Chooses how two means are compared.
public enum Means {
    /// Participants off the commonest value that a side needs before its spread is trusted.
    public static let neededOffCommonest = 10

    /// Welch's comparison; for values `bounded` in [0, 1] of which either side has fewer than ten participants off that side's
    /// commonest value, the score method on the sums.
    ///
    /// What this does not see is skewness: with ten different values and more Welch covers 93 to 97 % unless a small group of strongly
    /// skewed values stands beside a large one (lognormal with ln sd 1, 30 against 600: 90 %; `scripts/simulate/coverage-means.txt`).
    ///
    /// - Throws: what the chosen comparison throws.
    public static func difference(
        group: [Double], reference: [Double], bounded: Bool
    ) throws(Undefined) -> any GroupDifference {
        if bounded, min(offCommonest(group), offCommonest(reference)) < neededOffCommonest {
            return try BoundedMeanDifference(group: group, reference: reference)
        }
        return try WelchDifference(group: group, reference: reference)
    }

    /// How many values differ from the commonest one (exact comparison of doubles: shares of lists repeat exactly).
    public static func offCommonest(_ values: [Double]) -> Int {
        var commonest = 0
        var run = 0
        var previous: Double?
        for value in values.sorted() {
            run = value == previous ? run + 1 : 1
            previous = value
            commonest = max(commonest, run)
        }
        return values.count - commonest
    }
}
