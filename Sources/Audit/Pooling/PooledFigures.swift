import Cohort
import Metrics

/// The numbers of one pooled finding, rounded as every report prints them.
enum PooledFigures {
    static func figures(
        _ comparison: PooledComparison, _ difference: any GroupDifference, heterogeneity: PooledReport.HeterogeneityFigures, sizes: Sizes,
        adjustedLevel: Double?, pAdjusted: Double?, minimumDetectable: Double?, fragility: Int?, isOpen: Bool
    ) throws(Undefined) -> PooledReport.Figures {
        .init(
            method: type(of: difference).method, n: difference.groupCount, nReference: difference.referenceCount,
            groupValue: difference.groupValue.reported, referenceValue: difference.referenceValue.reported,
            estimate: difference.estimate.reported, interval: bounds(difference.interval(level: 0.95)),
            interval90: bounds(difference.interval(level: 0.90)),
            intervalAdjusted: adjustedLevel.map {
                let ends = bounds(difference.interval(level: $0))
                return .init(level: $0.reported, low: ends.low, high: ends.high)
            },
            p: difference.pValue.reported, pAdjusted: pAdjusted?.reported, minimumDetectable: minimumDetectable?.reported,
            margin: sizes.margin.reported, signal: sizes.signal.reported, fragility: fragility,
            settling: isOpen ? Settling(difference, margin: sizes.margin) : nil, heterogeneity: heterogeneity,
            others: try others(comparison), parts: try parts(comparison))
    }

    static func heterogeneity(_ comparison: PooledComparison) throws(Undefined) -> PooledReport.HeterogeneityFigures {
        let test = try Heterogeneity(comparison.effects())
        return .init(
            q: test.statistic.reported, degreesOfFreedom: test.degreesOfFreedom, p: test.pValue.reported,
            inconsistency: try test.inconsistency().reported, betweenVariance: (try? test.betweenVariance())?.reported,
            isShown: test.pValue <= Pool.heterogeneityLimit)
    }

    /// Nothing is said about other organisations from fewer than five, or where their spread cannot be found.
    private static func others(_ comparison: PooledComparison) throws(Undefined) -> PooledReport.Others? {
        guard comparison.studies.count >= RandomEffects.fewestStudiesForPrediction, let effects = try? RandomEffects(comparison.effects()) else { return nil }
        return .init(
            estimate: effects.estimate.reported, interval: bounds(effects.interval(level: 0.95)),
            prediction: bounds(try effects.predictionInterval(level: 0.95)))
    }

    private static func parts(_ comparison: PooledComparison) throws(Undefined) -> [PooledReport.Part] {
        let effects = try comparison.effects()
        let points = try FunnelPlot(effects).points
        let shrinkage = try? NormalShrinkage(estimates: effects.estimates, standardErrors: effects.standardErrors)
        let total = CompensatedSum(effects.standardErrors.map { 1 / ($0 * $0) }).value
        return comparison.studies.indices.map { index in
            let study = comparison.studies[index].study
            return .init(
                organisation: comparison.studies[index].organisation, n: study.groupCount, nReference: study.referenceCount,
                estimate: study.estimate.reported, standardError: study.standardError.reported, interval: bounds(interval(comparison.studies[index])),
                weight: (1 / (study.standardError * study.standardError) / total).reported,
                shrunken: shrinkage?.estimate(index).estimate.reported, withoutIt: points[index].others.estimate.reported,
                z: points[index].z.reported, beyond: points[index].beyond)
        }
    }

    /// Its own 95 % interval, by the method that its own report uses where counts are there.
    private static func interval(_ study: PooledStudy) -> Interval {
        if let counts = study.stratum, let rates = try? MiettinenNurminen(
            groupEvents: counts.groupEvents, groupTotal: counts.groupTotal, referenceEvents: counts.referenceEvents,
            referenceTotal: counts.referenceTotal) {
            return rates.interval(level: 0.95)
        }
        let half = Normal.critical(level: 0.95) * study.study.standardError
        return Interval(level: 0.95, low: study.study.estimate - half, high: study.study.estimate + half)
    }

    private static func bounds(_ interval: Interval) -> PooledReport.Bounds {
        .init(low: interval.low.reported, high: interval.high.reported)
    }
}
