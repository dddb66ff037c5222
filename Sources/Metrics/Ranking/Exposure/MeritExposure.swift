/// Attention together with what it is owed to: a merit (relevance, suitability) for every item.
///
/// Merits are at least 0 and measured on a scale with a true zero; a distance is not a merit.
public struct MeritExposure: Sendable, Equatable {
    public let exposure: GroupExposure

    /// Merit of each item of the pool.
    public let merits: [Double]

    /// - Throws: `unequalLengths` when not every item has a merit, `notFinite`, `outsideRange` for a negative merit.
    public init(_ items: ItemExposure, merits: [Double]) throws(Undefined) {
        guard merits.count == items.values.count else { throw .unequalLengths }
        guard merits.allSatisfy(\.isFinite) else { throw .notFinite }
        guard merits.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        exposure = GroupExposure(items)
        self.merits = merits
    }

    /// Mean merit of a member of the class.
    /// - Throws: `outsideRange` when there is no such class, `noObservations` when it has no members.
    public func merit(of group: Int) throws(Undefined) -> Double {
        try mean(of: group) { merits[$0] }
    }

    /// Mean attention over mean merit: attention per unit of merit ("exposed utility").
    /// - Throws: as above; `zeroDenominator` when the group has no merit: what it is owed is then not defined.
    public func exposedUtility(of group: Int) throws(Undefined) -> Double {
        try perMerit(try exposure.mean(of: group), of: group)
    }

    /// Mean of attention times merit, over mean merit: what the attention is expected to bring ("realised utility").
    /// - Throws: as above.
    public func realisedUtility(of group: Int) throws(Undefined) -> Double {
        try perMerit(try mean(of: group) { exposure.items.values[$0] * merits[$0] }, of: group)
    }

    private func perMerit(_ value: Double, of group: Int) throws(Undefined) -> Double {
        let merit = try merit(of: group)
        guard merit > 0 else { throw .zeroDenominator }
        return value / merit
    }

    private func mean(of group: Int, _ value: (Int) -> Double) throws(Undefined) -> Double {
        try OrderFree.mean(try exposure.items.groups.members(of: group).map(value))
    }
}
