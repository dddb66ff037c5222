import RealModule

/// Difference of one quantile between two sides: group minus reference, in the unit of the values.
///
/// Estimate: type 7 quantiles (linear between order statistics). Interval: each side's distribution-free interval between two order
/// statistics at the same level, put together by squares and added (Zou and Donner's method of variance estimates recovery):
/// low = d - sqrt((x - x_low)^2 + (y_high - y)^2), high = d + sqrt((x_high - x)^2 + (y - y_low)^2). Asymmetric, no density is estimated,
/// nothing is resampled. Conservative, as the one-sided intervals are: order statistics come in jumps.
public struct QuantileDifference: Statistic {
    public static let method = "quantile_difference_mover"
    public static let citation = "Zou and Donner (2008), Statistics in Medicine 27:1693-1702; order statistics: Conover (1999), section 3.2"

    public let probability: Double
    public let groupValue: Double
    public let referenceValue: Double
    private let group: [Double]
    private let reference: [Double]

    /// - Parameter probability: in (0, 1); 0.5 for medians.
    /// - Throws: `noObservations`, `notFinite`, `outsideRange`.
    public init(group: [Double], reference: [Double], probability: Double) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard group.allSatisfy(\.isFinite), reference.allSatisfy(\.isFinite), !probability.isNaN else { throw .notFinite }
        guard probability > 0, probability < 1 else { throw .outsideRange }
        self.group = group.sorted()
        self.reference = reference.sorted()
        self.probability = probability
        groupValue = SampleQuantile.value(probability, ofSorted: self.group)
        referenceValue = SampleQuantile.value(probability, ofSorted: self.reference)
    }

    public var count: Int { group.count + reference.count }
    public var estimate: Double { groupValue - referenceValue }

    /// - Throws: `outsideRange` unless `level` is in (0, 1), `tooFewObservations` when a side has no order statistics far enough out
    ///   (6 values for a median at 95 %, 72 for a lower or upper twentieth).
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let first = try limits(group, level: level)
        let second = try limits(reference, level: level)
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let down = distance(max(0, groupValue - first.low), max(0, second.high - referenceValue))
        let up = distance(max(0, first.high - groupValue), max(0, referenceValue - second.low))
        return Interval(level: level, low: estimate - down, high: estimate + up)
    }

    private func limits(_ values: [Double], level: Double) throws(Undefined) -> (low: Double, high: Double) {
        guard let places = SampleQuantile.places(count: values.count, probability: probability, level: level) else {
            // All values on one side of the quantile must be rare enough: p^n and (1 - p)^n at most half of 1 - level.
            let base = max(probability, 1 - probability)
            throw .tooFewObservations(needed: Int((Double.log((1 - level) / 2) / Double.log(base)).rounded(.up)))
        }
        return (values[places.low - 1], values[places.high - 1])
    }
}
