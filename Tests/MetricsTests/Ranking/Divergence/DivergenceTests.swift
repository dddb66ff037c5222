import Metrics
import RealModule
import Testing

@Suite struct DivergenceTests {
    /// M20, M40, F40, F20 of LiFT's own example.
    private let first = [24, 12, 4, 0]
    private let second = [0, 10, 5, 20]

    @Test("V32 divergences of LiFT's example, in bits, with its pseudo-count on one side named")
    func publishedExample() throws {
        let bits = Double.log(2)
        let p = try GroupDistribution(counts: first)
        let q = try GroupDistribution(counts: second)
        let there = try Divergence.kullbackLeibler(p, from: GroupDistribution(counts: second, pseudoCount: 1))
        let back = try Divergence.kullbackLeibler(q, from: GroupDistribution(counts: first, pseudoCount: 1))
        #expect(abs(there / bits - 2.6936146390) < 5e-11)
        #expect(abs(back / bits - 2.6916756207) < 5e-11)
        #expect(abs(try Divergence.jensenShannon(p, q) / bits - 0.5885820906) < 5e-11)
        #expect(abs(try Divergence.totalVariation(p, q) - 0.6142857143) < 5e-11)
        #expect(abs(try Divergence.maximumDifference(p, q) - 0.6) < 1e-15)
    }

    @Test("V32 exact without a pseudo-count: a group the other side does not have is infinitely far; LiFT says 2.69 bits")
    func noHiddenPseudoCount() throws {
        let p = try GroupDistribution(counts: first)
        let q = try GroupDistribution(counts: second)
        #expect(try Divergence.kullbackLeibler(p, from: q) == .infinity)
        #expect(try Divergence.kullbackLeibler(q, from: p) == .infinity)
    }

    @Test("V32 skews of LiFT's example, with its pseudo-count on both sides named")
    func publishedSkews() throws {
        let p = try GroupDistribution(counts: first, pseudoCount: 1).shares
        let q = try GroupDistribution(counts: second, pseudoCount: 1).shares
        let expected = [3.098248, 0.046426, -0.302950, -3.165150]
        for (skew, value) in zip(zip(p, q).map({ Double.log($0 / $1) }), expected) { #expect(abs(skew - value) < 5e-7) }
    }

    @Test func agreesWithFiftyDigits() throws {
        for row in Reference.groupDivergences {
            let p = try GroupDistribution(shares: Array(row[0..<3]))
            let q = try GroupDistribution(shares: Array(row[3..<6]))
            // The shares themselves are rounded; where they nearly agree that decides how many digits there can be.
            let gap = row[8]
            let possible = gap == 0 ? 0 : 1e-15 + 4e-16 / gap
            #expect(Reference.error(try Divergence.kullbackLeibler(p, from: q), row[6], floor: 1e-300) <= possible)
            #expect(Reference.error(try Divergence.jensenShannon(p, q), row[7], floor: 1e-300) <= possible)
            #expect(Reference.error(try Divergence.totalVariation(p, q), row[8], floor: 1e-300) <= possible)
            #expect(Reference.error(try Divergence.maximumDifference(p, q), row[9], floor: 1e-300) <= possible)
        }
    }

    @Test func differentGroupsAreNotCompared() throws {
        let two = try GroupDistribution(shares: [0.5, 0.5])
        let three = try GroupDistribution(shares: [0.5, 0.5, 0])
        #expect(throws: Undefined.unequalLengths) { try Divergence.kullbackLeibler(two, from: three) }
        #expect(throws: Undefined.unequalLengths) { try Divergence.jensenShannon(two, three) }
        #expect(throws: Undefined.unequalLengths) { try Divergence.totalVariation(two, three) }
        #expect(throws: Undefined.unequalLengths) { try Divergence.maximumDifference(two, three) }
    }

    @Test func oppositesAreFarthest() throws {
        let left = try GroupDistribution(shares: [1, 0])
        let right = try GroupDistribution(shares: [0, 1])
        #expect(abs(try Divergence.jensenShannon(left, right) - Double.log(2)) < 1e-15)
        #expect(try Divergence.totalVariation(left, right) == 1)
    }
}
