import Metrics
import Testing

@Suite struct ChangeSumsTests {
    private static let values = [0.5, -1, 2, 2, 3.5, -0.25]

    /// Moments by their definitions, deviation by deviation.
    @Test func momentsAreThoseOfTheValues() {
        let (values, n) = (Self.values, Double(Self.values.count))
        let sums = ChangeSums(values), mean = values.reduce(0, +) / n
        func central(_ power: Int) -> Double { values.reduce(0) { total, value in total + (0..<power).reduce(1.0) { product, _ in product * (value - mean) } } / n }
        #expect(abs(sums.mean - mean) < 1e-14 && abs((sums.sampleVariance ?? 0) - central(2) * n / (n - 1)) < 1e-13)
        #expect(abs(sums.skewness - central(3) / (central(2) * central(2).squareRoot())) < 1e-13)
    }

    @Test func aPartIsTakenOutAndAShiftIsEverybodys() {
        let (values, sums) = (Self.values, ChangeSums(Self.values))
        let rest = sums.without(ChangeSums(values.prefix(2))), expected = ChangeSums(values.dropFirst(2))
        #expect(rest.count == 4 && abs(rest.cubes - expected.cubes) < 1e-12 && abs(rest.squares - expected.squares) < 1e-12)
        let shifted = sums.shifted(by: 0.75), made = ChangeSums(values.map { $0 + 0.75 })
        #expect(abs(shifted.sum - made.sum) < 1e-12 && abs(shifted.squares - made.squares) < 1e-12 && abs(shifted.cubes - made.cubes) < 1e-12)
    }

    @Test func oneValueHasNoSpread() {
        #expect(ChangeSums([2.0]).sampleVariance == nil && ChangeSums([2.0, 2]).skewness == 0)
    }
}
