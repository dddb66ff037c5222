import Demonstration
import Metrics
import Testing

@testable import Audit

@Suite struct PlantedDifferencesTests {
    /// With everything planted a single audit shows each planted difference: M2 for both shifted languages, M13 for the steered group,
    /// in at least 80 of 100 seeds. The short version may fail by chance less than once in a thousand when the rate is 80 %.
    @Test func plantedDifferencesAreShown() throws {
        let limits = try Simulation.limits()
        let seeds = Simulation.seeds(short: 8, variable: "FAIRNESS_AUDIT_PLANTED_SEEDS")
        let reports = try seeds.map { try Simulation.audit(seed: $0, planted: PlantedEffect.all, limits: limits) }
        let expected = [("M2", "test_language", "ar"), ("M2", "test_language", "ti"), ("M13", "age_band", "55+")]
        print("| planted difference | shown | of seeds |\n|---|---|---|")
        for (indicator, attribute, group) in expected {
            let shown = reports.count { $0.shows(indicator, attribute, group) }
            print("| \(indicator) \(attribute) \(group) | \(shown) | \(seeds.count) |")
            #expect(shown >= Self.needed(of: seeds.count), "\(indicator) \(group)")
        }
        let all = reports.count { report in expected.allSatisfy { report.shows($0.0, $0.1, $0.2) } }
        print("| all of them together | \(all) | \(seeds.count) |")
        #expect(all >= Self.needed(of: seeds.count))
    }

    /// 80 of 100; for fewer seeds the largest count that a true rate of 80 % stays below with a chance of at most one in a thousand.
    static func needed(of seeds: Int) -> Int {
        if seeds >= 100 { return seeds * 80 / 100 }
        return (0...seeds).last { $0 == 0 || Binomial.cdf($0 - 1, n: seeds, p: 0.8) <= 0.001 } ?? 0
    }
}
