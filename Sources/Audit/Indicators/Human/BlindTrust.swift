import Metrics

/// Whether following depends on how good the advice is, over the whole cohort.
///
/// The logistic slope of following on the margin d(2) - d(1), per standard deviation of it, with Wald's 90 % interval. *Blind* needs the
/// interval inside plus or minus the agreed slope and nearly everybody following; a slope that is merely not significant says nothing.
struct BlindTrust {
    enum Code: String {
        case blind
        case dependsOnQuality = "depends_on_quality"
        case notSettled = "not_settled"
    }

    /// People with a choice and a list of at least two places.
    let people: Int
    /// Share of choices that follow; `nil` where it may not be shown.
    let rate: Double?
    let slope: Double?
    let interval: Interval?
    let code: Code

    init(_ following: Following, limits: Thresholds) {
        let known = following.followed.indices.filter { following.followed[$0] != nil && following.margin[$0] != nil }
        let outcomes = known.compactMap { following.followed[$0] }, margins = known.compactMap { following.margin[$0] }
        people = known.count
        rate = CohortFigures.share(outcomes.map(Optional.some), limits: limits)
        guard people >= limits.analysis.minimumGroup.value, let spread = try? Summary(margins), spread.populationDeviation > 0,
            let model = try? LogisticRegression(
                outcome: outcomes, predictors: [margins.map { ($0 - spread.mean) / spread.populationDeviation }]),
            let estimate = try? model.estimate(1)
        else {
            (slope, interval, code) = (nil, nil, .notSettled)
            return
        }
        let limit = limits.parameter("blindSlope", of: FollowRate.about.id)
        let bounds = estimate.interval(level: 0.90)
        let follows = Double(outcomes.count { $0 }) / Double(outcomes.count)
        slope = estimate.estimate
        interval = bounds
        if bounds.isInside(-limit, limit), follows >= limits.parameter("followHigh", of: FollowRate.about.id) {
            code = .blind
        } else if bounds.low > 0 {
            code = .dependsOnQuality
        } else {
            code = .notSettled
        }
    }
}
