import Cohort
import Demonstration
import MatchReplay
import Metrics

/// One planted effect at four sizes: none, and those whose printed power is 50, 80 and 95 %.
struct PowerMatrix: Sendable {
    struct Row: Sendable {
        let effect: String
        let indicator: String
        let attribute: String
        let group: String
        /// `nil` for none, and for M24, which passes or fails.
        let printedPower: Double?
        let isPlanted: Bool
        let size: Double
        let runs: Int
        let found: Int

        var share: Double { Double(found) / Double(runs) }
        /// Within ten points of what was printed. Where nothing is planted, found no oftener than 5 % allows; what passes or fails is always found.
        var holds: Bool {
            if let printedPower { return abs(share - printedPower) <= 0.10 + 1e-9 }
            return isPlanted ? found == runs : found <= Certificate.limit(runs)
        }
    }

    static func rows(_ trial: EffectTrial, seeds: Int, threads: Int, progress: (String) -> Void) throws -> (rows: [Row], pilot: Pilot) {
        progress("\(trial.effect.rawValue): pilot")
        let pilot = try Pilot(trial, threads: threads)
        var rows: [Row] = []
        let wanted: [(Double?, Double?)] = [(nil, nil)] + [0.5, 0.8, 0.95].map { ($0, pilot.size(power: $0)) }
        for (power, size) in wanted {
            if power != nil, size == nil {
                progress("\(trial.effect.rawValue): no size that was tried has a printed power of \(power ?? 0)")
                continue
            }
            progress("\(trial.effect.rawValue): \(power.map { "printed power \($0), size \(size ?? 0)" } ?? "nothing planted")")
            let results = try parallelMap(count: seeds, threads: threads) { try trial.run(seed: UInt64($0 + 1), size: size) }
            rows.append(row(trial, power: power, size: size ?? trial.effect.nothing, results))
        }
        return (rows, pilot)
    }

    /// M24 passes or fails: nothing planted must pass always, and the demonstration's own size must never.
    static func fidelityRows(_ trial: EffectTrial, seeds: Int, threads: Int) throws -> [Row] {
        try [nil, trial.effect.standard.size].map { size in
            let results = try parallelMap(count: seeds, threads: threads) { try trial.run(seed: UInt64($0 + 1), size: size) }
            return Row(
                effect: trial.effect.rawValue, indicator: "M24", attribute: "everybody", group: "everybody", printedPower: nil,
                isPlanted: size != nil, size: size ?? 0, runs: results.count, found: results.count { !$0.fidelityPassed })
        }
    }

    private static func row(_ trial: EffectTrial, power: Double?, size: Double, _ results: [EffectTrial.Result]) -> Row {
        Row(
            effect: trial.effect.rawValue, indicator: trial.expected.indicator, attribute: trial.expected.attribute, group: trial.expected.group,
            printedPower: power, isPlanted: power != nil, size: size, runs: results.count, found: results.count { $0.found })
    }
}
