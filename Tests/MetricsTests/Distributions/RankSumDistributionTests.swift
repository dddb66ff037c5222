import Testing
import Metrics

@Suite struct RankSumDistributionTests {
    @Test func agreesWithR() throws {
        for row in Reference.rankNulls where row[1] > 0 {
            let null = try RankSumDistribution(groupCount: Int(row[0]), referenceCount: Int(row[1]))
            #expect(Reference.error(null.cdf(Int(row[2])), row[3]) < 1e-13)
        }
    }

    /// All 35 ways to choose the places of three among seven, one by one.
    @Test func countsEveryOrder() throws {
        let null = try RankSumDistribution(groupCount: 3, referenceCount: 4)
        var counts = [Int](repeating: 0, count: 13)
        for a in 0..<7 { for b in (a + 1)..<7 { for c in (b + 1)..<7 { counts[a + b + c - 3] += 1 } } }
        var below = 0
        for u in 0...12 {
            below += counts[u]
            #expect(null.cdf(u) == Double(below) / 35)
        }
    }

    @Test func theSidesMayBeSwapped() throws {
        let one = try RankSumDistribution(groupCount: 4, referenceCount: 9)
        let other = try RankSumDistribution(groupCount: 9, referenceCount: 4)
        for u in -1...37 { #expect(one.cdf(u) == other.cdf(u)) }
        #expect(one.cdf(-1) == 0 && one.cdf(36) == 1 && one.cdf(99) == 1)
    }

    @Test func rejectedIsTheEdge() throws {
        for (n, m) in [(1, 1), (3, 4), (8, 9), (50, 50)] {
            let null = try RankSumDistribution(groupCount: n, referenceCount: m)
            for level in [0.5, 0.9, 0.95, 0.99375] {
                let edge = null.rejected(level: level)
                #expect(edge < 0 || null.twoSided(edge) < 1 - level)
                #expect(null.twoSided(edge + 1) >= 1 - level)
            }
        }
    }

    @Test func sizes() {
        #expect(throws: Undefined.noObservations) { try RankSumDistribution(groupCount: 0, referenceCount: 4) }
        #expect(throws: Undefined.outsideRange) { try RankSumDistribution(groupCount: 51, referenceCount: 50) }
        #expect(throws: Undefined.outsideRange) { try RankSumDistribution(groupCount: .max, referenceCount: 3) }
    }
}
