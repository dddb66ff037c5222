import Cohort

/// Whom a comparison is about: indices of people, all inside the metric's population. The reference is empty for a figure over everybody.
struct Sides: Sendable {
    let grouping: Grouping
    /// The group's code.
    let code: String
    let group: [Int]
    let reference: [Int]
    /// Of an intersection: the people of the reference who share one side with the group, and those who share none.
    let corners: Corners?

    struct Corners: Sendable {
        let besideFirst: [Int]
        let besideSecond: [Int]
        let opposite: [Int]
    }

    /// - Parameter sideLabels: of an intersection, the group of a person on its first and its second attribute, as numbers.
    init(
        _ grouping: Grouping, code: String, group: [Int], reference: [Int], sideLabels: ((Int) -> (first: Int?, second: Int?))? = nil
    ) {
        self.grouping = grouping
        self.code = code
        self.group = group
        self.reference = reference
        guard let sideLabels, let one = group.first else {
            corners = nil
            return
        }
        let own = sideLabels(one)
        corners = Corners(
            besideFirst: reference.filter { sideLabels($0).first == own.first },
            besideSecond: reference.filter { sideLabels($0).second == own.second },
            opposite: reference.filter { sideLabels($0).first != own.first && sideLabels($0).second != own.second })
    }
}
