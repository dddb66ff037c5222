import Testing
import Metrics

@Suite struct EquipercentileLinkingTests {
    private func link(_ from: [Double], _ to: [Double]) throws -> EquipercentileLinking {
        EquipercentileLinking(
            from: try ScoreDistribution(lowest: 0, frequencies: from), to: try ScoreDistribution(lowest: 0, frequencies: to), basis: .none)
    }

    @Test("V57 equipercentile linking of five scores") func fiveScores() throws {
        let link = try link([5, 10, 20, 10, 5], [2, 8, 15, 15, 10])
        for (score, expected) in [0.5625, 1.5, 2.5, 3.5, 4.25].enumerated() {
            #expect(abs(try link.linked(Double(score)).estimate - expected) < 1e-14)
        }
        #expect(link.count == 100 && link.interpretation == .sensitivity)
    }

    @Test func agreesWithInterpolationAndNumericalDerivatives() throws {
        let link = try link([3, 5, 9, 14, 20, 17, 12, 8, 4, 2], [1, 4, 6, 11, 15, 22, 18, 13, 9, 6, 3])
        for row in Reference.linkedPercentiles {
            let linked = try link.linked(row[0])
            #expect(try abs(linked.estimate - row[1]) < 1e-13 && Reference.error(linked.standardError(), row[2]) < 1e-7)
        }
    }

    /// Y has nobody at 2 and 3, and half the people are below either: the middle is taken and no error is claimed.
    @Test func aStretchWithoutPeople() throws {
        let linked = try link([5, 10, 5], [4, 6, 0, 0, 7, 3]).linked(1)
        #expect(linked.estimate == 2.5)
        #expect(throws: Undefined.zeroDenominator) { try linked.interval(level: 0.95) }
    }

    @Test func beyondTheSampleNothingIsSaid() throws {
        let link = try link([0, 5, 5, 0], [1, 2, 3, 4])
        #expect(throws: Undefined.outsideRange) { try link.linked(0) }
        #expect(throws: Undefined.outsideRange) { try link.linked(3) }
        #expect(throws: Undefined.notFinite) { try link.linked(.infinity) }
        #expect(try link.linked(1).estimate > 0)
    }

    /// Scores 0 to 20 of 400 people per form from two known distributions, linked at their lower quartile, middle and upper quartile.
    @Test func coverage() throws {
        var random = SeededRandom(seed: 164)
        let runs = 150 * Simulated.factor
        func binomial(_ n: Int, _ p: Double) -> [Double] { (0...n).map { Binomial.pmf($0, n: n, p: p) } }
        let (x, y) = (binomial(20, 0.45), binomial(20, 0.6))
        let truth = try link(x, y)
        func drawn(_ shares: [Double]) -> [Double] {
            var cumulated = shares
            for index in 1..<cumulated.count { cumulated[index] += cumulated[index - 1] }
            var frequencies = [Double](repeating: 0, count: shares.count)
            for _ in 0..<400 {
                let u = random.uniform()
                frequencies[cumulated.firstIndex { $0 > u } ?? shares.count - 1] += 1
            }
            return frequencies
        }
        var covered = [0, 0, 0]
        for _ in 0..<runs {
            let sample = try link(drawn(x), drawn(y))
            for (index, score) in [7.0, 9, 11].enumerated() {
                if try !sample.linked(score).interval(level: 0.95).excludes(try truth.linked(score).estimate) { covered[index] += 1 }
            }
        }
        for (count, where_) in zip(covered, ["lower quartile", "middle", "upper quartile"]) {
            #expect(try Simulated.isWithin(count, of: runs, 0.925, 0.97, "equipercentile linking, 400 per form, \(where_), coverage at 95 %"))
        }
    }
}
