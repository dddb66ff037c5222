import Cohort

/// A figure per group over another population than the table's own, such as the share of those who were followed up.
///
/// It has its own disclosure control: the groups of that population, with numerators and complements that are too small for the
/// public edition hidden in every edition, because a table row does not say how many people such a figure rests on.
struct GroupFigures {
    private let partition: Partition
    private let values: [Double?]

    /// - Parameter outcomes: parallel to the people; `nil` = not in the population.
    init(_ outcomes: [Bool?], by grouping: Grouping, _ frame: AuditFrame, _ limits: Thresholds) {
        values = outcomes.map { $0.map { $0 ? 1 : 0 } }
        partition = Partition(
            grouping, frame.labelling(of: grouping), population: outcomes.indices.filter { outcomes[$0] != nil }, limits: limits.disclosure,
            marks: { members in
                members.filter { _, people in
                    let events = people.count { outcomes[$0] == true }
                    return min(events, people.count - events) < limits.disclosure.minimumNumeratorPublic.value
                }.mapValues { _ in .primary }
            })
    }

    /// Means of values that nobody can be recognised by.
    init(values: [Double?], by grouping: Grouping, _ frame: AuditFrame, _ limits: Thresholds) {
        self.values = values
        partition = Partition(
            grouping, frame.labelling(of: grouping), population: values.indices.filter { values[$0] != nil }, limits: limits.disclosure)
    }

    /// The people of a group whom the figure is about; empty where it may not be shown.
    func members(_ group: String) -> [Int] {
        guard partition.rule(for: group) == nil else { return [] }
        return group == Attribute.unknown ? partition.unknown : partition.members[group] ?? []
    }

    func mean(_ group: String) -> ReportTable.Cell { .number(GroupTable.mean(of: values, over: members(group))) }

    /// The middle value, where at least the minimum stands on either side of it.
    func median(_ group: String, limits: Thresholds) -> ReportTable.Cell {
        let sorted = members(group).compactMap { values[$0] }.sorted()
        guard sorted.count >= 2 * limits.disclosure.minimumCell.value else { return .none }
        let middle = sorted.count / 2
        return .number(sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle])
    }
}

/// The same over everybody, for tables of the whole cohort.
enum CohortFigures {
    /// `nil` over too few people, or where a numerator or its complement is too small.
    static func share(_ outcomes: [Bool?], limits: Thresholds) -> Double? {
        let known = outcomes.compactMap { $0 }
        let events = known.count { $0 }
        guard known.count >= limits.disclosure.minimumCell.value,
            min(events, known.count - events) >= limits.disclosure.minimumNumeratorPublic.value
        else { return nil }
        return Double(events) / Double(known.count)
    }

    static func mean(_ values: [Double?], limits: Thresholds) -> Double? {
        let known = values.compactMap { $0 }
        return known.count >= limits.disclosure.minimumCell.value ? known.reduce(0, +) / Double(known.count) : nil
    }

    static func count(_ people: Int, limits: Thresholds) -> ReportTable.Cell {
        people >= limits.disclosure.minimumCell.value ? .count(people) : .none
    }
}
