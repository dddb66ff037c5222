/// The first time at which Kaplan-Meier's curve is down to 1 - `share`; the median for 0.5.
///
/// Interval (Brookmeyer and Crowley 1982): all times at which the interval of the curve, on the named scale, holds 1 - `share`. A
/// curve whose upper limit never falls so far leaves the upper end infinite. Where a flat piece of the curve lies exactly at
/// 1 - `share` this is its beginning (some programs take its middle).
public struct SurvivalQuantile: Statistic {
    public static let method = "kaplan_meier_quantile"
    public static let citation = "Brookmeyer and Crowley (1982), Biometrics 38:29-41"

    public let share: Double
    public let scale: SurvivalScale
    public let estimate: Double
    private let curve: KaplanMeier

    /// - Throws: `outsideRange` when `share` is not in (0, 1) or the scale is `score`; `nobodyAtRisk` when the curve does not fall
    ///   so far before follow-up ends.
    init(curve: KaplanMeier, share: Double, scale: SurvivalScale) throws(Undefined) {
        guard share > 0, share < 1, scale != .score else { throw .outsideRange }
        guard let time = Self.crossing(curve, share, value: { curve.survival(index: $0) }) else { throw .nobodyAtRisk }
        self.curve = curve
        self.share = share
        self.scale = scale
        estimate = time
    }

    public var count: Int { curve.count }

    /// - Throws: `outsideRange` for a level outside (0, 1).
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        let z = Normal.critical(level: level)
        // No interval of the curve where it is 0: its lower limit is 0 there and its upper limit unknown.
        func limits(_ index: Int) -> (low: Double, high: Double) {
            SurvivalProbability.limits(curve.survival(index: index), curve.logVariance(index: index), z: z, scale) ?? (0, 1)
        }
        let low = Self.crossing(curve, share) { limits($0).low } ?? estimate
        let high = Self.crossing(curve, share) { limits($0).high } ?? .infinity
        return Interval(level: level, low: low, high: high)
    }

    /// First step at which `value` is at most 1 - share; a hair above counts, as the curve is a rounded product.
    private static func crossing(_ curve: KaplanMeier, _ share: Double, value: (Int) -> Double) -> Double? {
        curve.table.times.indices.first { value($0) <= 1 - share + 1e-12 }.map { curve.table.times[$0] }
    }
}
