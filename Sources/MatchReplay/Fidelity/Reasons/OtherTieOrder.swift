extension DifferingLists {
    /// At every rank the recorded place is exactly as far away as the replayed one: only the order of equal distances differs.
    func inOtherTieOrder(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        try judged(runs, core) { _, recorded, whole in
            guard recorded.count <= min(whole.workplaces.count, core.top ?? .max), Set(recorded).count == recorded.count else { return nil }
            let distance = Dictionary(zip(whole.workplaces, whole.distances), uniquingKeysWith: { first, _ in first })
            let same = zip(recorded, whole.distances).allSatisfy { distance[$0] == $1 }
            return same ? .tieOrder : nil
        }
    }
}
