import Metrics

/// Means and distributions of two groups: earnings after training.
enum LocationFigures {
    private static let jobCorps = Result { try DataSet("data/jobcorps_english/jobcorps.csv") }
    private static let training = Result { try DataSet("data/lalonde_nsw/nsw.csv") }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        switch (figure.dataset, figure.metric) {
        case ("lalonde_nsw", "mean_re78_diff"):
            let men = try training.get()
            return .number(
                try WelchDifference(
                    group: men.numbers("re78") { $0["treat"] == "1" }, reference: men.numbers("re78") { $0["treat"] == "0" }
                ).estimate)
        case ("jobcorps_english", let metric) where metric.hasPrefix("earny4_"):
            let people = try jobCorps.get()
            let native = try people.numbers("earny4") { $0["english"] == "1" }
            let others = try people.numbers("earny4") { $0["english"] == "0" }
            let welch = try WelchDifference(group: native, reference: others)
            let ranks = try MannWhitneyTest(group: native, reference: others)
            switch metric.dropFirst("earny4_".count) {
            case "welch_t": return .number(welch.statistic)
            case "welch_df": return .number(welch.degreesOfFreedom)
            case "welch_p": return .number(welch.pValue)
            case "cohens_d": return .number(try welch.groupSummary.standardisedDifference(from: welch.referenceSummary))
            case "mannwhitney_U": return .number(ranks.statistic)
            case "mannwhitney_p": return .number(ranks.pValue)
            default: return nil
            }
        default: return nil
        }
    }
}
