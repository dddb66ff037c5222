/// What measures of inequality take: finite, non-negative, not all zero.
enum Amounts {
    static func ascending(_ amounts: [Double]) throws(Undefined) -> [Double] {
        guard !amounts.isEmpty else { throw .noObservations }
        guard amounts.allSatisfy(\.isFinite) else { throw .notFinite }
        guard amounts.allSatisfy({ $0 >= 0 }) else { throw .outsideRange }
        guard amounts.contains(where: { $0 > 0 }) else { throw .zeroDenominator }
        return amounts.sorted()
    }
}
