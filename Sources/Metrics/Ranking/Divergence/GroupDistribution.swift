/// Shares of groups, one per class: what is seen, or what should be seen.
///
/// A target comes from outside the list that is judged. A target taken from the list itself calls a list without any member of a
/// group perfect.
public struct GroupDistribution: Sendable, Equatable {
    /// At least 0, summing to 1.
    public let shares: [Double]

    /// - Throws: `noObservations` without shares, `notFinite`, `outsideRange` when a share is negative or they do not sum to 1 within
    ///   1e-9. A sum that is off by more than the last bits (shares written with few digits) is divided out.
    public init(shares: [Double]) throws(Undefined) {
        guard !shares.isEmpty else { throw .noObservations }
        guard shares.allSatisfy(\.isFinite) else { throw .notFinite }
        let excess = abs(OrderFree.sum(shares) - 1)
        guard shares.allSatisfy({ $0 >= 0 }), excess <= 1e-9 else { throw .outsideRange }
        self.shares = excess <= 1e-15 * Double(shares.count) ? shares : Self.divided(shares)
    }

    /// Counts over their sum.
    /// - Throws: `noObservations` without counts or when nobody was counted, `outsideRange` for a negative count.
    public init(counts: [Int]) throws(Undefined) {
        guard counts.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        guard counts.contains(where: { $0 > 0 }) else { throw .noObservations }
        self.init(weights: counts.map(Double.init))
    }

    /// Counts to each of which a pseudo-count is added (Laplace: 1). It pulls every share towards equal ones, strongly so for few
    /// people, and hides that a group is absent; it is therefore never a default.
    /// - Throws: as above; `outsideRange` for a pseudo-count that is not positive and finite.
    public init(counts: [Int], pseudoCount: Double) throws(Undefined) {
        guard !counts.isEmpty else { throw .noObservations }
        guard counts.allSatisfy({ $0 >= 0 }), pseudoCount > 0, pseudoCount < .infinity else { throw .outsideRange }
        self.init(weights: counts.map { Double($0) + pseudoCount })
    }

    /// The groups' shares among all that could be shown.
    public init(poolOf groups: ItemGroups) {
        self.init(weights: groups.counts.map(Double.init))
    }

    /// Weights that are not negative, not all zero, and finite in sum.
    init(weights: [Double]) {
        shares = Self.divided(weights)
    }

    private static func divided(_ weights: [Double]) -> [Double] {
        let total = OrderFree.sum(weights)
        return weights.map { $0 / total }
    }
}
