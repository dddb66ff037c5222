import Testing
import Metrics

@Suite struct BinomialTests {
    @Test func termsAndSumsAgreeWithFiftyDigits() {
        for row in Reference.binomialTerms {
            let (n, k, p) = (Int(row[0]), Int(row[1]), row[2])
            #expect(Reference.error(Binomial.pmf(k, n: n, p: p), row[3]) < 1e-10, "pmf \(n) \(k) \(p)")
            #expect(Reference.error(Binomial.cdf(k, n: n, p: p), row[4]) < 1e-10, "cdf \(n) \(k) \(p)")
        }
    }

    @Test func probabilitiesSumToOne() {
        for (n, p) in [(1, 0.3), (20, 0.05), (300, 0.7)] {
            #expect(abs((0...n).reduce(0) { $0 + Binomial.pmf($1, n: n, p: p) } - 1) < 1e-12)
        }
    }

    @Test func edges() {
        #expect(Binomial.pmf(-1, n: 5, p: 0.5) == 0)
        #expect(Binomial.pmf(6, n: 5, p: 0.5) == 0)
        #expect(Binomial.pmf(0, n: 5, p: 0) == 1)
        #expect(Binomial.pmf(5, n: 5, p: 1) == 1)
        #expect(Binomial.cdf(5, n: 5, p: 0.2) == 1)
        #expect(Binomial.survival(-1, n: 5, p: 0.2) == 1)
        #expect(abs(Binomial.survival(2, n: 5, p: 0.2) + Binomial.cdf(2, n: 5, p: 0.2) - 1) < 1e-15)
        #expect(Binomial.pmf(1, n: 5, p: 1.1).isNaN)
    }
}
