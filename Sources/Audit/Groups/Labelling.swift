import Cohort

/// The group of every person under one grouping, as a number: 100,000 people are divided many times, and a number is cheap to compare and to hold.
package struct Labelling: Sendable {
    /// Codes in byte order.
    package let names: [String]
    /// For every person an index in `names`, or -1 where the group is unknown.
    private let numbers: [Int32]

    package init(_ labels: some Sequence<String?>) {
        var found: [String: Int32] = [:]
        var numbers: [Int32] = []
        numbers.reserveCapacity(labels.underestimatedCount)
        for label in labels {
            guard let label else {
                numbers.append(-1)
                continue
            }
            if let known = found[label] {
                numbers.append(known)
            } else {
                numbers.append(Int32(found.count))
                found[label] = Int32(found.count)
            }
        }
        // Until here in order of appearance.
        let names = found.keys.sorted()
        var place = [Int32](repeating: -1, count: names.count)
        for (index, name) in names.enumerated() { if let number = found[name] { place[Int(number)] = Int32(index) } }
        self.names = names
        self.numbers = numbers.map { $0 < 0 ? $0 : place[Int($0)] }
    }

    package var count: Int { numbers.count }

    /// Index in `names`; `nil` = unknown.
    func group(_ person: Int) -> Int? { numbers[person] < 0 ? nil : Int(numbers[person]) }

    /// The group code of a person; `nil` = unknown.
    package func name(_ person: Int) -> String? { group(person).map { names[$0] } }
}
