/// Which groups' counts may not be shown, when people are split into cells (gain, lose, unchanged) within groups that add up to a total.
///
/// A cell with people, but fewer than the minimum, hides the split of its whole group: what is left would give it away. The hidden
/// groups together can be computed from the total, so that they must stand the same test: more groups are hidden, smallest first, until
/// there are at least two and together they have no small cell. Cells without people are shown: nobody is in them.
/// Source: Hundepool et al., Handbook on Statistical Disclosure Control (2nd ed. 2024), on primary and secondary suppression.
package enum WithheldGroups {
    /// - Parameter splits: per group the people in each cell; all groups have the same cells.
    /// - Returns: positions of the groups to withhold.
    package static func indices(_ splits: [[Int]], minimum: Int) -> Set<Int> {
        func isSmall(_ split: [Int]) -> Bool {
            let people = split.reduce(0, +)
            return (people > 0 && people < minimum) || split.contains { $0 > 0 && $0 < minimum }
        }
        let sizes = splits.map { $0.reduce(0, +) }
        var hidden = Set(splits.indices.filter { isSmall(splits[$0]) })
        guard !hidden.isEmpty else { return [] }
        var candidates = splits.indices.filter { !hidden.contains($0) && sizes[$0] > 0 }.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
        while !candidates.isEmpty {
            let together = (splits.first ?? []).indices.map { cell in hidden.reduce(0) { $0 + splits[$1][cell] } }
            if hidden.count > 1, !isSmall(together) { break }
            hidden.insert(candidates.removeFirst())
        }
        return hidden
    }
}
