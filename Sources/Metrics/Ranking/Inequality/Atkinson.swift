import RealModule

/// Atkinson's index: the part of the whole that could be given up without loss if what remains were shared equally; 0 when all get the same.
///
/// 1 - (mean of x^(1-e))^(1/(1-e)) / mean, for e = 1: 1 - geometric mean / mean. The aversion e > 0 says how much more the least served
/// count; with e >= 1 the index is 1 as soon as somebody gets nothing.
public struct Atkinson: DescriptiveStatistic, Equatable {
    public static let method = "atkinson"
    public static let citation = "Atkinson (1970), Journal of Economic Theory 2:244-263"

    public let count: Int
    public let aversion: Double
    public let estimate: Double

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a negative amount or an aversion that is not above 0, `zeroDenominator` when
    ///   nobody has anything.
    public init(_ amounts: [Double], aversion: Double) throws(Undefined) {
        let sorted = try Amounts.ascending(amounts)
        guard aversion.isFinite else { throw .notFinite }
        guard aversion > 0 else { throw .outsideRange }
        count = sorted.count
        self.aversion = aversion
        if sorted[0] == sorted[sorted.count - 1] {
            estimate = 0
        } else if aversion >= 1, sorted[0] == 0 {
            estimate = 1
        } else {
            let n = Double(sorted.count)
            let mean = CompensatedSum(sorted).value / n
            if aversion == 1 {
                // ln of the geometric mean over the mean.
                estimate = min(1, max(0, -Double.expMinusOne(CompensatedSum(sorted.map { Double.log($0 / mean) }).value / n)))
            } else {
                let power = 1 - aversion
                let moment = CompensatedSum(sorted.map { Double.pow($0 / mean, power) }).value / n
                estimate = min(1, max(0, 1 - Double.pow(moment, 1 / power)))
            }
        }
    }
}
