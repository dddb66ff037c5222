import Cohort

/// How one grouping divides the people for whom a metric is defined, and which of its groups may be shown.
///
/// The reference of a group is everybody in the *other shown* groups. People in withheld groups and people whose group is unknown
/// are in no reference, so that nothing about a withheld group can be computed from what is shown (docs/adr/0003).
package struct Partition: Sendable {
    package let grouping: Grouping
    /// Members by group code, as indices of people; every known code, shown or not.
    package let members: [String: [Int]]
    package let unknown: [Int]
    /// Codes that may be shown, in byte order.
    package let shown: [String]
    /// Codes (`unknown` among them) that may not, and by which rule.
    package let withheld: [(group: String, rule: SmallCells.Rule)]

    /// - Parameters:
    ///   - population: the people for whom the metric is defined.
    ///   - marks: from members to the rules that hide a cell for another reason than its own count.
    package init(
        _ grouping: Grouping, _ labelling: Labelling, population: [Int], limits: Thresholds.DisclosureLimits,
        marks: (_ members: [String: [Int]]) -> [String: SmallCells.Rule] = { _ in [:] }
    ) {
        self.grouping = grouping
        var byGroup = [[Int]](repeating: [], count: labelling.names.count)
        var unknown: [Int] = []
        for person in population {
            if let group = labelling.group(person) { byGroup[group].append(person) } else { unknown.append(person) }
        }
        let members = Dictionary(uniqueKeysWithValues: zip(labelling.names, byGroup).filter { !$0.1.isEmpty })
        self.unknown = unknown
        self.members = members
        var cells = members
        cells[Attribute.unknown] = unknown
        withheld = SmallCells.withheld(counts: cells.mapValues(\.count), marked: marks(cells), limits: limits)
        let hidden = Set(withheld.map(\.group))
        shown = members.keys.filter { !hidden.contains($0) }.sorted()
    }

    /// Share of the people whose group is unknown.
    var missingShare: Double {
        let known = members.values.reduce(0) { $0 + $1.count }
        return known + unknown.count == 0 ? 0 : Double(unknown.count) / Double(known + unknown.count)
    }

    /// - Parameter labels: the label of each person; `nil` = unknown.
    package init(attribute: Attribute, labels: [String?], population: [Int], limits: Thresholds.DisclosureLimits) {
        self.init(Grouping(attribute), Labelling(labels), population: population, limits: limits)
    }

    func rule(for group: String) -> SmallCells.Rule? { withheld.first { $0.group == group }?.rule }

    /// Everybody in the other shown groups, in order of people.
    package func reference(of group: String, leavingOut left: String? = nil) -> [Int] {
        shown.filter { $0 != group && $0 != left }.flatMap { members[$0] ?? [] }.sorted()
    }
}
