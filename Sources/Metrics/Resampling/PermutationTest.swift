/// Two-sample permutation test: is the outcome exchangeable between group and reference?
///
/// p = share of arrangements of the people over the two sides whose statistic is at least as far from zero as the observed one.
/// With few people all arrangements are walked through, the observed one included; otherwise B are drawn and
/// p = (1 + b)/(1 + B) (Phipson and Smyth 2010), which is never zero and keeps its level. Ties count (">=", with 1e-10 relative
/// slack for rounding): counting only strictly larger ones, as some tools do, halves p in small samples.
///
/// The statistic is Welch's t unless asked otherwise: studentised, the test also keeps its level, for large samples, when only the
/// means are equal and the spreads are not (Janssen 1997); the plain difference tests equality of the whole distributions.
public struct PermutationTest: SignificanceTest {
    public static let method = "permutation"
    public static let citation = """
        Pitman (1937), Supplement to JRSS 4:119-130; Janssen (1997), Statistics and Probability Letters 36:9-21; \
        Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9:39
        """

    public enum Scale: Sendable {
        /// Difference of means over its standard error with separate variances.
        case welch
        case difference
    }

    public let scale: Scale
    public let groupCount: Int
    public let referenceCount: Int
    /// Group minus reference, in the unit of `scale`; infinite when the sides differ and do not vary (Welch).
    public let statistic: Double
    public let pValue: Double
    /// All of them when exact, else the number drawn.
    public let arrangements: Int
    public let isExact: Bool

    public var count: Int { groupCount + referenceCount }

    /// - Parameters:
    ///   - replicates: arrangements drawn when there are too many for all; at least 1.
    ///   - exactUpTo: walk through all arrangements when there are at most this many.
    /// - Throws: `noObservations`; `notFinite`; `outsideRange` for replicates below 1; for Welch `tooFewObservations(needed: 2)`
    ///   and `zeroVariance` when all values are the same.
    public init(
        group: [Double], reference: [Double], scale: Scale = .welch, replicates: Int = 9_999, seed: UInt64, exactUpTo: Int = 20_000
    ) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard replicates >= 1 else { throw .outsideRange }
        if scale == .welch, min(group.count, reference.count) < 2 { throw .tooFewObservations(needed: 2) }
        let centre = try Summary(group + reference).mean
        var values = (group + reference).map { $0 - centre }
        let contrast = TwoSideContrast(scale, values, group.count)
        if scale == .welch, contrast.squares <= 0 { throw .zeroVariance }
        let observed = contrast.statistic(ofFirst: Array(values.prefix(group.count)))
        let threshold = abs(observed) * (1 - 1e-10)

        self.scale = scale
        groupCount = group.count
        referenceCount = reference.count
        statistic = observed
        // The smaller side is dealt out; what is left is the other.
        let isGroupSmaller = group.count <= reference.count
        let dealt = TwoSideContrast(scale, values, min(group.count, reference.count))
        var extreme = 0
        if let all = Arrangements.count(values.count, choose: dealt.firstCount, limit: exactUpTo) {
            Arrangements.forEach(values.count, choose: dealt.firstCount) { chosen in
                if abs(dealt.statistic(ofFirst: chosen.map { values[$0] })) >= threshold { extreme += 1 }
            }
            isExact = true
            arrangements = all
            pValue = Double(extreme) / Double(all)
        } else {
            if !isGroupSmaller { values = Array(values[group.count...] + values[..<group.count]) }
            var random = SeededRandom(seed: seed)
            for _ in 0..<replicates {
                for index in 0..<dealt.firstCount { values.swapAt(index, index + random.index(below: values.count - index)) }
                if abs(dealt.statistic(ofFirst: values.prefix(dealt.firstCount))) >= threshold { extreme += 1 }
            }
            isExact = false
            arrangements = replicates
            pValue = Double(1 + extreme) / Double(1 + replicates)
        }
    }
}

/// The statistic of an arrangement from the sums of its first side; values are centred, so that the other side's sums follow.
private struct TwoSideContrast {
    let scale: PermutationTest.Scale
    let firstCount: Int
    private let first: Double
    private let second: Double
    let squares: Double

    init(_ scale: PermutationTest.Scale, _ centred: [Double], _ firstCount: Int) {
        self.scale = scale
        self.firstCount = firstCount
        first = Double(firstCount)
        second = Double(centred.count - firstCount)
        squares = centred.reduce(0) { $0 + $1 * $1 }
    }

    func statistic(ofFirst side: some Sequence<Double>) -> Double {
        var (sum, square) = (0.0, 0.0)
        for value in side {
            sum += value
            square += value * value
        }
        let difference = sum * (1 / first + 1 / second)
        guard scale == .welch else { return difference }
        let firstSpread = max(0, square - sum * sum / first) / (first - 1) / first
        let secondSpread = max(0, squares - square - sum * sum / second) / (second - 1) / second
        let variance = firstSpread + secondSpread
        // Below this the spread is what rounding left of zero.
        guard variance > 1e-14 * squares else { return sum * sum <= 1e-24 * squares ? 0 : difference * .infinity }
        return difference / variance.squareRoot()
    }
}
