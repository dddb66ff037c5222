extension DifferingLists {
    /// The recorded list is that of another version of the core. The first of `cores` that gives it is named.
    func ofOtherCores(_ runs: [Int], _ cores: [RankingCore]) throws(ReplayError) -> [Int: DifferenceReason] {
        var found: [Int: DifferenceReason] = [:]
        for other in cores {
            let open = runs.filter { found[$0] == nil }
            found.merge(
                reproduced(open, by: snapshot, other, cause: .otherCore(algorithmVersion: other.algorithmVersion)), uniquingKeysWith: { first, _ in first })
        }
        return found
    }
}
