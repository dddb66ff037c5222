import Cohort

/// What a list promised one person, and what came of it.
struct Success: Sendable {
    /// d(1): to the first place of the list, as replayed.
    let distance: Double
    let succeeded: Bool

    /// Whether the first placement of the window lasted so many days. Only placements that began that long before the window's end: of
    /// later ones only the failures would be known. Promotion is a success. The list is the one that the placement names, or else the
    /// last one before it.
    static func retained(_ frame: AuditFrame, days: Int) -> [Success?] {
        let snapshot = frame.snapshot
        let runs = Dictionary(uniqueKeysWithValues: snapshot.runs.enumerated().map { ($1.matchRunId, $0) })
        return zip(frame.people, frame.firstPlacementsInWindow()).map { person, placement in
            guard let placement, placement.startedOn + days <= frame.window.to else { return nil }
            let named = placement.matchRunId.flatMap { runs[$0] }
            let last = person.runs.last { snapshot.runs[$0].executedOn <= placement.startedOn }
            guard let run = named ?? last, let distance = frame.replayed.bestDistance(ofRun: run) else { return nil }
            let ended = placement.endReason == "promoted" ? nil : placement.endedOn
            return Success(distance: distance, succeeded: ended.map { $0 - placement.startedOn > days } ?? true)
        }
    }

    /// Whether there was a placement within so many days of the first list, of people who began in the window and could be followed that
    /// long. Whoever left for another reason was not placed.
    static func placed(_ frame: AuditFrame, within days: Int) -> [Success?] {
        zip(frame.people, frame.waiting(delayed: false)).map { person, exit in
            guard let exit, let start = frame.firstList(of: person), start + days <= frame.window.to,
                let run = person.runs.first, let distance = frame.replayed.bestDistance(ofRun: run)
            else { return nil }
            return Success(distance: distance, succeeded: exit.kind == .event && exit.days <= days)
        }
    }
}
