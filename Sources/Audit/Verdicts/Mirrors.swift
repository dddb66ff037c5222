import Metrics

/// Findings that only mirror another group's difference.
///
/// When one group stands far off, everybody else differs from a reference that contains it. A finding that loses its significance
/// or its size once the strongest adverse group of that attribute is left out of its reference is that group's mirror.
enum Mirrors {
    /// - Returns: for each judgement the group it mirrors, or `nil`.
    static func find(in judgements: [Judgement], plan: ComparisonPlan) -> [String?] {
        var mirrors = [String?](repeating: nil, count: judgements.count)
        let lines = Dictionary(grouping: judgements.indices) { index in
            "\(judgements[index].comparison.metric) \(judgements[index].comparison.grouping.name)"
        }
        for line in lines.values {
            guard let strongest = strongestAdverse(line.map { judgements[$0] }) else { continue }
            for index in line where [.disparity, .signal].contains(judgements[index].verdict) && judgements[index].comparison.group != strongest {
                if isLost(judgements[index], withoutGroup: strongest, plan: plan) { mirrors[index] = strongest }
            }
        }
        return mirrors
    }

    /// The adverse finding that lies most standard errors from no difference.
    private static func strongestAdverse(_ line: [Judgement]) -> String? {
        line.filter { [.disparity, .signal].contains($0.verdict) && $0.direction == .adverse }
            .max { strength($0) < strength($1) }?.comparison.group
    }

    private static func strength(_ judgement: Judgement) -> Double {
        guard let difference = judgement.figures, difference.standardError > 0 else { return 0 }
        return abs(difference.estimate) / difference.standardError
    }

    private static func isLost(_ judgement: Judgement, withoutGroup strongest: String, plan: ComparisonPlan) -> Bool {
        let comparison = judgement.comparison
        guard let measured = comparison.measured, let figures = judgement.figures else { return false }
        let metric = plan.metrics[comparison.metric].metric
        let sides = plan.sides(of: comparison, leavingOut: strongest)
        guard !sides.reference.isEmpty, let again = plan.difference(of: comparison, sides, within: measured.stratum) else { return true }
        guard again.estimate * figures.estimate > 0, abs(again.estimate) >= judgement.rule.sizes.signal else { return true }
        if let smallSample = measured.smallSample {
            let p = ExactTest.pValue(metric.observations, group: sides.group, reference: sides.reference, limits: plan.limits) ?? 1
            return p > max(0.05, smallSample.exactP)
        }
        return judgement.verdict == .disparity ? again.pValue > 1 - judgement.rule.level : !judgement.rule.isSignal(again)
    }
}
