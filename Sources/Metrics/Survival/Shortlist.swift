/// The one change among many that brings an estimate closest to zero, when trying them all would take too long.
///
/// First-order influence ranks the changes; the first dozen distinct ones are then made in earnest and the best of them taken.
enum Shortlist {
    static func best<Change, Difference: GroupDifference>(
        _ changes: [(change: Change, distance: Double)], make: (Change) -> Difference?
    ) -> Difference? {
        var tried = 0
        var lastDistance = -1.0
        var best: Difference?
        for change in changes.sorted(by: { $0.distance < $1.distance }) {
            // Equal records have equal influence.
            if change.distance == lastDistance { continue }
            lastDistance = change.distance
            if let made = make(change.change), abs(made.estimate) < best.map({ abs($0.estimate) }) ?? .infinity { best = made }
            tried += 1
            if tried == 12 { break }
        }
        return best
    }
}
