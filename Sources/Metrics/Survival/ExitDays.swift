/// Exits counted per day: all that the curve needs, and small enough to try a change for every kind of person.
package struct ExitDays: Sendable, Equatable {
    package struct Day: Sendable, Equatable {
        package let day: Int
        package var events = 0
        package var competing = 0
        package var censored = 0
        package var total: Int { events + competing + censored }
    }

    /// Days with at least one exit, in order of time.
    package private(set) var ascending: [Day]

    package init(_ exits: [Exit]) {
        let (low, high) = exits.reduce((0, 0)) { (min($0.0, $1.days), max($0.1, $1.days)) }
        // The usual case: few different days and perhaps very many people, who are counted in place.
        if low == 0, high <= 4 * exits.count + 4096 {
            var days = (0...high).map { Day(day: $0) }
            for exit in exits { days[exit.days].add(exit.kind, 1) }
            ascending = days.filter { $0.total > 0 }
            return
        }
        var days: [Int: Day] = [:]
        for exit in exits {
            days[exit.days, default: Day(day: exit.days)].add(exit.kind, 1)
        }
        ascending = days.values.sorted { $0.day < $1.day }
    }

    package var count: Int { ascending.reduce(0) { $0 + $1.total } }

    /// People of whom it is known whether they had the event by the end of `day`: exited by then, or followed beyond.
    package func known(at day: Int) -> Int {
        ascending.reduce(0) { $0 + ($1.day < day ? $1.events + $1.competing : $1.total) }
    }

    /// Every distinct way to recode one person's outcome at `horizon`: from event to none when `removingEvent`, else the reverse.
    ///
    /// Somebody who had the event stays under observation through the horizon instead. Somebody without it has it on the day of
    /// leaving, or on the horizon when followed beyond.
    package func recoded(at horizon: Int, removingEvent: Bool) -> [ExitDays] {
        ascending.flatMap { day -> [ExitDays] in
            if removingEvent {
                return day.day <= horizon && day.events > 0
                    ? [moved(from: Exit(days: day.day, kind: .event), to: Exit(days: horizon, kind: .censored))] : []
            }
            var changes: [ExitDays] = []
            let eventDay = min(day.day, horizon)
            if day.events > 0, day.day > horizon {
                changes.append(moved(from: Exit(days: day.day, kind: .event), to: Exit(days: eventDay, kind: .event)))
            }
            for kind in [Exit.Kind.competing, .censored] where day.number(of: kind) > 0 {
                changes.append(moved(from: Exit(days: day.day, kind: kind), to: Exit(days: eventDay, kind: .event)))
            }
            return changes
        }
    }

    private func moved(from: Exit, to: Exit) -> ExitDays {
        var copy = self
        copy.change(from, by: -1)
        copy.change(to, by: 1)
        return copy
    }

    private mutating func change(_ exit: Exit, by amount: Int) {
        if let index = ascending.firstIndex(where: { $0.day == exit.days }) {
            ascending[index].add(exit.kind, amount)
            if ascending[index].total == 0 { ascending.remove(at: index) }
        } else {
            var day = Day(day: exit.days)
            day.add(exit.kind, amount)
            let index = ascending.firstIndex { $0.day > exit.days } ?? ascending.endIndex
            ascending.insert(day, at: index)
        }
    }
}

extension ExitDays.Day {
    package mutating func add(_ kind: Exit.Kind, _ amount: Int) {
        switch kind {
        case .event: events += amount
        case .competing: competing += amount
        case .censored: censored += amount
        }
    }

    package func number(of kind: Exit.Kind) -> Int {
        switch kind {
        case .event: events
        case .competing: competing
        case .censored: censored
        }
    }
}

extension ExitDays {
    /// Everybody of several lists together.
    package init(merging parts: [ExitDays]) {
        self.init(parts.flatMap(\.ascending).flatMap { day in
            [Exit.Kind.event, .competing, .censored].flatMap { kind in
                Array(repeating: Exit(days: day.day, kind: kind), count: day.number(of: kind))
            }
        })
    }
}
