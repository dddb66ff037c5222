import Cohort
import MatchReplay
import Metrics

/// Turns the comparisons of one window into judgements.
struct Judge {
    let plan: ComparisonPlan
    /// Family-wise level that the primary family may spend.
    let alpha: Double
    /// Set for windows that only describe: nothing in them is more than a signal.
    let windowCap: String?

    func judge(_ comparisons: [Comparison]) throws(Undefined) -> [Judgement] {
        let primary = Set(plan.limits.primaryQuestions.map { "\($0.indicator) \($0.grouping.name)" })
        func family(_ comparison: Comparison) -> ReportFinding.Family {
            let measurement = plan.metrics[comparison.metric]
            let isNamed = primary.contains("\(measurement.indicator.id) \(comparison.grouping.name)")
            return isNamed && measurement.metric.description.headline ? .primary : .scan
        }
        var judgements: [Int: Judgement] = [:]
        for (name, limit) in [(ReportFinding.Family.primary, alpha), (.scan, plan.limits.analysis.scanQ.value)] {
            let own = comparisons.indices.filter { family(comparisons[$0]) == name }
            let tested = own.filter { comparisons[$0].isTested }
            let adjustment = try FamilyAdjustment(
                name, pValues: tested.compactMap { comparisons[$0].measured?.pValue }, limit: limit)
            let place = Dictionary(uniqueKeysWithValues: tested.enumerated().map { ($1, $0) })
            let judged = parallelMap(count: own.count, threads: plan.frame.threads) { judge(comparisons[own[$0]], adjustment, at: place[own[$0]]) }
            for (index, judgement) in zip(own, judged) { judgements[index] = judgement }
        }
        var ordered = comparisons.indices.compactMap { judgements[$0] }
        for (index, mirror) in Mirrors.find(in: ordered, plan: plan).enumerated() { ordered[index].mirrorOf = mirror }
        return ordered
    }

    /// - Parameter place: in the family; `nil` for what is not tested.
    private func judge(_ comparison: Comparison, _ adjustment: FamilyAdjustment, at place: Int?) -> Judgement {
        let measurement = plan.metrics[comparison.metric]
        let sizes = measurement.sizes
        // What the scan did not select is decided at the level it would have needed.
        let level = place.flatMap { adjustment.levels[$0] } ?? 1 - adjustment.limit / Double(max(1, adjustment.size))
        let rule = VerdictRule(sizes: sizes, level: level, isRejected: place.map { adjustment.rejected[$0] } ?? false)
        let adverse = measurement.metric.description.adverse

        let measured = comparison.measured
        let sides = measured.map { _ in plan.sides(of: comparison) }
        let difference = sides.flatMap { plan.difference(of: comparison, $0, within: measured?.stratum ?? .none) }
        var verdict: Verdict
        var reason: String?
        switch comparison.outcome {
        case .withheld(let rule): (verdict, reason) = (.withheld, rule.published)
        case .unavailable(let why): (verdict, reason) = (.unavailable, why)
        case .measured(let measured):
            verdict = difference.map { rule.verdict(on: $0, smallSample: measured.smallSample, cap: measured.cap ?? windowCap) } ?? .unavailable
            reason = measured.smallSample?.reason ?? measured.cap ?? windowCap
        }
        let shown = [.disparity, .signal].contains(verdict) && measured?.smallSample == nil
        let adjustedLevel = place.flatMap { adjustment.levels[$0] }
        return Judgement(
            comparison: comparison, figures: difference.map { DifferenceFigures($0) }, rule: rule, verdict: verdict, reason: reason,
            direction: difference.flatMap { Direction(of: $0.estimate, adverse: adverse) },
            family: adjustment.family, familySize: adjustment.size, adjustment: adjustment.name,
            pAdjusted: place.map { adjustment.adjusted[$0] }, adjustedLevel: adjustedLevel,
            adjustedInterval: difference.flatMap { difference in adjustedLevel.map { difference.interval(level: $0) } },
            minimumDetectable: difference.flatMap {
                DetectableEffect.value(
                    of: $0, observations: measurement.metric.observations, adverse: adverse, sizes: sizes,
                    alpha: adjustment.limit, comparisons: max(1, adjustment.size))
            },
            fragility: shown ? difference.map { rule.fragility(of: $0, verdict: verdict) } : nil,
            settling: verdict == .inconclusive ? difference.flatMap { Settling($0, margin: sizes.margin) } : nil,
            beside: measured?.beside.flatMap { stratum in
                guard let sides, let beside = plan.difference(of: comparison, sides, within: stratum) else { return nil }
                return (stratum, DifferenceFigures(beside), besideVerdict(rule, beside, measured?.smallSample, measured?.cap ?? windowCap))
            })
    }

    /// What the figure beside would have been judged, at the same step.
    private func besideVerdict(
        _ rule: VerdictRule, _ difference: any GroupDifference, _ small: Comparison.SmallSample?, _ cap: String?
    ) -> Verdict {
        VerdictRule(sizes: rule.sizes, level: rule.level, isRejected: difference.pValue <= 1 - rule.level)
            .verdict(on: difference, smallSample: small, cap: cap)
    }
}
