import Testing
import Metrics

@Suite struct SampleQuantileTests {
    @Test func linearBetweenOrderStatistics() {
        #expect(SampleQuantile.value(0.5, ofSorted: [1, 2, 4, 8]) == 3)
        #expect(SampleQuantile.value(0.25, ofSorted: [1, 2, 4, 8, 16]) == 2)
        #expect(SampleQuantile.value(0.9, ofSorted: [7]) == 7)
        #expect(SampleQuantile.value(1, ofSorted: [1, 2]) == 2 && SampleQuantile.value(0, ofSorted: [1, 2]) == 1)
    }

    /// Ten values: from the second to the ninth a median is covered by 97.9 %; five values cannot give 95 %, six can.
    @Test func places() {
        let ten = SampleQuantile.places(count: 10, probability: 0.5, level: 0.95)
        #expect(ten?.low == 2 && ten?.high == 9)
        #expect(SampleQuantile.places(count: 5, probability: 0.5, level: 0.95) == nil)
        let six = SampleQuantile.places(count: 6, probability: 0.5, level: 0.95)
        #expect(six?.low == 1 && six?.high == 6)
    }

    @Test func placesKeepTheirPromise() {
        for n in [8, 20, 35, 100, 400] {
            for p in [0.1, 0.25, 0.5, 0.9] {
                guard let places = SampleQuantile.places(count: n, probability: p, level: 0.95) else { continue }
                #expect(Binomial.cdf(places.low - 1, n: n, p: p) <= 0.025 && Binomial.cdf(places.low, n: n, p: p) > 0.025)
                #expect(Binomial.survival(places.high - 1, n: n, p: p) <= 0.025 && Binomial.survival(places.high - 2, n: n, p: p) > 0.025)
            }
        }
    }
}
