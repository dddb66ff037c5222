import Cohort
import MatchReplay
import Metrics

/// The walk as far as the verdicts, without tables, disclosure and report: what a certification runs thousands of times.
///
/// The judging is the audit's own, over the judged window of the cycle. Nothing of it may be published.
package enum Trial {
    package struct Comparison: Sendable {
        package let indicator: String
        package let metric: String
        package let attribute: String
        package let group: String
        package let isPrimary: Bool
        package let verdict: Verdict
        package let direction: Direction?
        package let isMirror: Bool
        /// `nil` where nothing was measured.
        package let estimate: Double?
        package let standardError: Double?
        package let minimumDetectable: Double?
        package let n: Int
        package let familySize: Int

        /// Shown against the group, and not as the mirror of another.
        package var isFound: Bool { verdict == .disparity && direction == .adverse && !isMirror }
    }

    package struct Outcome: Sendable {
        package let comparisons: [Comparison]
        /// M24: whether the replay made the recorded lists again well enough.
        package let fidelityPassed: Bool
    }

    /// - Parameters:
    ///   - indicators: only these, `nil` = all; the primary family is always whole, so they must hold every primary question.
    ///   - reportedQuarters: quarters of the same year that had a report, and so spent their part of alpha.
    package static func run(
        _ inputs: AuditInputs, indicators: Set<String>? = nil, reportedQuarters: Set<Int> = []
    ) throws(AuditError) -> Outcome {
        let replayed = try Audit.replay(inputs)
        let prepared = Audit.Prepared(
            replayed: replayed, figures: inputs.replay?.figures, fidelity: Audit.fidelity(inputs, replayed),
            published: PublishedCounts(limits: inputs.thresholds.disclosure))
        guard let window = inputs.cycle.windows.first else { throw .nobody(period: inputs.cycle.name) }
        let plan = try Audit.plan(inputs, window: window.period, prepared, indicators: indicators)
        let alpha = try Audit.alpha(inputs, reportedQuarters: reportedQuarters)
        let judgements = try Audit.judge(plan, alpha: alpha, cap: window.cap)
        return Outcome(
            comparisons: judgements.map { judgement in
                let description = plan.metrics[judgement.comparison.metric].metric.description
                return Comparison(
                    indicator: description.indicator, metric: description.metric, attribute: judgement.comparison.grouping.name,
                    group: judgement.comparison.group, isPrimary: judgement.family == .primary, verdict: judgement.verdict,
                    direction: judgement.direction, isMirror: judgement.mirrorOf != nil, estimate: judgement.figures?.estimate,
                    standardError: judgement.figures?.standardError, minimumDetectable: judgement.minimumDetectable,
                    n: judgement.comparison.count, familySize: judgement.familySize)
            }, fidelityPassed: plan.fidelity.passed)
    }
}
