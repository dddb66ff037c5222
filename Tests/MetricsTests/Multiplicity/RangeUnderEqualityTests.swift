import Testing
import Metrics

@Suite struct RangeUnderEqualityTests {
    /// The row gives simulated figures, +- .003; these are exact.
    @Test("V69 largest minus smallest and four fifths under equality", arguments: [
        (2, 100, 0.052, 0.300), (4, 100, 0.094, 0.720), (8, 100, 0.130, 0.965), (8, 30, 0.237, 0.998),
    ])
    func underEquality(_ groups: Int, _ size: Int, _ gap: Double, _ fires: Double) throws {
        let sizes = Array(repeating: size, count: groups)
        #expect(abs(try RangeUnderEquality.expectedGap(rate: 0.3, sizes: sizes) - gap) < 0.003)
        #expect(abs(try RangeUnderEquality.chanceOfRatio(below: 0.8, rate: 0.3, sizes: sizes) - fires) < 0.01)
    }

    @Test("V10 four fifths of two equal groups, from all groups at once") func twoEqualGroups() throws {
        #expect(Reference.error(try RangeUnderEquality.chanceOfRatio(below: 0.8, rate: 0.3, sizes: [50, 50]), 0.4566790948) < 1e-9)
        #expect(Reference.error(try RangeUnderEquality.chanceOfRatio(below: 0.8, rate: 0.3, sizes: [500, 500]), 0.0214142943) < 1e-8)
    }

    /// Every outcome of three small groups, counted out.
    @Test func countedOut() throws {
        let (sizes, rate) = ([3, 5, 4], 0.35)
        let terms = sizes.map { n in (0...n).map { Binomial.pmf($0, n: n, p: rate) } }
        var (gap, below) = (0.0, 0.0)
        for a in 0...3 {
            for b in 0...5 {
                for c in 0...4 {
                    let rates = [Double(a) / 3, Double(b) / 5, Double(c) / 4]
                    let chance = terms[0][a] * terms[1][b] * terms[2][c]
                    gap += chance * (rates.max()! - rates.min()!)
                    if rates.min()! < 0.8 * rates.max()! * (1 - 1e-12) { below += chance }
                }
            }
        }
        #expect(abs(try RangeUnderEquality.expectedGap(rate: rate, sizes: sizes) - gap) < 1e-12)
        #expect(abs(try RangeUnderEquality.chanceOfRatio(below: 0.8, rate: rate, sizes: sizes) - below) < 1e-12)
    }

    @Test func edges() throws {
        #expect(try RangeUnderEquality.expectedGap(rate: 0, sizes: [3, 4]) == 0)
        #expect(try RangeUnderEquality.chanceOfRatio(below: 0.8, rate: 1, sizes: [3, 4]) == 0)
        #expect(throws: Undefined.noObservations) { try RangeUnderEquality.expectedGap(rate: 0.5, sizes: []) }
        #expect(throws: Undefined.outsideRange) { try RangeUnderEquality.expectedGap(rate: 1.5, sizes: [3]) }
    }
}
