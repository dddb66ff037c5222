/// Sums and means that the order of the people or items cannot change, not even in the last bit: the values are sorted first and
/// then added with compensation. Relabelling and reordering therefore leave a figure exactly as it was.
enum OrderFree {
    static func sum(_ values: [Double]) -> Double {
        CompensatedSum(values.sorted()).value
    }

    static func mean(_ values: [Double]) throws(Undefined) -> Double {
        guard !values.isEmpty else { throw .noObservations }
        return sum(values) / Double(values.count)
    }
}
