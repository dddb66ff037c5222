/// Which cells of one line of counts may not be shown.
///
/// Primary: fewer people than the minimum. Difference: so near an earlier published count that the two together would show a few people.
/// Secondary: the total of the line is known, so a hidden cell could be computed or narrowed down; more cells are hidden,
/// smallest first, until each hidden count can take enough values.
/// Source: ABS and CBS practice; Hundepool et al., Handbook on Statistical Disclosure Control (2nd ed. 2024).
enum SmallCells {
    enum Rule: String, Sendable {
        case primary
        case secondary
        case difference
    }

    /// - Parameters:
    ///   - counts: people per cell; a cell with nobody is no cell.
    ///   - marked: cells that another rule hides already.
    /// - Returns: the cells to withhold, in byte order of their name.
    static func withheld(
        counts: [String: Int], marked: [String: Rule] = [:], limits: Thresholds.DisclosureLimits
    ) -> [(group: String, rule: Rule)] {
        let cells = counts.filter { $0.value > 0 }
        var hidden: [String: Rule] = [:]
        for (name, count) in cells {
            hidden[name] = count < limits.minimumCell.value ? .primary : marked[name]
        }
        // Smallest first: it costs the reader least. Names decide between equals, so that the choice is the same every time.
        var candidates = cells.keys.filter { hidden[$0] == nil }.sorted { (cells[$0] ?? 0, $0) < (cells[$1] ?? 0, $1) }
        while !hidden.isEmpty, !candidates.isEmpty, !isSafe(hidden, cells: cells, limits: limits) {
            hidden[candidates.removeFirst()] = .secondary
        }
        return hidden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Someone who knows the total, every shown cell and the rule by which each cell was hidden knows the sum of the hidden cells,
    /// and that primary ones are below the minimum. Safe when the hidden people are at least the minimum together and
    /// every hidden cell that is not there to protect another can still take `minimumUncertainty` values.
    private static func isSafe(_ hidden: [String: Rule], cells: [String: Int], limits: Thresholds.DisclosureLimits) -> Bool {
        let minimum = limits.minimumCell.value
        let sum = hidden.keys.reduce(0) { $0 + (cells[$1] ?? 0) }
        guard sum >= minimum else { return false }
        func lowest(_ name: String) -> Int { hidden[name] == .primary && (cells[name] ?? 0) < minimum ? 1 : minimum }
        func highest(_ name: String) -> Int { hidden[name] == .primary && (cells[name] ?? 0) < minimum ? minimum - 1 : sum }
        for (name, rule) in hidden where rule != .secondary {
            let others = hidden.keys.filter { $0 != name }
            let low = max(lowest(name), sum - others.reduce(0) { $0 + highest($1) })
            let high = min(highest(name), sum - others.reduce(0) { $0 + lowest($1) })
            if high - low + 1 < min(limits.minimumUncertainty.value, minimum - 1) { return false }
        }
        return true
    }
}
