import Audit
import Cohort
import Demonstration
import MatchReplay

/// Towns in which everything is planted and the labels are dealt anew as a block: whatever is found is a false alarm.
struct NullRuns: Sendable {
    let runs: Int
    /// Runs with any primary disparity.
    let primary: Int
    /// Runs with any disparity of the scan, where it was looked at. All discoveries are false here, so that the share of such runs is the mean
    /// false-discovery proportion.
    let scan: Int
    /// In how many runs each indicator had a disparity of the scan: one that stands out would be no chance.
    let scanByIndicator: [(indicator: String, runs: Int)]

    /// - Parameter indicators: those of the primary family, or of the scan as well.
    static func run(_ certified: CertifiedSystem, seeds: Int, indicators: Set<String>, threads: Int) throws -> NullRuns {
        let year = Quarter.year(2026)
        guard let period = Period(from: year.lowerBound.first, to: year.upperBound.last) else { throw CertificationError.noPeriod }
        let found = try parallelMap(count: seeds, threads: threads) { index -> (primary: Bool, scan: Set<String>) in
            let seed = UInt64(index + 1)
            let town = try DemonstrationMunicipality(
                seed: seed, system: certified.system, planted: PlantedEffect.all(of: certified.system), quarters: year)
            let outcome = try Trial.run(
                certified.inputs(town.snapshot().permutingGroups(seed: seed), cycle: .once(period)), indicators: indicators)
            let disparities = outcome.comparisons.filter { $0.verdict == .disparity && !$0.isMirror }
            return (disparities.contains(where: \.isPrimary), Set(disparities.filter { !$0.isPrimary }.map(\.indicator)))
        }
        let scanned = Set(found.flatMap(\.scan)).map { indicator in (indicator, found.count { $0.scan.contains(indicator) }) }
        return NullRuns(
            runs: seeds, primary: found.count(where: \.primary), scan: found.count { !$0.scan.isEmpty },
            scanByIndicator: scanned.sorted { ($1.1, $0.0) < ($0.1, $1.0) })
    }
}

/// The demonstration as it is shown: all effects at their own sizes at once.
struct OwnSizes: Sendable {
    /// By effect: in how many runs the primary group was found.
    let found: [(effect: String, found: Int)]
    let runs: Int
    /// Mean over runs of the share of discoveries about attributes on which nothing was planted; runs without discovery count as 0.
    let falseDiscoveryProportion: Double

    static func run(_ certified: CertifiedSystem, seeds: Int, indicators: Set<String>, threads: Int) throws -> OwnSizes {
        let year = Quarter.year(2026)
        let quarters = Quarter.year(2025).lowerBound...year.upperBound
        guard let period = Period(from: year.lowerBound.first, to: year.upperBound.last) else { throw CertificationError.noPeriod }
        let planting = PlantedEffect.all(of: certified.system)
        let expected = try DemonstrationMunicipality(seed: 1, system: certified.system, planted: planting, quarters: year).truth.expected
        var primary: [Truth.Expectation] = []
        for one in expected where !primary.contains(where: { $0.effect == one.effect }) { primary.append(one) }
        // An intersection touches both its sides.
        let touched = Set(expected.flatMap { $0.attribute.components(separatedBy: " x ") })
        let wanted = primary
        let results = try parallelMap(count: seeds, threads: threads) { index -> (found: [Bool], proportion: Double) in
            let town = try DemonstrationMunicipality(seed: UInt64(index + 1), system: certified.system, planted: planting, quarters: quarters)
            let outcome = try Trial.run(certified.inputs(town.snapshot(), cycle: .once(period)), indicators: indicators)
            let found = wanted.map { expected in
                outcome.comparisons.contains {
                    $0.indicator == expected.indicator && $0.metric == expected.metric && $0.attribute == expected.attribute
                        && $0.group == expected.group && $0.isFound
                }
            }
            let discoveries = outcome.comparisons.filter { $0.verdict == .disparity && !$0.isMirror && !$0.isPrimary }
            let wrong = discoveries.count { discovery in
                !discovery.attribute.components(separatedBy: " x ").contains(where: touched.contains)
            }
            return (found, discoveries.isEmpty ? 0 : Double(wrong) / Double(discoveries.count))
        }
        return OwnSizes(
            found: primary.enumerated().map { index, one in (one.effect.rawValue, results.count { $0.found[index] }) }, runs: seeds,
            falseDiscoveryProportion: results.reduce(0) { $0 + $1.proportion } / Double(max(1, seeds)))
    }
}
