import Audit
import Foundation
import Synchronization

/// Listens to an audit: says on a terminal where it is, and keeps how long each part took.
final class Stopwatch: Sendable {
    private struct State {
        /// A part may be under way on two threads.
        var begun: [AuditStage: [ContinuousClock.Instant]] = [:]
        var order: [AuditStage] = []
        var spent: [AuditStage: Duration] = [:]
    }

    private let state = Mutex(State())
    private static let words = [
        "replay": "Making the lists again", "frame": "Bringing people, groups and lists together", "measure": "Measuring", "judge": "Judging",
        "chance": "Counting what chance alone would give", "tables": "Making the tables of", "disclose": "Leaving out what may not be shown",
    ]

    var observer: AuditStage.Observer {
        { stage, moment in
            let now = ContinuousClock.now
            let isNew = self.state.withLock { state in
                switch moment {
                case .begins:
                    let isNew = state.begun[stage] == nil
                    if isNew { state.order.append(stage) }
                    state.begun[stage, default: []].append(now)
                    return isNew
                case .ends:
                    state.spent[stage, default: .zero] += state.begun[stage]?.popLast().map { now - $0 } ?? .zero
                    return false
                }
            }
            if isNew { Terminal.step([Self.words[stage.name] ?? stage.name, stage.detail].filter { !$0.isEmpty }.joined(separator: " ")) }
        }
    }

    /// One line per part, in the order in which they began. Parts run side by side where there are threads, so that they add up to more
    /// than the time that passed.
    func table() -> [String] {
        let (order, spent) = state.withLock { ($0.order, $0.spent) }
        let rows = order.map { stage in (name: [stage.name, stage.detail].filter { !$0.isEmpty }.joined(separator: " "), seconds: seconds(spent[stage])) }
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { $0.name + String(repeating: " ", count: width - $0.name.count) + String(format: "%9.2f s", $0.seconds) }
    }

    private func seconds(_ duration: Duration?) -> Double {
        let parts = (duration ?? .zero).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
}
