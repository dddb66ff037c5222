import Cohort
import Metrics

/// Who is drawn again: everybody's last run in a window, and of a large cohort a sample that depends on nobody else, so that quarters can be compared.
struct RedrawnSample: Sendable, Equatable, Codable {
    /// One run, in the order in which people are drawn.
    struct Place: Sendable, Equatable, Codable, Comparable {
        let order: UInt64
        let run: Pseudonym

        static func < (a: Place, b: Place) -> Bool { a.order != b.order ? a.order < b.order : a.run < b.run }
    }

    let window: Period
    /// The last one that is drawn; `nil` = everybody is.
    let last: Place?

    init(_ snapshot: Snapshot, window: Period, people: Int, seed: UInt64) {
        self.window = window
        let drawn = Self.places(snapshot, window: window, seed: seed).map(\.place).sorted()
        let nobody = Place(order: 0, run: Pseudonym(high: 0, low: 0))
        last = drawn.count <= people ? nil : people > 0 ? drawn[people - 1] : nobody
    }

    /// Indices in `Snapshot.runs`, in order.
    func runs(of snapshot: Snapshot, seed: UInt64) -> [Int] {
        Self.places(snapshot, window: window, seed: seed).filter { entry in last.map { entry.place <= $0 } ?? true }.map(\.run).sorted()
    }

    private static func places(_ snapshot: Snapshot, window: Period, seed: UInt64) -> [(place: Place, run: Int)] {
        var latest: [Pseudonym: Int] = [:]
        for (index, run) in snapshot.runs.enumerated() where window.contains(run.executedOn) {
            if let kept = latest[run.participantId], snapshot.runs[kept].sequence >= run.sequence { continue }
            latest[run.participantId] = index
        }
        return latest.map { participant, run in
            let order = CounterRandom.bits(seed: seed, participant: participant.randomKey, replicate: 0)
            return (Place(order: order, run: snapshot.runs[run].matchRunId), run)
        }
    }
}
