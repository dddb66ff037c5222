/// How many of the strata that a comparison was given could tell it anything, and who is in the others.
public struct StrataCounts: Sendable, Equatable {
    /// Strata with people of both sides.
    public private(set) var informative = 0
    /// Strata with people of the group alone, and of the reference alone.
    public private(set) var groupOnly = 0
    public private(set) var referenceOnly = 0
    /// Strata without anybody.
    public private(set) var empty = 0
    /// People in informative strata, and people in one-sided ones.
    public private(set) var people = 0.0
    public private(set) var peopleLeftOut = 0.0

    /// Strata with people of one side only.
    public var oneSided: Int { groupOnly + referenceOnly }

    mutating func add(_ stratum: RateStratum) {
        if stratum.isInformative {
            informative += 1
            people += stratum.people
            return
        }
        peopleLeftOut += stratum.people
        if stratum.groupTotal > 0 {
            groupOnly += 1
        } else if stratum.referenceTotal > 0 {
            referenceOnly += 1
        } else {
            empty += 1
        }
    }
}

/// Strata whose counts are possible, the informative ones apart.
struct CheckedStrata: Sendable {
    let informative: [RateStratum]
    let counts: StrataCounts

    /// - Throws: `notFinite`; `outsideRange` when events are not in 0...total; `noInformativeStratum`.
    init(_ strata: [RateStratum]) throws(Undefined) {
        var counts = StrataCounts()
        for stratum in strata {
            try stratum.check()
            counts.add(stratum)
        }
        guard counts.informative > 0 else { throw .noInformativeStratum }
        informative = strata.filter(\.isInformative)
        self.counts = counts
    }

    var people: Int { Int(counts.people.rounded()) }

    /// Sum over the informative strata.
    func sum(_ term: (RateStratum) -> Double) -> Double {
        CompensatedSum(informative.lazy.map(term)).value
    }
}
