import RealModule

/// Wilcoxon's signed rank test: are paired differences symmetric about zero?
///
/// W = sum of the ranks (of the sizes) of the positive differences, mid-ranks for equal sizes.
/// p: exact by `SignedRankDistribution` when at most 100 differences are ranked, no two sizes are equal and no zero is ranked; otherwise
/// normal with the tie-corrected variance, with the continuity correction of one half unless the caller turns that off (scipy's default
/// is without, R's with).
public struct WilcoxonSignedRank: SignificanceTest {
    public static let method = "wilcoxon_signed_rank"
    public static let citation = "Wilcoxon (1945), Biometrics Bulletin 1:80-83; Pratt (1959), Journal of the American Statistical Association 54:655-667"

    /// What happens to differences of exactly zero.
    public enum Zeros: Sendable, Equatable {
        /// Left out before ranking (Wilcoxon).
        case leftOut
        /// Ranked with the others, then left out of the sum (Pratt). A zero then still counts against large ranks.
        case ranked
    }

    /// Differences given, zeros included.
    public let count: Int
    /// Differences other than zero.
    public let nonZero: Int
    /// W of the positive differences.
    public let statistic: Double
    public let pValue: Double
    public let isExact: Bool

    /// - Throws: `noObservations`, `notFinite`, `zeroVariance` when every difference is zero.
    public init(
        differences: [Double], zeros: Zeros, exactWherePossible: Bool = true, continuityCorrection: Bool = true
    ) throws(Undefined) {
        guard !differences.isEmpty else { throw .noObservations }
        guard differences.allSatisfy(\.isFinite) else { throw .notFinite }
        let moved = differences.filter { $0 != 0 }
        guard !moved.isEmpty else { throw .zeroVariance }
        let zeroCount = differences.count - moved.count
        let ranked = try MidRanks(moved.map { abs($0) })
        // Zeros are the smallest sizes: ranking them lifts every other rank by their number.
        let lift = zeros == .ranked ? Double(zeroCount) : 0
        let sum = CompensatedSum(zip(moved, ranked.ranks).lazy.filter { $0.0 > 0 }.map { $0.1 + lift }).value
        count = differences.count
        nonZero = moved.count
        statistic = sum
        if exactWherePossible, !ranked.hasTies, lift == 0, moved.count <= SignedRankDistribution.maximumCount {
            pValue = try SignedRankDistribution(count: moved.count).twoSided(Int(sum))
            isExact = true
        } else {
            let n = Double(moved.count) + lift
            let mean = (n * (n + 1) - lift * (lift + 1)) / 4
            let squares = n * (n + 1) * (2 * n + 1) - lift * (lift + 1) * (2 * lift + 1)
            let variance = (squares - ranked.tieTerm / 2) / 24
            let distance = abs(sum - mean) - (continuityCorrection ? 0.5 : 0)
            pValue = Normal.twoSided(max(0, distance) / variance.squareRoot())
            isExact = false
        }
    }
}
