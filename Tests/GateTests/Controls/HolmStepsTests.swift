import Metrics
import Testing

@testable import Gate

/// The controls' own step-down says what Holm's procedure says.
struct HolmStepsTests {
    /// 500 families of 1 to 12 p values, small ones among them.
    private static func families() -> [[Double]] {
        var random = SeededRandom(seed: 1)
        return (0..<500).map { _ in
            (0...random.index(below: 12)).map { _ in
                let u = random.uniform()
                return random.uniform() < 0.5 ? u * 0.02 : u
            }
        }
    }

    @Test func rejectsWhatHolmRejectsAtHolmsLevels() throws {
        var rejected = 0
        for pValues in Self.families() {
            let holm = try Holm(pValues: pValues, alpha: 0.05), steps = HolmSteps(pValues: pValues, alpha: 0.05)
            for index in pValues.indices {
                #expect((steps.level(of: index) != nil) == holm.rejected[index])
                if let level = steps.level(of: index) {
                    #expect(abs(level - holm.levels[index]) < 1e-15)
                    rejected += 1
                }
            }
        }
        #expect(rejected > 300, "families in which nothing is rejected say nothing")
    }

    /// Whatever p the harmed comparison has, deciding it at `levelIfHarmed` is deciding it within the family.
    @Test func oneHarmedComparisonIsDecidedAsInTheWholeFamily() throws {
        var random = SeededRandom(seed: 2)
        for pValues in Self.families() {
            let harmed = random.index(below: pValues.count)
            for p in [0.0001, 0.002, 0.004, 0.006, 0.01, 0.02, 0.04, 0.06] {
                var family = pValues
                family[harmed] = p
                let level = HolmSteps(pValues: pValues, alpha: 0.05).levelIfHarmed(harmed)
                let rejected = try Holm(pValues: family, alpha: 0.05).rejected[harmed]
                #expect((p <= 1 - level + 1e-15) == rejected)
            }
        }
    }
}
