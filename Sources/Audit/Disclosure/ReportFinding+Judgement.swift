import Cohort
import Metrics

extension ReportFinding {
    /// The finding as the report shows it: rounded, and without a number where the verdict is `withheld` or `unavailable`.
    init(_ judgement: Judgement, window: Findings.JudgedWindow) {
        let comparison = judgement.comparison
        let measurement = window.plan.metrics[comparison.metric]
        let measured = comparison.measured
        let judged = judgement.figures
        let sizes = judgement.rule.sizes
        let (count, referenceCount) = (comparison.count, comparison.referenceCount)
        self.init(
            indicator: measurement.indicator.id, metric: measurement.metric.description.metric, chapter: measurement.indicator.chapter,
            attribute: comparison.grouping.name, group: comparison.group, reference: comparison.referenceName,
            stratum: measured.flatMap { $0.stratum == .none ? nil : $0.stratum.rawValue }, scenario: "as_recorded", window: window.name,
            n: measured.map { _ in count }, nReference: measured.flatMap { _ in referenceCount == 0 ? nil : referenceCount },
            groupValue: judged?.groupValue.reported, referenceValue: referenceCount == 0 ? nil : judged?.referenceValue.reported,
            effect: .init(kind: "difference", value: judged?.estimate.reported), direction: judgement.direction,
            mirrorOf: judgement.mirrorOf,
            interval: judged.map {
                .init(level: 0.95, low: $0.ninetyFive.low.reportedBound, high: $0.ninetyFive.high.reportedBound, method: $0.method)
            },
            interval90: judged.map { .init(low: $0.ninety.low.reportedBound, high: $0.ninety.high.reportedBound) },
            intervalAdjusted: judgement.adjustedInterval.map {
                .init(level: $0.level.reported, low: $0.low.reportedBound, high: $0.high.reportedBound)
            },
            p: measured.map { ($0.smallSample?.exactP ?? $0.pValue).reported }, pAdjusted: judgement.pAdjusted?.reported,
            adjustment: judgement.adjustment, family: judgement.family, familySize: judgement.familySize,
            minimumDetectable: judgement.minimumDetectable?.reported, margin: sizes.margin.reported, signal: sizes.signal.reported,
            fragility: judgement.fragility, verdict: judgement.verdict, reason: judgement.reason,
            beside: judgement.beside.map { beside in
                .init(
                    stratum: beside.stratum == .none ? nil : beside.stratum.rawValue, effect: beside.figures.estimate.reported,
                    low: beside.figures.ninetyFive.low.reportedBound, high: beside.figures.ninetyFive.high.reportedBound,
                    method: beside.figures.method, verdict: beside.verdict, differs: beside.verdict != judgement.verdict)
            },
            settling: judgement.settling)
    }
}
