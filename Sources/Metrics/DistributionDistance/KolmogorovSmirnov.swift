import RealModule

/// Two-sample Kolmogorov-Smirnov test: the largest distance D between the two empirical distribution functions, two-sided.
///
/// p: up to a million pairs exact, given the pooled values: all orders of the labels are equally likely, ties stay ties, and only the ends
/// of blocks of equal values count (Schroer and Trenkler 1995). Above that the limit law of sqrt(nm/(n + m)) D, which takes the values for
/// continuous: with ties it is conservative (p too large). scipy's exact p ignores ties and is conservative too; without ties the exact values agree.
public struct KolmogorovSmirnov: SignificanceTest {
    public static let method = "kolmogorov_smirnov"
    public static let citation = "Smirnov (1948), Annals of Mathematical Statistics 19:279-281; exact with ties: Schroer and Trenkler (1995), Computational Statistics and Data Analysis 20:185-202"

    /// Largest n m for which p is exact.
    public static let maximumPairs = 1_000_000

    public let groupCount: Int
    public let referenceCount: Int
    /// D, from 0 (both samples the same, up to repetition) to 1 (no overlap).
    public let statistic: Double
    public let pValue: Double
    public let isExact: Bool

    /// - Throws: `noObservations`, `notFinite`.
    public init(group: [Double], reference: [Double], exactWherePossible: Bool = true) throws(Undefined) {
        let samples = try TwoSamples(group: group, reference: reference)
        let largest = samples.steps.reduce(0) { max($0, samples.gap($1)) }
        let pairs = samples.groupCount * samples.referenceCount
        groupCount = samples.groupCount
        referenceCount = samples.referenceCount
        statistic = Double(largest) / Double(pairs)
        isExact = exactWherePossible && pairs <= Self.maximumPairs
        if isExact {
            pValue = Self.exact(samples, gap: largest)
        } else {
            let effective = Double(pairs) / Double(samples.groupCount + samples.referenceCount)
            pValue = Kolmogorov.survival(effective.squareRoot() * Double(largest) / Double(pairs))
        }
    }

    public var count: Int { groupCount + referenceCount }

    /// Chance that a path of labels, all orders equally likely, is ever `gap` or more away at the end of a block.
    ///
    /// reached(i, j) is that chance for the paths that have used i of the group and j of the reference; all terms are positive, so a small
    /// p keeps its digits. A p below 1e-300 may come out as 0.
    private static func exact(_ samples: TwoSamples, gap: Int) -> Double {
        let (n, m) = (samples.groupCount, samples.referenceCount)
        var endsBlock = [Bool](repeating: false, count: n + m + 1)
        endsBlock[0] = true
        for step in samples.steps { endsBlock[step.group + step.reference] = true }
        var reached = [Double](repeating: 0, count: m + 1)
        for i in 0...n {
            for j in 0...m {
                if endsBlock[i + j], abs(i * m - j * n) >= gap {
                    reached[j] = 1
                } else {
                    let used = Double(i + j)
                    let fromGroup = i > 0 ? reached[j] * (Double(i) / used) : 0
                    let fromReference = j > 0 ? reached[j - 1] * (Double(j) / used) : 0
                    reached[j] = fromGroup + fromReference
                }
            }
        }
        return min(1, reached[m])
    }
}
