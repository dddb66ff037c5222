/// Conditional demographic disparity: how much larger the group's share is among the rejected than among the accepted, within strata.
///
/// Per stratum k: DD_k = (group's rejected / all rejected) - (group's accepted / all accepted); positive when the group is
/// over-represented among the rejected. Over strata: sum(N_k DD_k) / sum(N_k). People with the outcome are the accepted.
///
/// A stratum without any accepted or any rejected has no DD_k. Such strata are left out of both sums, counted, and named by their
/// place in the list; writing a zero for them, as is done elsewhere, pulls the figure towards "no disparity".
public struct ConditionalDemographicDisparity: DescriptiveStatistic {
    public static let method = "conditional_demographic_disparity"
    public static let citation =
        "Wachter, Mittelstadt and Russell (2021), Computer Law and Security Review 41:105567; stratum form as in Amazon SageMaker Clarify"

    /// DD_k of each stratum in the order given; nil where nobody was accepted or nobody rejected.
    public let disparities: [Double?]
    /// Places, from 0, of the strata that have people but no DD_k.
    public let undefinedStrata: [Int]
    /// People in the strata that count, and in those that do not.
    public let count: Int
    public let peopleLeftOut: Int
    public let estimate: Double
    /// DD of all people together, without strata, those left out of the estimate included.
    public let crude: Double

    /// - Throws: `noObservations` without people; `zeroDenominator` when no stratum has both an accepted and a rejected person;
    ///   `outsideRange` for events outside 0...total; `notFinite`.
    public init(strata: [RateStratum]) throws(Undefined) {
        var terms = CompensatedSum()
        var people = CompensatedSum()
        var left = CompensatedSum()
        var everybody = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)
        var disparities: [Double?] = []
        for stratum in strata {
            try stratum.check()
            everybody = everybody + stratum
            let disparity = Self.disparity(stratum)
            disparities.append(disparity)
            guard let disparity else {
                left.add(stratum.people)
                continue
            }
            terms.add(stratum.people * disparity)
            people.add(stratum.people)
        }
        guard everybody.people > 0 else { throw .noObservations }
        guard people.value > 0, let crude = Self.disparity(everybody) else { throw .zeroDenominator }
        self.disparities = disparities
        undefinedStrata = strata.indices.filter { disparities[$0] == nil && strata[$0].people > 0 }
        count = Int(people.value.rounded())
        peopleLeftOut = Int(left.value.rounded())
        estimate = terms.value / people.value
        self.crude = crude
    }

    private static func disparity(_ stratum: RateStratum) -> Double? {
        let rejected = stratum.groupOthers + stratum.referenceOthers
        guard stratum.events > 0, rejected > 0 else { return nil }
        return stratum.groupOthers / rejected - stratum.groupEvents / stratum.events
    }
}
