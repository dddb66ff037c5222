import Cohort

/// A number per person, or none, in eight bytes each: an audit holds some fifty of them for everybody.
package struct PackedValues: Sendable, RandomAccessCollection {
    private let numbers: [PackedNumber]

    package init(_ values: some Sequence<Double?>) { numbers = values.map(PackedNumber.init) }

    /// - Parameter value: of each person.
    package init(count: Int, _ value: (_ person: Int) -> Double?) { numbers = (0..<count).map { PackedNumber(value($0)) } }

    package var startIndex: Int { 0 }
    package var endIndex: Int { numbers.count }

    package subscript(person: Int) -> Double? { numbers[person].value }
}
