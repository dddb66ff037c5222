/// A number or none, in the eight bytes of a number: an optional one takes sixteen.
///
/// What is not a number stays what it is, and is not taken for none: whoever computes with it has to say so.
package struct PackedNumber: Sendable {
    private let number: Double

    /// One of the many patterns of bits that are not a number, and not the one that arithmetic gives.
    private static let none: UInt64 = 0x7FF8_0000_4E4F_4E45

    package init(_ value: Double?) {
        number = value.map { $0.isNaN ? .nan : $0 } ?? Double(bitPattern: Self.none)
    }

    package var value: Double? { number.bitPattern == Self.none ? nil : number }
}
