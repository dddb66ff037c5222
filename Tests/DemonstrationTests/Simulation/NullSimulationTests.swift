import Demonstration
import Metrics
import Testing

@testable import Audit

/// What the audit says when no group differs: labels permuted as a block over participants.
@Suite struct NullSimulationTests {
    @Test func permutedLabelsGiveNoMoreThanChance() throws {
        let limits = try Simulation.limits()
        let seeds = Simulation.seeds(short: 20, variable: "FAIRNESS_AUDIT_NULL_SEEDS")
        var tally = Tally()
        for seed in seeds {
            tally.add(try Simulation.audit(seed: seed, planted: PlantedEffect.all, permuted: true, limits: limits))
        }
        tally.printTable(seeds: seeds.count)

        // 97.5 % point of a family-wise 5 %: 29 of 400.
        #expect(tally.runsWithPrimaryDisparity <= Self.upperPoint(seeds.count, 0.05, 0.975))
        #expect(tally.means.tested > 0 && tally.rates.tested > 0)
        // Comparisons of one run are correlated, so the short version asks only for the order of size.
        let isFull = seeds.count >= 400
        #expect(tally.means.share < (isFull ? 0.06 : 0.10))
        #expect(tally.means.share > (isFull ? 0.04 : 0.01))
        #expect(tally.rates.share <= (isFull ? 0.055 : 0.10))
        #expect(Double(tally.signals) <= (isFull ? 0.10 : 0.15) * Double(tally.comparisons))
    }

    /// The smallest count that Bin(n, p) stays at or below with probability `quantile`.
    static func upperPoint(_ n: Int, _ p: Double, _ quantile: Double) -> Int {
        (0...n).first { Binomial.cdf($0, n: n, p: p) >= quantile } ?? n
    }
}

private struct Tally {
    struct Family {
        var tested = 0
        var atFivePercent = 0
        var share: Double { tested == 0 ? 0 : Double(atFivePercent) / Double(tested) }
    }

    var runsWithPrimaryDisparity = 0
    var means = Family()
    var rates = Family()
    var comparisons = 0
    var signals = 0
    var disparities = 0
    var equivalent = 0
    var byMethod: [String: Family] = [:]

    mutating func add(_ report: AuditReport) {
        var hasDisparity = false
        for finding in report.findings {
            guard let p = finding.p else { continue }
            comparisons += 1
            if finding.verdict == .signal { signals += 1 }
            if finding.verdict == .equivalent { equivalent += 1 }
            if finding.verdict == .disparity {
                disparities += 1
                if finding.family == .primary { hasDisparity = true }
            }
            // Raw p before effect sizes and fragility, of the comparisons that are tested.
            guard finding.pAdjusted != nil, let method = finding.interval?.method else { continue }
            let isMean = method == WelchDifference.method || method == StratifiedMeanDifference.method
            add(p, to: isMean ? \.means : \.rates)
            byMethod[method, default: Family()].tested += 1
            if p <= 0.05 { byMethod[method, default: Family()].atFivePercent += 1 }
        }
        if hasDisparity { runsWithPrimaryDisparity += 1 }
    }

    private mutating func add(_ p: Double, to family: WritableKeyPath<Tally, Family>) {
        self[keyPath: family].tested += 1
        if p <= 0.05 { self[keyPath: family].atFivePercent += 1 }
    }

    func printTable(seeds: Int) {
        func percent(_ part: Int, _ whole: Int) -> String {
            let tenths = whole == 0 ? 0 : Int((Double(part) / Double(whole) * 10_000).rounded())
            return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100) %"
        }
        print("| labels permuted | count | of | share |\n|---|---|---|---|")
        print("| runs with any primary disparity | \(runsWithPrimaryDisparity) | \(seeds) | \(percent(runsWithPrimaryDisparity, seeds)) |")
        print("| raw p <= .05, comparisons of means | \(means.atFivePercent) | \(means.tested) | \(percent(means.atFivePercent, means.tested)) |")
        print("| raw p <= .05, comparisons of rates | \(rates.atFivePercent) | \(rates.tested) | \(percent(rates.atFivePercent, rates.tested)) |")
        for (method, family) in byMethod.sorted(by: { $0.key < $1.key }) {
            print("| ... by \(method) | \(family.atFivePercent) | \(family.tested) | \(percent(family.atFivePercent, family.tested)) |")
        }
        print("| signals | \(signals) | \(comparisons) | \(percent(signals, comparisons)) |")
        print("| disparities, primary and scan | \(disparities) | \(comparisons) | \(percent(disparities, comparisons)) |")
        print("| shown to be small | \(equivalent) | \(comparisons) | \(percent(equivalent, comparisons)) |")
    }
}
