/// Paired permutation test: if nothing changed, each person's difference could as well have had the other sign.
///
/// All 2^n sign patterns when there are few, otherwise B drawn with p = (1 + b)/(1 + B). The sum of the differences and the paired
/// t statistic order the patterns alike (the sum of squares never changes), so studentising makes no difference here.
public struct SignFlipTest: SignificanceTest {
    public static let method = "sign_flip"
    public static let citation = """
        Fisher (1935), The Design of Experiments, section 21; Phipson and Smyth (2010), Statistical Applications in Genetics and \
        Molecular Biology 9:39
        """

    public let count: Int
    /// Mean difference.
    public let statistic: Double
    /// Two-sided: patterns whose mean is at least as far from zero.
    public let pValue: Double
    /// One-sided: patterns whose mean is at most, or at least, the observed one.
    public let lowerP: Double
    public let upperP: Double
    public let isExact: Bool

    /// - Parameter differences: one per person, second minus first.
    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for replicates below 1.
    public init(differences: [Double], replicates: Int = 9_999, seed: UInt64, exactUpTo: Int = 20_000) throws(Undefined) {
        let summary = try Summary(differences)
        guard replicates >= 1 else { throw .outsideRange }
        let observed = differences.reduce(0, +)
        let slack = differences.reduce(0) { $0 + abs($1) } * 1e-12
        var (lower, upper, far) = (0, 0, 0)
        func take(_ sum: Double) {
            if sum <= observed + slack { lower += 1 }
            if sum >= observed - slack { upper += 1 }
            if abs(sum) >= abs(observed) - slack { far += 1 }
        }
        count = differences.count
        statistic = summary.mean
        isExact = differences.count < 62 && (1 << differences.count) <= exactUpTo
        if isExact {
            for pattern in 0..<(1 << differences.count) {
                var sum = 0.0
                for (place, value) in differences.enumerated() { sum += pattern >> place & 1 == 0 ? value : -value }
                take(sum)
            }
            let all = Double(1 << differences.count)
            (lowerP, upperP, pValue) = (Double(lower) / all, Double(upper) / all, Double(far) / all)
        } else {
            var random = SeededRandom(seed: seed)
            for _ in 0..<replicates {
                var sum = 0.0
                var bits: UInt64 = 0
                for (place, value) in differences.enumerated() {
                    if place % 64 == 0 { bits = random.next() }
                    sum += bits & 1 == 0 ? value : -value
                    bits >>= 1
                }
                take(sum)
            }
            let all = Double(1 + replicates)
            (lowerP, upperP, pValue) = (Double(1 + lower) / all, Double(1 + upper) / all, Double(1 + far) / all)
        }
    }
}
