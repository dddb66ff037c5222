import Cohort
import Metrics

extension ReportFinding {
    /// The finding as the report shows it: rounded, and without a number where the verdict is `withheld` or `unavailable`.
    init(_ judgement: Judgement, window: Findings.JudgedWindow) {
        let comparison = judgement.comparison
        let measurement = window.plan.metrics[comparison.metric]
        let measured = comparison.measured
        let judged = measured?.judged
        let sizes = judgement.rule.sizes
        let ninety = judged?.interval(level: 0.90)
        self.init(
            indicator: measurement.indicator.id, metric: measurement.metric.description.metric, chapter: measurement.indicator.chapter,
            attribute: comparison.grouping.name, group: comparison.group, reference: comparison.referenceName,
            stratum: measured.flatMap { $0.stratum == .none ? nil : $0.stratum.rawValue }, scenario: "as_recorded", window: window.name,
            n: measured.map { _ in comparison.members.count }, nReference: measured.flatMap { _ in comparison.reference.isEmpty ? nil : comparison.reference.count },
            groupValue: judged?.groupValue.reported, referenceValue: comparison.reference.isEmpty ? nil : judged?.referenceValue.reported,
            effect: .init(kind: "difference", value: judged?.estimate.reported), direction: judgement.direction,
            mirrorOf: judgement.mirrorOf,
            interval: judged.map { judged in
                let interval = judged.interval(level: 0.95)
                return .init(
                    level: 0.95, low: interval.low.reportedBound, high: interval.high.reportedBound, method: type(of: judged).method)
            },
            interval90: ninety.map { .init(low: $0.low.reportedBound, high: $0.high.reportedBound) },
            intervalAdjusted: judged.flatMap { judged in
                judgement.adjustedLevel.map { level in
                    let interval = judged.interval(level: level)
                    return .init(level: level.reported, low: interval.low.reportedBound, high: interval.high.reportedBound)
                }
            },
            p: measured.map { ($0.smallSample?.exactP ?? $0.judged.pValue).reported }, pAdjusted: judgement.pAdjusted?.reported,
            adjustment: judgement.adjustment, family: judgement.family, familySize: judgement.familySize,
            minimumDetectable: judgement.minimumDetectable?.reported, margin: sizes.margin.reported, signal: sizes.signal.reported,
            fragility: judgement.fragility, verdict: judgement.verdict, reason: judgement.reason,
            beside: judgement.beside.map { beside in
                let interval = beside.difference.interval(level: 0.95)
                return .init(
                    stratum: beside.stratum == .none ? nil : beside.stratum.rawValue, effect: beside.difference.estimate.reported,
                    low: interval.low.reportedBound, high: interval.high.reportedBound, method: type(of: beside.difference).method,
                    verdict: beside.verdict, differs: beside.verdict != judgement.verdict)
            },
            settling: judgement.verdict == .inconclusive ? judged.flatMap { Settling($0, margin: sizes.margin) } : nil)
    }
}
