import Cohort

/// Which groups of one question an exported summary may show, and which small ones it folds together.
///
/// What leaves an organisation obeys a stricter rule than what stays: every count, also that of people with the event and that of people
/// without, is at least the minimum. Groups that fail are first folded into the coarser group that the system's file names; what is still too
/// small is left out. All that is left out together, which a reader finds by taking the shown cells from a known total, passes the same rule:
/// otherwise the smallest shown cells are left out too.
struct ExportCells {
    struct Cell {
        let group: String
        let isFolded: Bool
        let members: [Int]
    }

    /// In the order of their names.
    let shown: [Cell]
    let withheld: [(group: String, rule: SmallCells.Rule)]

    /// - Parameters:
    ///   - members: people by code, indices; `Attribute.unknown` among them.
    ///   - events: how many of some people had the event; `nil` = the figure counts none.
    ///   - marked: groups that another rule hides, such as one that was published with a few people more.
    ///   - coarser: code -> the group it is folded into.
    init(
        members: [String: [Int]], events: ([Int]) -> Int?, marked: [String: SmallCells.Rule], coarser: [String: String],
        limits: Thresholds.DisclosureLimits
    ) {
        let minimum = limits.minimumCell.value
        func isLarge(_ people: [Int]) -> Bool {
            guard people.count >= minimum else { return false }
            guard let events = events(people) else { return true }
            return events >= minimum && people.count - events >= minimum
        }
        var cells: [Cell] = []
        var hidden: [String: (rule: SmallCells.Rule, members: [Int])] = [:]
        var folds: [String: [String]] = [:]
        for (group, people) in members.sorted(by: { $0.key < $1.key }) where !people.isEmpty {
            if group != Attribute.unknown, marked[group] == nil, isLarge(people) {
                cells.append(Cell(group: group, isFolded: false, members: people))
            } else {
                hidden[group] = (marked[group] ?? .primary, people)
                if group != Attribute.unknown, marked[group] == nil, let parent = coarser[group] { folds[parent, default: []].append(group) }
            }
        }
        for (parent, groups) in folds.sorted(by: { $0.key < $1.key }) where groups.count > 1 && members[parent] == nil {
            let people = groups.flatMap { members[$0] ?? [] }.sorted()
            guard isLarge(people) else { continue }
            cells.append(Cell(group: parent, isFolded: true, members: people))
            for group in groups { hidden[group] = nil }
        }
        // Smallest first, names between equals: it costs the reader least, and the choice is the same every time.
        cells.sort { ($0.members.count, $0.group) > ($1.members.count, $1.group) }
        func isSafe() -> Bool {
            let left = hidden.values.map(\.members)
            return left.isEmpty || (isLarge(left.flatMap { $0 }) && SmallCells.isSafe(left.map(\.count), limits: limits))
        }
        while !isSafe(), let smallest = cells.popLast() { hidden[smallest.group] = (.secondary, smallest.members) }
        shown = cells.sorted { $0.group < $1.group }
        withheld = hidden.map { ($0.key, $0.value.rule) }.sorted { $0.group < $1.group }
    }
}
