import Cohort

/// A number per person, or none, in eight bytes each: an audit holds some fifty of them for everybody.
struct PackedValues: Sendable, RandomAccessCollection {
    private let numbers: [PackedNumber]

    init(_ values: [Double?]) { numbers = values.map(PackedNumber.init) }

    var startIndex: Int { 0 }
    var endIndex: Int { numbers.count }

    subscript(person: Int) -> Double? { numbers[person].value }
}
