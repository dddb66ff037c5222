/// A difference in rates between group and reference told whole: crude, adjusted for strata, split into its parts, and whether one
/// adjusted figure describes all strata.
///
/// A crude gap alone can be made by who is in which stratum; an adjusted one alone hides that strata may contradict each other. So
/// this value has no part that can be made without the others, and `figures(level:)` lists them all. A part that these strata
/// cannot give carries its reason; none is ever a zero or a one in its stead.
public struct ConditionalDisparity: Sendable {
    /// Strata as given.
    public let strata: [RateStratum]
    /// All people together, without strata.
    public let crudeDifference: MiettinenNurminen
    public let crudeRiskRatio: Result<MantelHaenszelRiskRatio, Undefined>
    public let crudeOddsRatio: Result<MantelHaenszelOddsRatio, Undefined>
    /// Within strata, Mantel-Haenszel weights.
    public let adjustedDifference: Result<MantelHaenszelRiskDifference, Undefined>
    public let adjustedRiskRatio: Result<MantelHaenszelRiskRatio, Undefined>
    public let adjustedOddsRatio: Result<MantelHaenszelOddsRatio, Undefined>
    /// Test of no association within strata, without continuity correction.
    public let test: Result<CochranMantelHaenszel, Undefined>
    /// Within strata, weights of a standard population.
    public let standardised: Result<DirectStandardisation, Undefined>
    public let decomposition: Result<KitagawaDecomposition, Undefined>
    public let demographicDisparity: Result<ConditionalDemographicDisparity, Undefined>
    /// Whether the odds ratio is the same in every stratum, with Tarone's correction.
    public let homogeneity: Result<BreslowDay, Undefined>

    /// - Throws: only when there is no crude comparison: `noObservations` when a side has nobody at all, `outsideRange` for events
    ///   outside 0...total or weights below 0, `unequalLengths` when there are not as many weights as strata, `notFinite`.
    public init(strata: [RateStratum], standard: DirectStandardisation.Standard = .everybody) throws(Undefined) {
        var everybody = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)
        for stratum in strata {
            try stratum.check()
            everybody = everybody + stratum
        }
        self.strata = strata
        crudeDifference = try MiettinenNurminen(
            groupEvents: everybody.groupEvents, groupTotal: everybody.groupTotal, referenceEvents: everybody.referenceEvents,
            referenceTotal: everybody.referenceTotal)
        let whole = [everybody]
        crudeRiskRatio = Undefined.result { () throws(Undefined) in try MantelHaenszelRiskRatio(strata: whole) }
        crudeOddsRatio = Undefined.result { () throws(Undefined) in try MantelHaenszelOddsRatio(strata: whole) }
        adjustedDifference = Undefined.result { () throws(Undefined) in try MantelHaenszelRiskDifference(strata: strata) }
        adjustedRiskRatio = Undefined.result { () throws(Undefined) in try MantelHaenszelRiskRatio(strata: strata) }
        adjustedOddsRatio = Undefined.result { () throws(Undefined) in try MantelHaenszelOddsRatio(strata: strata) }
        test = Undefined.result { () throws(Undefined) in try CochranMantelHaenszel(strata: strata, continuity: .none) }
        standardised = Undefined.result { () throws(Undefined) in try DirectStandardisation(strata: strata, standard: standard) }
        decomposition = Undefined.result { () throws(Undefined) in try KitagawaDecomposition(strata: strata) }
        demographicDisparity = Undefined.result { () throws(Undefined) in try ConditionalDemographicDisparity(strata: strata) }
        homogeneity = Undefined.result { () throws(Undefined) in try BreslowDay(strata: strata, correction: .tarone) }
        // A weight that cannot be used is the caller's mistake and not a property of these people.
        if case .failure(let reason) = standardised, reason == .unequalLengths || reason == .outsideRange || reason == .notFinite {
            throw reason
        }
    }

    /// True when the crude and the adjusted difference point to different sides (Simpson's reversal); nil when there is no adjusted one.
    public var reverses: Bool? {
        guard case .success(let adjusted) = adjustedDifference else { return nil }
        return crudeDifference.estimate * adjusted.estimate < 0
    }
}
