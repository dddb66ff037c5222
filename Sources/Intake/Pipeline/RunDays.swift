import Cohort

/// A list moves to the first day of its week on which the same places were on offer, so that it is made from the same places: the Monday,
/// unless a place came or went in between.
enum RunDays {
    static func coarsen(_ copy: inout Snapshot, _ losses: inout PipelineLosses) {
        let changes = Set(copy.workplaces.flatMap { [$0.activeFrom] + ($0.activeTo.map { [$0 + 1] } ?? []) }).sorted()
        let first = copy.manifest.period.from
        for index in copy.runs.indices {
            let day = copy.runs[index].executedOn
            // The week in which the period begins may begin before it.
            let start = max(day.monday, first)
            let moved = max(start, lastChange(upTo: day, in: changes) ?? start)
            copy.runs[index].executedOn = moved
            if moved != start { losses.listsOffTheirMonday += 1 }
        }
    }

    /// The latest of `changes` that is not after `day`.
    private static func lastChange(upTo day: Day, in changes: [Day]) -> Day? {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? changes[low - 1] : nil
    }
}
