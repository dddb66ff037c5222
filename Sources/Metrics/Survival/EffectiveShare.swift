/// A share estimated from incomplete follow-up as so many people with the outcome out of so many without censoring.
///
/// The total is share (1 - share) / variance (Dorey and Korn 1987, Statistics in Medicine 6:679), which without censoring is the
/// number of people exactly. Where the share is 0 or 1 the variance says nothing; then the people whose state is known.
package struct EffectiveShare: Sendable {
    package let total: Double
    package let events: Double

    package init(share: Double, standardError: Double, knownPeople: Double) {
        total = share > 0 && share < 1 && standardError > 0 ? share * (1 - share) / (standardError * standardError) : knownPeople
        events = min(total, share * total)
    }

    /// Two such shares by the score method.
    package static func difference(group: EffectiveShare, reference: EffectiveShare) throws(Undefined) -> MiettinenNurminen {
        try MiettinenNurminen(
            groupEvents: group.events, groupTotal: group.total, referenceEvents: reference.events, referenceTotal: reference.total)
    }
}
