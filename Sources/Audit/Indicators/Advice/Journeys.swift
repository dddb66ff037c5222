import Cohort

/// How long whom takes to get where, found in the snapshot's own order without a copy of it.
package struct Journeys: Sendable {
    private let snapshot: Snapshot
    /// Rows of each participant in `Snapshot.travelTimes`, which are in order of participant and then of workplace id in bytes.
    private let rows: [Pseudonym: Range<Int>]

    package init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        var rows: [Pseudonym: Range<Int>] = [:]
        var start = 0
        while start < snapshot.travelTimes.count {
            let participant = snapshot.travelTimes[start].participantId
            var end = start + 1
            while end < snapshot.travelTimes.count, snapshot.travelTimes[end].participantId == participant { end += 1 }
            rows[participant] = start..<end
            start = end
        }
        self.rows = rows
    }

    /// - Parameter place: index in `Snapshot.workplaces`.
    /// - Returns: `nil` = not known.
    package func minutes(of participant: Pseudonym, to place: Int) -> Int? {
        guard var rest = rows[participant] else { return nil }
        let wanted = snapshot.workplaces[place].workplaceId.utf8
        while let first = rest.first {
            let middle = first + rest.count / 2
            let id = snapshot.travelTimes[middle].workplaceId.utf8
            if id.elementsEqual(wanted) { return snapshot.travelTimes[middle].minutes }
            rest = id.lexicographicallyPrecedes(wanted) ? middle + 1..<rest.upperBound : rest.lowerBound..<middle
        }
        return nil
    }
}
