import Metrics

/// How much of a group's own difference is believed, from the variance within and between groups: B = n / (n + s2/t2).
///
/// By moments (one-way random effects; Searle, Casella and McCulloch 1992, Variance Components, 3.6): s2 is the mean square within groups,
/// t2 = (mean square between - s2) / n0 with n0 = (N - sum n^2 / N) / (k - 1), never below 0. With one group, or nobody whose spread can be
/// known, there is nothing to shrink by and the share is 1.
struct ShrinkageShare: Sendable, Equatable {
    let within: Double
    let between: Double
    /// Whether both could be estimated.
    let isKnown: Bool

    /// - Parameter groups: the values of each group; empty groups do not count.
    init(_ groups: [[Double]]) {
        let groups = groups.filter { !$0.isEmpty }
        let total = groups.reduce(0) { $0 + $1.count }
        guard groups.count > 1, total > groups.count else {
            (within, between, isKnown) = (0, 0, false)
            return
        }
        let mean = CompensatedSum(groups.joined()).value / Double(total)
        var inside = CompensatedSum(), outside = CompensatedSum()
        for group in groups {
            let own = CompensatedSum(group).value / Double(group.count)
            for value in group { inside.add((value - own) * (value - own)) }
            outside.add(Double(group.count) * (own - mean) * (own - mean))
        }
        let squares = groups.reduce(0.0) { $0 + Double($1.count * $1.count) }
        let size = (Double(total) - squares / Double(total)) / Double(groups.count - 1)
        within = inside.value / Double(total - groups.count)
        between = max(0, (outside.value / Double(groups.count - 1) - within) / size)
        isKnown = true
    }

    func callAsFunction(_ people: Int) -> Double {
        guard isKnown else { return 1 }
        guard between > 0 else { return 0 }
        return Double(people) / (Double(people) + within / between)
    }
}
