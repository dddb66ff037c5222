import Cohort

/// Lists that break one invariant, and the places concerned.
struct BrokenLists: Sendable {
    /// Lists that were looked at.
    var lists = 0
    var broken = 0
    /// Indices of workplaces.
    var places: Set<Int> = []

    mutating func look(_ culprits: [Int]?) {
        lists += 1
        guard let culprits else { return }
        broken += 1
        places.formUnion(culprits)
    }
}
