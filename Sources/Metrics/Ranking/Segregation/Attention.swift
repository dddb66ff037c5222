/// One unit of attention per participant over the places of the own list, in whole multiples of 2^-40.
struct Attention {
    private let starts: [Int]
    private let places: [Int]
    private let units: [Int64]
    private let totals: [Int64]
    private static let unit = 0x1p40

    /// - Parameter lists: none empty.
    init(_ lists: [[Int]], workplaces: Int, discount: Discount) {
        let longest = lists.map(\.count).max() ?? 0
        let weights = (0..<longest).map { discount.weight(rank: $0 + 1) }
        // By length, because all lists of a length deal in the same way.
        var dealt: [Int: [Int64]] = [:]
        for length in Set(lists.map(\.count)) {
            let total = CompensatedSum(weights.prefix(length)).value
            dealt[length] = weights.prefix(length).map { Int64(($0 / total * Self.unit).rounded()) }
        }
        var starts = [0]
        var units: [Int64] = []
        for list in lists {
            units += dealt[list.count] ?? []
            starts.append(units.count)
        }
        places = lists.flatMap { $0 }
        var totals = [Int64](repeating: 0, count: workplaces)
        for (place, unit) in zip(places, units) { totals[place] += unit }
        self.starts = starts
        self.units = units
        self.totals = totals
    }

    /// Shares of the workplaces on both sides. Only the smaller side is added up; the other is the rest.
    func shares(_ isGroup: [Bool], _ sizes: (Int, Int)) -> (group: GroupDistribution, reference: GroupDistribution) {
        let small = sizes.0 <= sizes.1
        var sums = [Int64](repeating: 0, count: totals.count)
        for member in isGroup.indices where isGroup[member] == small {
            for index in starts[member]..<starts[member + 1] { sums[places[index]] += units[index] }
        }
        let rest = totals.indices.map { totals[$0] - sums[$0] }
        let (group, reference) = small ? (sums, rest) : (rest, sums)
        return (GroupDistribution(weights: group.map(Double.init)), GroupDistribution(weights: reference.map(Double.init)))
    }
}
