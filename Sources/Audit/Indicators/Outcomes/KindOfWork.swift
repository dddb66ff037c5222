import Cohort

/// The kinds of work in order, and how people moved along them.
enum KindOfWork {
    static let ladder = ["day_activity", "sheltered", "benefit_retained", "paid"]

    /// Steps up (or down, negative) from the first to the last placement until the end of the window, of people with more than one; else
    /// from the first to the last choice. `nil` without two, and for who began at the top.
    static func moves(_ frame: AuditFrame) -> [Int?] { frame.memo.value("M20 moves") { made(frame) } }

    private static func made(_ frame: AuditFrame) -> [Int?] {
        let snapshot = frame.snapshot
        let placements = frame.placements()
        let choices = choices(frame)
        return frame.people.indices.map { person in
            let placed = placements[person].map { snapshot.placements[$0].workKind }
            let path = (placed.count > 1 ? placed : choices[person]).compactMap { ladder.firstIndex(of: $0) }
            guard path.count > 1, let first = path.first, let last = path.last, first < ladder.count - 1 else { return nil }
            return last - first
        }
    }

    /// The kinds of work that were chosen for each person, in order of time.
    private static func choices(_ frame: AuditFrame) -> [[String]] {
        let snapshot = frame.snapshot
        let kinds = Dictionary(uniqueKeysWithValues: snapshot.workplaces.map { ($0.workplaceId, $0.workKind) })
        let chooser = Dictionary(uniqueKeysWithValues: snapshot.runs.map { ($0.matchRunId, $0.participantId) })
        var byPerson: [Pseudonym: [(sequence: Int, kind: String)]] = [:]
        for choice in snapshot.choices where choice.decidedOn <= frame.window.to {
            guard let participant = chooser[choice.matchRunId], let kind = choice.chosenWorkplaceId.flatMap({ kinds[$0] }) else { continue }
            byPerson[participant, default: []].append((choice.sequence, kind))
        }
        return frame.people.map { person in
            (byPerson[snapshot.participants[person.participant].participantId] ?? []).sorted { $0.sequence < $1.sequence }.map(\.kind)
        }
    }
}
