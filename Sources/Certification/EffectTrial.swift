import Audit
import Cohort
import Demonstration

/// One planted effect by itself, at one size and seed, through the audit of the year 2026.
struct EffectTrial: Sendable {
    let certified: CertifiedSystem
    let effect: PlantedEffect
    /// What the truth says an audit must find; the first of them is the primary group.
    let expected: Truth.Expectation

    init(_ certified: CertifiedSystem, _ effect: PlantedEffect) throws {
        self.certified = certified
        self.effect = effect
        let truth = try DemonstrationMunicipality(seed: 1, system: certified.system, planted: [effect], quarters: Quarter.year(2026)).truth
        guard let first = truth.expected.first else { throw CertificationError.nothingExpected(effect.rawValue) }
        expected = first
    }

    /// Whether this system's primary questions ask for it: an effect that two systems can have is certified where it is asked for.
    var isCertifiedHere: Bool {
        expected.indicator == "M24"
            || certified.thresholds.primaryQuestions.contains { $0.indicator == expected.indicator && $0.grouping.name == expected.attribute }
    }

    struct Result: Sendable {
        let found: Bool
        let fidelityPassed: Bool
        /// Signed so that positive is against the group.
        let estimate: Double?
        let standardError: Double?
        let minimumDetectable: Double?
        let n: Int
    }

    /// From the first quarter that is looked at, so that a whole year holds it; drift needs the year before as well.
    private var quarters: ClosedRange<Quarter> {
        effect == .driftingTestVersion ? Quarter.year(2025).lowerBound...Quarter.year(2026).upperBound : Quarter.year(2026)
    }

    /// From the first quarter of the year on.
    /// - Parameter size: `nil` = nothing is planted.
    func run(seed: UInt64, size: Double?) throws -> Result {
        try run(seed: seed, planting: Planting(size.map { [Plant(effect, size: $0, from: Quarter.year(2026).lowerBound)] } ?? []))
    }

    /// As the demonstration plants it: its own size, from its own quarter on.
    func runOwn(seed: UInt64) throws -> Result { try run(seed: seed, planting: [effect]) }

    /// The comparison that must fire. Of two groups the one that fares worse is compared with the other, so that it may stand there the
    /// other way round: then with sign -1.
    func expected(in outcome: Trial.Outcome) -> (comparison: Trial.Comparison?, sign: Double) {
        let asked = outcome.comparisons.filter {
            $0.indicator == expected.indicator && $0.metric == expected.metric && $0.attribute == expected.attribute
                && $0.estimate != nil
        }
        if let own = asked.first(where: { $0.group == expected.group }) { return (own, 1) }
        return (asked.count == 1 ? asked.first : nil, -1)
    }

    private func run(seed: UInt64, planting: Planting) throws -> Result {
        let year = Quarter.year(2026)
        let town = try DemonstrationMunicipality(seed: seed, system: certified.system, planted: planting, quarters: quarters)
        guard let period = Period(from: year.lowerBound.first, to: year.upperBound.last) else { throw CertificationError.noPeriod }
        let outcome = try Trial.run(
            certified.inputs(town.snapshot(), cycle: .once(period)), indicators: certified.primaryIndicators)
        let (comparison, sign) = expected(in: outcome)
        return Result(
            found: comparison.map { $0.isFound && $0.isPrimary && sign > 0 } ?? false, fidelityPassed: outcome.fidelityPassed,
            estimate: comparison?.estimate.map { sign * $0 }, standardError: comparison?.standardError, minimumDetectable: comparison?.minimumDetectable,
            n: comparison?.n ?? 0)
    }
}

enum CertificationError: Error, CustomStringConvertible {
    case nothingExpected(String)
    case noPeriod
    case notMeasured(effect: String)
    case unknownEffect(String)

    var description: String {
        switch self {
        case .nothingExpected(let effect): "The truth names nothing that \(effect) must make fire."
        case .noPeriod: "The year has no days."
        case .notMeasured(let effect): "What \(effect) must make fire was measured in no pilot run; is it a primary question of its system?"
        case .unknownEffect(let name): "No planted effect is called \(name); see `fairness-audit demo --help`."
        }
    }
}
