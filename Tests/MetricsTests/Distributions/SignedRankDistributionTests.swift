import Testing
import Metrics

@Suite struct SignedRankDistributionTests {
    @Test func agreesWithR() throws {
        for row in Reference.rankNulls where row[1] == 0 {
            #expect(Reference.error(try SignedRankDistribution(count: Int(row[0])).cdf(Int(row[2])), row[3]) < 1e-13)
        }
    }

    /// All 64 sign patterns of six ranks, one by one.
    @Test func countsEveryPattern() throws {
        let null = try SignedRankDistribution(count: 6)
        for w in -1...21 {
            let below = (0..<64).count { pattern in (1...6).reduce(0) { $0 + (pattern >> ($1 - 1) & 1 == 1 ? $1 : 0) } <= w }
            #expect(null.cdf(w) == Double(below) / 64)
        }
    }

    @Test func theLargestCountStaysWhole() throws {
        let null = try SignedRankDistribution(count: 100)
        #expect(null.largest == 5_050)
        #expect(null.cdf(0) == 0x1p-100)
        #expect(abs(null.cdf(2_524) + null.cdf(2_525) - 1) < 1e-15)
    }

    @Test func sizes() {
        #expect(throws: Undefined.noObservations) { try SignedRankDistribution(count: 0) }
        #expect(throws: Undefined.outsideRange) { try SignedRankDistribution(count: 101) }
    }
}
