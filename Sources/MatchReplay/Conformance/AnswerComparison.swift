/// Compares two lists of the same places, which may go by different numbers in each.
enum AnswerComparison {
    /// What differs, or `nil`.
    /// - Parameters:
    ///   - exactly: whether places at the same distance must stand in the same order as well.
    ///   - translate: from a place of `b` to the place of `a` that it is.
    static func difference(
        _ a: ReplayedList, _ b: ReplayedList, exactly: Bool, ids: [String], translate: (Int) -> Int = { $0 }
    ) -> String? {
        let other = b.workplaces.map(translate)
        guard a.workplaces.count == other.count else { return "\(a.workplaces.count) places against \(other.count)" }
        for (position, pair) in zip(a.distances, b.distances).enumerated() where pair.0.bitPattern != pair.1.bitPattern {
            return "distance \(pair.0) against \(pair.1) at position \(position + 1)"
        }
        let groups = exactly ? a.workplaces.indices.map { $0..<$0 + 1 } : tieGroups(a.distances)
        for group in groups where a.workplaces[group].sorted() != other[group].sorted() {
            return "\(names(a.workplaces[group], ids)) against \(names(other[group], ids)) from position \(group.lowerBound + 1)"
        }
        return nil
    }

    /// Stretches of equal distance.
    static func tieGroups(_ distances: [Double]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for index in distances.indices {
            if let last = groups.last, distances[last.lowerBound] == distances[index] {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups
    }

    static func names(_ places: some Sequence<Int>, _ ids: [String]) -> String {
        "[" + places.map { ids.indices.contains($0) ? Visible.text(ids[$0], limit: 40) : "an unknown place" }.joined(separator: ", ") + "]"
    }
}
