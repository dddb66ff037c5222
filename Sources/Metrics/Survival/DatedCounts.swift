/// Exits up to a horizon counted per entry, day and kind: small enough to leave out one person of every kind in turn.
package struct DatedCounts: Sendable, Equatable {
    package struct Cell: Sendable, Equatable {
        /// Ends after the horizon are censored the day after it: what becomes of them later does not matter here.
        package let exit: ObservedExit
        package var people: Int
    }

    package let horizon: Int
    package private(set) var cells: [Cell]

    /// - Throws: `noObservations` when nobody entered by the horizon, `outsideRange` for a negative day or an entry after the exit.
    package init(_ exits: [ObservedExit], horizon: Int) throws(Undefined) {
        self.horizon = horizon
        // People from time zero on are counted in place: there are few different days, and perhaps very many people.
        var counts = [Int](repeating: 0, count: 3 * (horizon + 2))
        var delayed: [ObservedExit: Int] = [:]
        for exit in exits {
            guard exit.entry >= 0, exit.days >= exit.entry else { throw .outsideRange }
            guard exit.entry <= horizon else { continue }
            let day = min(exit.days, horizon + 1)
            let kind = exit.days > horizon ? Exit.Kind.censored : exit.kind
            if exit.entry == 0 {
                counts[3 * day + Self.number(kind)] += 1
            } else {
                delayed[ObservedExit(days: day, kind: kind, entry: exit.entry), default: 0] += 1
            }
        }
        var cells: [Cell] = []
        for index in counts.indices where counts[index] > 0 {
            cells.append(Cell(exit: ObservedExit(days: index / 3, kind: Self.kinds[index % 3]), people: counts[index]))
        }
        let late = delayed.sorted {
            ($0.key.entry, $0.key.days, Self.number($0.key.kind)) < ($1.key.entry, $1.key.days, Self.number($1.key.kind))
        }
        cells += late.map { Cell(exit: $0.key, people: $0.value) }
        guard !cells.isEmpty else { throw .noObservations }
        self.cells = cells
    }

    private static let kinds: [Exit.Kind] = [.event, .competing, .censored]

    private static func number(_ kind: Exit.Kind) -> Int {
        switch kind {
        case .event: 0
        case .competing: 1
        case .censored: 2
        }
    }

    package var people: Int { cells.reduce(0) { $0 + $1.people } }

    /// The same people without one of this cell.
    package func without(cell: Int) -> DatedCounts {
        var fewer = self
        fewer.cells[cell].people -= 1
        if fewer.cells[cell].people == 0 { fewer.cells.remove(at: cell) }
        return fewer
    }
}
