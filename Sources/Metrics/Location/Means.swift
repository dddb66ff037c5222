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
        if bounded, hardlyVaries(group) || hardlyVaries(reference) {
            return try BoundedMeanDifference(group: group, reference: reference)
        }
        return try WelchDifference(group: group, reference: reference)
    }

    /// Whether fewer than `neededOffCommonest` values differ from the commonest one.
    package static func hardlyVaries(_ values: [Double]) -> Bool {
        guard values.count > 2 * neededOffCommonest else { return offCommonest(values) < neededOffCommonest }
        // Then the commonest would be more than half of them, and the only value that can outvote all others (Boyer and Moore 1991).
        var candidate = values[0], votes = 0
        for value in values {
            if votes == 0 { candidate = value }
            votes += value == candidate ? 1 : -1
        }
        return values.count { $0 != candidate } < neededOffCommonest
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
