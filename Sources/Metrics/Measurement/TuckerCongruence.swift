/// Tucker's coefficient of congruence of two lists of loadings, sum(x y) / sqrt(sum x^2 sum y^2), in [-1, 1].
///
/// Not a correlation: means are not taken off, so two factors on which all items load positively are congruent to some .9 by that
/// alone. Usual reading: from .95 equal, .85 to .94 fair similarity. The sign depends on how the factors are signed.
public struct TuckerCongruence: DescriptiveStatistic {
    public static let method = "tucker_congruence"
    public static let citation = "Tucker (1951), Personnel Research Section Report 984; Lorenzo-Seva and ten Berge (2006), Methodology 2:57-64"

    /// Pairs of loadings, not people.
    public let count: Int
    public let estimate: Double

    /// - Throws: `unequalLengths`; `noObservations` for empty lists; `zeroDenominator` when a list is all zeros; `notFinite`.
    public init(_ first: [Double], _ second: [Double]) throws(Undefined) {
        guard first.count == second.count else { throw .unequalLengths }
        guard !first.isEmpty else { throw .noObservations }
        guard first.allSatisfy(\.isFinite), second.allSatisfy(\.isFinite) else { throw .notFinite }
        // In units of the largest, so that no square overflows or vanishes.
        let scales = (first.map(abs).max() ?? 0, second.map(abs).max() ?? 0)
        guard scales.0 > 0, scales.1 > 0 else { throw .zeroDenominator }
        let x = first.map { $0 / scales.0 }
        let y = second.map { $0 / scales.1 }
        func product(_ a: [Double], _ b: [Double]) -> Double { CompensatedSum(zip(a, b).lazy.map { $0 * $1 }).value }
        count = first.count
        // Rounding may carry equal lists past 1 by one unit in the last place.
        estimate = min(1, max(-1, product(x, y) / (product(x, x).squareRoot() * product(y, y).squareRoot())))
    }
}
