import Cohort
import Metrics

/// How the first placements of the window ended, or that they had not by its last day.
struct Endings {
    /// Parallel to `AuditFrame.people`; `nil` for people without a first placement in the window.
    let placements: [Placement?]
    let knowsReasons: Bool
    private let last: Day
    private let horizon: Int

    /// Moving on to better work.
    private static let promoted = "promoted"

    init(_ frame: AuditFrame, horizon: Int) {
        placements = frame.firstPlacementsInWindow()
        knowsReasons = frame.snapshot.offers("end_reason", of: "placement")
        last = frame.window.to
        self.horizon = horizon
    }

    /// Days from the beginning of each placement to its end, asked about up to a day. Promotion, and any end that `counts` leaves out, is an
    /// exit of its own.
    func exits(within limit: Int, counts: (_ reason: String?) -> Bool = { $0 != promoted }) -> [Exit?] {
        placements.map { placement in
            placement.map { placement in
                let (day, kind) = end(of: placement, counts)
                return Exit.within(limit, days: day, kind: kind, horizon: horizon)
            }
        }
    }

    /// The same without a last day: for curves.
    func exits() -> [Exit?] {
        placements.map { placement in
            placement.map { placement in
                let (day, kind) = end(of: placement) { $0 != Self.promoted }
                return Exit(days: day, kind: kind)
            }
        }
    }

    private func end(of placement: Placement, _ counts: (String?) -> Bool) -> (day: Int, kind: Exit.Kind) {
        guard let ended = placement.endedOn, ended <= last else { return (last - placement.startedOn, .censored) }
        return (max(0, ended - placement.startedOn), counts(placement.endReason) ? .event : .competing)
    }
}
