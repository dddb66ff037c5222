import Testing
import Metrics

/// What every comparison promises, whatever its method.
@Suite struct GroupDifferenceTests {
    @Test(arguments: 0..<150)
    func pValueAndIntervalAreDual(_ seed: Int) throws {
        for comparison in try RandomComparisons.all(seed: UInt64(seed)) {
            let p = comparison.pValue
            #expect(p >= 0 && p <= 1)
            for alpha in [0.5, 0.1, 0.05, 0.00625, p * 0.9999, p * 1.0001] where alpha > 1e-9 && alpha < 0.9999 && abs(alpha - p) > 1e-9 * p {
                let name = type(of: comparison).method
                #expect(comparison.interval(level: 1 - alpha).excludes(0) == (p < alpha), "\(name), seed \(seed), alpha \(alpha)")
            }
        }
    }

    @Test(arguments: 0..<150)
    func theIntervalHoldsTheEstimateAndNests(_ seed: Int) throws {
        for comparison in try RandomComparisons.all(seed: UInt64(seed)) {
            let narrow = comparison.interval(level: 0.9)
            let wide = comparison.interval(level: 0.99)
            #expect(narrow.low <= comparison.estimate && comparison.estimate <= narrow.high)
            #expect(wide.low <= narrow.low && narrow.high <= wide.high)
            #expect(narrow.level == 0.9)
        }
    }

    @Test(arguments: 0..<150)
    func weakeningNeverCarriesTheEstimateAway(_ seed: Int) throws {
        for comparison in try RandomComparisons.all(seed: UInt64(seed)) {
            guard let weaker = comparison.weakened() else { continue }
            #expect(abs(weaker.estimate) <= abs(comparison.estimate) + 1e-12)
            let people = comparison.groupCount + comparison.referenceCount
            #expect(people - weaker.groupCount - weaker.referenceCount <= max(1, people / 2))
        }
    }

    @Test(arguments: 0..<60)
    func swappingTheSidesMirrorsEverything(_ seed: Int) throws {
        let pairs = try zip(
            RandomComparisons.all(seed: UInt64(seed)), RandomComparisons.all(seed: UInt64(seed), swapped: true))
        for (comparison, mirror) in pairs {
            let interval = comparison.interval(level: 0.95)
            let mirrored = mirror.interval(level: 0.95)
            #expect(abs(comparison.estimate + mirror.estimate) < 1e-12)
            #expect(abs(interval.low + mirrored.high) < 1e-9 && abs(interval.high + mirrored.low) < 1e-9)
            #expect(Reference.error(comparison.pValue, mirror.pValue, floor: 1e-300) < 1e-9)
        }
    }
}
