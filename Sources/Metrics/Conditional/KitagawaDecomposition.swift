/// A crude gap between two rates split into what differs within strata and what comes from being in other strata (Kitagawa 1955).
///
/// With c1k, c0k the shares of group and reference in stratum k and p1k, p0k their rates there:
/// rate part = sum (c1k + c0k)/2 (p1k - p0k); composition part = sum (c1k - c0k) (p1k + p0k)/2.
///
/// A stratum with one side only has no second rate. Its people form a third part (after Nopo 2008):
/// f1 (q1 - p1) - f0 (q0 - p0), with f the share of a side's people in such strata, q their rate and p the rate of the side's
/// other people; shares c and rates p above are then of those others. The three parts sum to the crude gap.
public struct KitagawaDecomposition: Sendable {
    public static let method = "kitagawa"
    public static let citation = "Kitagawa (1955), JASA 50:1168-1194; Nopo (2008), Review of Economics and Statistics 90:290-299"

    /// One part of the gap with its delta-method interval, in which rates and composition both vary as in independent samples of
    /// people. It takes the rates of the cells at face value, so it is too narrow where cells have one or two people.
    public struct Part: Statistic {
        public static let method = KitagawaDecomposition.method
        public static let citation = KitagawaDecomposition.citation

        public let count: Int
        public let estimate: Double
        let variance: Double?

        /// - Throws: `noSamplingModel` for the part of the one-sided strata, `zeroVariance` when nothing varies.
        public func interval(level: Double) throws(Undefined) -> Interval {
            guard let variance else { throw .noSamplingModel }
            guard variance > 0 else { throw .zeroVariance }
            let half = Normal.critical(level: level) * variance.squareRoot()
            return Interval(level: level, low: estimate - half, high: estimate + half)
        }
    }

    public let strata: StrataCounts
    /// Rate of the group minus rate of the reference, everybody counted.
    public let crudeGap: Double
    public let rate: Part
    public let composition: Part
    /// What people without counterparts in their stratum add; 0 when there are none.
    public let oneSided: Part

    /// - Throws: `noInformativeStratum`; `outsideRange` for events outside 0...total; `notFinite`.
    public init(strata: [RateStratum]) throws(Undefined) {
        let checked = try CheckedStrata(strata)
        let n1 = checked.sum(\.groupTotal)
        let n0 = checked.sum(\.referenceTotal)
        let cells = checked.informative.map { Cell($0, n1, n0) }
        // Means over either side of the influence of being in a stratum.
        let rateMeans = (CompensatedSum(cells.map { $0.c1 * $0.gap }).value, CompensatedSum(cells.map { $0.c0 * $0.gap }).value)
        let levelMeans = (CompensatedSum(cells.map { $0.c1 * $0.level }).value, CompensatedSum(cells.map { $0.c0 * $0.level }).value)
        var rateVariance = CompensatedSum()
        var compositionVariance = CompensatedSum()
        for cell in cells {
            let s = cell.stratum
            for (share, n, others, rate, sign, means) in [
                (cell.c1, n1, (s.groupEvents, s.groupOthers), s.groupRate, 1.0, (rateMeans.0, levelMeans.0)),
                (cell.c0, n0, (s.referenceEvents, s.referenceOthers), s.referenceRate, -1.0, (rateMeans.1, levelMeans.1)),
            ] {
                for (people, outcome) in [(others.0, 1.0), (others.1, 0.0)] {
                    let residual = (outcome - rate) / share
                    let ofRate = (cell.gap - means.0) / 2 + sign * cell.middle * residual
                    let ofComposition = sign * (cell.level - means.1) + cell.shift * residual / 2
                    rateVariance.add(people * ofRate * ofRate / (n * n))
                    compositionVariance.add(people * ofComposition * ofComposition / (n * n))
                }
            }
        }
        var everybody = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)
        for stratum in strata { everybody = everybody + stratum }
        // Rate of all people of a side minus the rate of those in strata with both sides.
        let outside = (everybody.groupRate - checked.sum(\.groupEvents) / n1)
            - (everybody.referenceRate - checked.sum(\.referenceEvents) / n0)
        self.strata = checked.counts
        crudeGap = everybody.groupRate - everybody.referenceRate
        rate = Part(
            count: checked.people, estimate: CompensatedSum(cells.map { $0.middle * $0.gap }).value, variance: rateVariance.value)
        composition = Part(
            count: checked.people, estimate: CompensatedSum(cells.map { $0.shift * $0.level }).value,
            variance: compositionVariance.value)
        oneSided = Part(count: Int(checked.counts.peopleLeftOut.rounded()), estimate: checked.counts.oneSided > 0 ? outside : 0, variance: nil)
    }

    private struct Cell {
        let stratum: RateStratum
        let c1: Double
        let c0: Double

        init(_ stratum: RateStratum, _ n1: Double, _ n0: Double) {
            self.stratum = stratum
            c1 = stratum.groupTotal / n1
            c0 = stratum.referenceTotal / n0
        }

        var gap: Double { stratum.groupRate - stratum.referenceRate }
        var level: Double { (stratum.groupRate + stratum.referenceRate) / 2 }
        var middle: Double { (c1 + c0) / 2 }
        var shift: Double { c1 - c0 }
    }
}
