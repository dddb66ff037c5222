/// A running sum that carries what rounding lost (Neumaier 1974), so that the order of a file hardly matters.
///
/// The order is still the order of `add` and is never changed by the tool: same input, same bits.
public struct CompensatedSum: Sendable {
    private var total = 0.0
    private var lost = 0.0

    public init() {}

    public init(_ values: some Sequence<Double>) {
        for value in values { add(value) }
    }

    public mutating func add(_ value: Double) {
        let next = total + value
        lost += abs(total) >= abs(value) ? (total - next) + value : (value - next) + total
        total = next
    }

    public var value: Double {
        // Infinite terms make `lost` NaN; the plain total is then the honest answer.
        lost.isNaN ? total : total + lost
    }
}
