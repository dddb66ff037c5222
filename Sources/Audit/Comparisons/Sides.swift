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
        var besideFirst: [Int] = [], besideSecond: [Int] = [], opposite: [Int] = []
        for person in reference {
            let labels = sideLabels(person)
            let (sharesFirst, sharesSecond) = (labels.first == own.first, labels.second == own.second)
            if sharesFirst { besideFirst.append(person) }
            if sharesSecond { besideSecond.append(person) }
            if !sharesFirst, !sharesSecond { opposite.append(person) }
        }
        corners = Corners(besideFirst: besideFirst, besideSecond: besideSecond, opposite: opposite)
    }
}
