/// What became of one matched person: the first placement and its end, in time since the person's time zero.
public enum PlacementHistory: Sendable, Equatable {
    /// Not placed and still under observation at `until`.
    case waiting(until: Double)
    /// Left without a placement, for another reason.
    case left(at: Double)
    /// Placed, and still there when observation ended.
    case inPlace(since: Double, until: Double)
    /// Placed, and the placement ended.
    case ended(since: Double, at: Double)

    /// Times are finite, 0 or later, and a placement ends after it began.
    var isValid: Bool {
        switch self {
        case .waiting(let time), .left(let time): time.isFinite && time >= 0
        case .inPlace(let since, let end), .ended(let since, let end): since >= 0 && end.isFinite && end > since
        }
    }

    /// Time from the placement to its end; nil for somebody who was not placed.
    var stay: FollowUp? {
        switch self {
        case .waiting, .left: nil
        case .inPlace(let since, let until): .censored(at: until - since)
        case .ended(let since, let at): .event(at: at - since)
        }
    }

    /// Waiting for a placement: exit 1 is the placement, 2 is leaving without one.
    var wait: FollowUp {
        switch self {
        case .waiting(let until): FollowUp(end: until, cause: 0)
        case .left(let at): FollowUp(end: at, cause: 2)
        case .inPlace(let since, _), .ended(let since, _): FollowUp(end: since, cause: 1)
        }
    }

    /// Being in place, at risk of its end, from the placement on; on the clock of time zero.
    var presence: FollowUp? {
        switch self {
        case .waiting, .left: nil
        case .inPlace(let since, let until): FollowUp(end: until, cause: 0, entry: since)
        case .ended(let since, let at): FollowUp(end: at, cause: 1, entry: since)
        }
    }

    /// Whether it is known if the person was placed and there at `time`.
    func isKnown(at time: Double) -> Bool {
        switch self {
        case .left, .ended: true
        case .waiting(let until), .inPlace(_, let until): until >= time
        }
    }

    func isThere(at time: Double) -> Bool {
        switch self {
        case .waiting, .left: false
        case .inPlace(let since, _): since <= time
        case .ended(let since, let end): since <= time && end > time
        }
    }

    /// The same person, there at `time`, or not there.
    func recoded(there: Bool, at time: Double) -> PlacementHistory {
        switch self {
        case .waiting(let until): there ? .inPlace(since: min(until, time / 2), until: time) : self
        case .left(let at): there ? .inPlace(since: min(at, time / 2), until: time) : self
        case .inPlace(let since, _), .ended(let since, _):
            there ? .inPlace(since: min(since, time / 2), until: time) : since < time ? .ended(since: since, at: time) : .left(at: time)
        }
    }
}
