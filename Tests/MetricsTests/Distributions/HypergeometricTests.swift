import Testing
import Metrics

@Suite struct HypergeometricTests {
    @Test func termsAgreeWithFiftyDigits() {
        for row in Reference.hypergeometricTerms {
            let value = Hypergeometric.pmf(Int(row[3]), population: Int(row[0]), marked: Int(row[1]), draws: Int(row[2]))
            #expect(Reference.error(value, row[4]) < 1e-11, "\(row)")
        }
    }

    @Test func probabilitiesSumToOneOverWhatIsPossible() {
        let sum = (0...20).reduce(0) { $0 + Hypergeometric.pmf($1, population: 30, marked: 18, draws: 20) }
        #expect(abs(sum - 1) < 1e-13)
        #expect(Hypergeometric.pmf(7, population: 30, marked: 18, draws: 20) == 0)
    }

    @Test func edges() {
        #expect(Hypergeometric.pmf(0, population: 10, marked: 3, draws: 0) == 1)
        #expect(Hypergeometric.pmf(3, population: 10, marked: 3, draws: 10) == 1)
        #expect(Hypergeometric.pmf(1, population: 10, marked: 11, draws: 2).isNaN)
    }

    @Test func tailsAgreeWithExactFractions() {
        for row in Reference.hypergeometricTails {
            let (population, marked, draws, k) = (Int(row[0]), Int(row[1]), Int(row[2]), Int(row[3]))
            let lower = Hypergeometric.cdf(k, population: population, marked: marked, draws: draws)
            let upper = Hypergeometric.survival(k, population: population, marked: marked, draws: draws)
            // Either tail has its digits where it is the smaller one; the other is 1 less it.
            #expect(abs(lower - row[4]) < 2e-12 * (row[4] < 0.5 ? row[4] : 1), "\(row)")
            #expect(abs(upper - row[5]) < 2e-12 * (row[5] < 0.5 ? row[5] : 1), "\(row)")
        }
        #expect(Hypergeometric.cdf(-1, population: 9, marked: 3, draws: 4) == 0)
        #expect(Hypergeometric.cdf(3, population: 9, marked: 3, draws: 4) == 1)
        #expect(Hypergeometric.survival(3, population: 9, marked: 3, draws: 4) == 0)
        #expect(Hypergeometric.survival(-1, population: 9, marked: 3, draws: 4) == 1)
    }
}
