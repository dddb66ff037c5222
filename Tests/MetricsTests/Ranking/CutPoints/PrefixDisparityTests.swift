import Testing

@testable import Metrics

@Suite struct PrefixDisparityTests {
    private static func deviation(_ seen: Int, _ cut: Int, _ members: Int, _ pool: Int) -> Double {
        abs(Double(seen) / Double(cut) - Double(members) / Double(pool))
    }

    /// The normaliser is the largest sum over every order of the pool, tried one by one; equal steps and unequal ones.
    @Test(arguments: [[2, 4, 6, 8], [1, 2, 7], [3]])
    func noOrderDeviatesMoreThanTheNormaliser(_ cuts: [Int]) throws {
        var largest = 0.0, normalisers: Set<Double> = []
        for mask in 0..<256 where mask.nonzeroBitCount == 3 {
            let ranking = try ItemRanking(groupsInOrder: (0..<8).map { mask >> $0 & 1 }, named: 2)
            let disparity = try PrefixDisparity(ranking, group: 1, cuts: cuts, deviation: Self.deviation)
            largest = max(largest, disparity.raw)
            normalisers.insert(disparity.normaliser)
            #expect(disparity.raw <= disparity.normaliser + 1e-12 && disparity.count == 8)
        }
        #expect(normalisers.count == 1 && abs(largest - (normalisers.first ?? 0)) < 1e-12)
    }

    @Test func refusesWhatSaysNothing() throws {
        let ranking = try ItemRanking(groupsInOrder: [0, 1, 0, 1], named: 2)
        func measure(_ group: Int, _ cuts: [Int]) throws { _ = try PrefixDisparity(ranking, group: group, cuts: cuts, deviation: Self.deviation) }
        #expect(throws: Undefined.outsideRange) { try measure(2, [2]) }
        #expect(throws: Undefined.outsideRange) { try measure(1, [3, 2]) }
        #expect(throws: Undefined.outsideRange) { try measure(1, [5]) }
        #expect(throws: Undefined.noObservations) { try measure(1, []) }
        // The whole pool has its own share, in any order.
        #expect(throws: Undefined.zeroDenominator) { try measure(1, [4]) }
    }
}
