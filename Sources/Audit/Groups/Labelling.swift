import Cohort

/// The group of every person under one grouping, as a number: 100,000 people are divided many times, and a number is cheap to compare.
package struct Labelling: Sendable {
    /// Codes in byte order.
    package let names: [String]
    /// Index in `names` of each person's group; `nil` = unknown.
    let groups: [Int?]

    package init(_ labels: [String?]) {
        let names = Set(labels.compactMap { $0 }).sorted()
        let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        self.names = names
        groups = labels.map { label in label.flatMap { place[$0] } }
    }

    /// The group code of a person; `nil` = unknown.
    func name(_ person: Int) -> String? { groups[person].map { names[$0] } }
}
