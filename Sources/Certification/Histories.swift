import Audit
import Cohort
import Demonstration
import MatchReplay
import Metrics

/// Twelve quarters one after the other, each with its part of the year's alpha.
enum Histories {
    /// Towns without any plant: system-years with a primary disparity in any of their quarters.
    struct Null: Sendable {
        let histories: Int
        let systemYears: Int
        let alarmed: Int
    }

    static func null(_ certified: CertifiedSystem, seeds: Int, threads: Int) throws -> Null {
        let alarmed = try parallelMap(count: seeds, threads: threads) { index -> Int in
            var years: Set<Int> = []
            for quarter in Quarter.all.quarters where !years.contains(quarter.year) {
                if try outcome(certified, seed: UInt64(index + 1), planted: [], quarter).comparisons.contains(where: { $0.isPrimary && $0.verdict == .disparity && !$0.isMirror }) {
                    years.insert(quarter.year)
                }
            }
            return years.count
        }
        return Null(histories: seeds, systemYears: 3 * seeds, alarmed: alarmed.reduce(0, +))
    }

    /// One effect by itself at its standard size and quarter: where it is found, and what was printed on the way.
    struct Incident: Sendable {
        let effect: String
        let from: String
        /// What the truth promises, and the first quarter whose printed power reaches 80 %; `nil` when none does.
        let promised: String?
        let printed: String?
        let runs: Int
        /// Found by the promised quarter, and by the one after it.
        let byPromised: Int
        let byNext: Int
        /// Per quarter from the first: printed power, `nil` where at most half of the towns printed any, and in how many runs it had been
        /// found by then.
        let quarters: [(quarter: String, power: Double?, found: Int)]
    }

    static func incident(_ trial: EffectTrial, seeds: Int, threads: Int) throws -> Incident {
        let certified = trial.certified
        let from = trial.effect.standard.from
        let looked = Quarter.all.quarters.filter { $0 >= from }
        let planting: Planting = [trial.effect]
        let runs = try parallelMap(count: seeds, threads: threads) { index -> [(found: Bool, with: Trial.Comparison?, without: Double?)] in
            let seed = UInt64(index + 1)
            return try looked.map { quarter in
                let outcome = try Self.outcome(certified, seed: seed, planted: planting, quarter)
                guard trial.expected.indicator != "M24" else { return (!outcome.fidelityPassed, nil, nil) }
                let (with, sign) = trial.expected(in: outcome)
                let (other, otherSign) = trial.expected(in: try Self.outcome(certified, seed: seed, planted: [], quarter))
                return (sign > 0 && with?.isFound ?? false, sign > 0 ? with : nil, other?.estimate.map { otherSign * $0 })
            }
        }
        var quarters: [(quarter: String, power: Double?, found: Int)] = []
        for (position, quarter) in looked.enumerated() {
            let here = runs.map { $0[position] }
            // A disparity stands until its year closes.
            let found = runs.count { run in looked.indices.contains { looked[$0] <= quarter && run[$0].found } }
            quarters.append((quarter.description, trial.expected.indicator == "M24" ? 1 : power(here), found))
        }
        let promised = trial.effect.detectable.flatMap(looked.firstIndex)
        return Incident(
            effect: trial.effect.rawValue, from: from.description, promised: promised.map { quarters[$0].quarter },
            printed: quarters.first { $0.power.map { $0 >= 0.8 } ?? false }?.quarter, runs: seeds,
            byPromised: promised.map { quarters[$0].found } ?? 0, byNext: promised.map { quarters[min($0 + 1, quarters.count - 1)].found } ?? 0,
            quarters: quarters)
    }

    /// Printed power of the mean effect, with the mean printed MDE and standard error.
    private static func power(_ runs: [(found: Bool, with: Trial.Comparison?, without: Double?)]) -> Double? {
        let known = runs.compactMap { run -> (effect: Double, mde: Double, error: Double)? in
            guard let with = run.with, let estimate = with.estimate, let mde = with.minimumDetectable, let error = with.standardError, error > 0
            else { return nil }
            // Where too few people are left to compare without the plant, the difference there is none: groups are drawn apart from everything.
            return (estimate - (run.without ?? 0), mde, error)
        }
        guard known.count * 2 > runs.count else { return nil }
        let n = Double(known.count)
        let effect = abs(known.reduce(0) { $0 + $1.effect } / n), mde = known.reduce(0) { $0 + $1.mde } / n
        let error = known.reduce(0) { $0 + $1.error } / n
        return Normal.cdf((effect - mde) / error + MinimumDetectableEffect.powerQuantile)
    }

    /// The audit of one quarter, of what was known on its last day; every earlier quarter of the year had its report. The year before is there
    /// to be compared with.
    private static func outcome(_ certified: CertifiedSystem, seed: UInt64, planted: Planting, _ quarter: Quarter) throws -> Trial.Outcome {
        guard let cycle = AuditCycle(quarter: quarter.description) else { throw CertificationError.noPeriod }
        let first = max(Quarter.all.lowerBound, Quarter.year(quarter.year - 1).lowerBound)
        let town = try DemonstrationMunicipality(seed: seed, system: certified.system, planted: planted, quarters: first...quarter)
        return try Trial.run(
            certified.inputs(town.snapshot(), cycle: cycle), indicators: certified.primaryIndicators,
            reportedQuarters: Set(1..<quarter.number))
    }
}
