/// Which cells of one line of counts may not be shown.
///
/// Primary: fewer people than the minimum. Difference: so near an earlier published count that the two together would show a few people.
/// Secondary: the total of the line is known, so a hidden cell could be computed or narrowed down; more cells are hidden,
/// smallest first, until each hidden count can take enough values. The report does not say which hidden cell is the small one:
/// that alone would narrow it down (docs/adr/0008).
/// Source: ABS and CBS practice; Hundepool et al., Handbook on Statistical Disclosure Control (2nd ed. 2024).
package enum SmallCells {
    package enum Rule: Sendable {
        case primary
        case secondary
        case difference

        /// What the report may say about it.
        package var published: String {
            switch self {
            case .primary, .secondary: "small_cells"
            case .difference: "difference"
            }
        }

        var explanation: String {
            switch self {
            case .primary, .secondary: "fewer people than may be shown, or needed to protect such a group"
            case .difference: "too near a figure that was shown before"
            }
        }
    }

    /// - Parameters:
    ///   - counts: people per cell; a cell with nobody is no cell.
    ///   - marked: cells that another rule hides already.
    /// - Returns: the cells to withhold, in byte order of their name.
    package static func withheld(
        counts: [String: Int], marked: [String: Rule] = [:], limits: Thresholds.DisclosureLimits
    ) -> [(group: String, rule: Rule)] {
        let cells = counts.filter { $0.value > 0 }
        var hidden: [String: Rule] = [:]
        for (name, count) in cells {
            hidden[name] = count < limits.minimumCell.value ? .primary : marked[name]
        }
        // Smallest first: it costs the reader least. Names decide between equals, so that the choice is the same every time.
        var candidates = cells.keys.filter { hidden[$0] == nil }.sorted { (cells[$0] ?? 0, $0) < (cells[$1] ?? 0, $1) }
        while !hidden.isEmpty, !candidates.isEmpty, !isSafe(hidden.keys.map { cells[$0] ?? 0 }, limits: limits) {
            hidden[candidates.removeFirst()] = .secondary
        }
        return hidden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Someone who knows the total and every shown cell knows the sum of the hidden ones, and that each has at least one person.
    /// Safe when the hidden people are at least the minimum together, and each hidden count can take enough values.
    static func isSafe(_ hidden: [Int], limits: Thresholds.DisclosureLimits) -> Bool {
        let sum = hidden.reduce(0, +)
        let possibleCounts = hidden.count == 1 ? 1 : sum - hidden.count + 1
        return sum >= limits.minimumCell.value && possibleCounts >= limits.minimumUncertainty.value
    }
}
