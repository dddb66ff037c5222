import Metrics
import Synchronization

/// Lower limits of `FewChanges`, each computed once: with few changes the random signs give the same sums again and again, and exact
/// limits are slow.
final class FewLimits: Sendable {
    private struct Key: Hashable {
        let above: Double
        let below: Double
        let commonest: Double
        let level: Double
    }

    private let known = Mutex<[Key: Double]>([:])

    func lower(_ changes: FewChanges, level: Double) -> Double {
        let key = Key(above: changes.above, below: changes.below, commonest: changes.commonest, level: level)
        if let limit = known.withLock({ $0[key] }) { return limit }
        let limit = changes.lower(level: level)
        known.withLock { $0[key] = limit }
        return limit
    }
}
