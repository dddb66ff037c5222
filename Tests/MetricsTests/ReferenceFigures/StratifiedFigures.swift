import Metrics

/// Admissions to Berkeley by gender within departments. The figures put the rejected first and the men first, so the odds ratio
/// is that of rejection, men over women.
enum StratifiedFigures {
    private static let strata = Result { () throws -> [RateStratum] in
        var departments: [String: RateStratum] = [:]
        for row in try SharedData.rows("data/ucb_admissions/ucb.csv") {
            let people = row.number("Freq")
            var stratum = departments[row["Dept"] ?? "", default: RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)]
            let admitted = row["Admit"] == "Admitted" ? people : 0
            if row["Gender"] == "Male" {
                stratum.groupTotal += people
                stratum.groupEvents += admitted
            } else {
                stratum.referenceTotal += people
                stratum.referenceEvents += admitted
            }
            departments[row["Dept"] ?? ""] = stratum
        }
        return departments.sorted { $0.key < $1.key }.map(\.value)
    }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        guard figure.dataset == "ucb_admissions", figure.metric.hasPrefix("admit_by_gender_") else { return nil }
        let strata = try strata.get()
        func cmh(_ continuity: CochranMantelHaenszel.Continuity) throws -> CochranMantelHaenszel {
            try CochranMantelHaenszel(strata: strata, continuity: continuity)
        }
        let odds = try MantelHaenszelOddsRatio(strata: strata)
        let homogeneity = try BreslowDay(strata: strata, correction: .none)
        switch figure.metric.dropFirst("admit_by_gender_".count) {
        case "common_odds_ratio": return .number(odds.estimate)
        case "common_odds_ratio_ci_low": return .number(try odds.interval(level: 0.95).low)
        case "common_odds_ratio_ci_high": return .number(try odds.interval(level: 0.95).high)
        case "cmh_chi2": return .number(try cmh(.none).statistic)
        case "cmh_p": return .number(try cmh(.none).pValue)
        case "cmh_chi2_cc": return .number(try cmh(.half).statistic)
        case "cmh_p_cc": return .number(try cmh(.half).pValue)
        case "breslow_day_chi2": return .number(homogeneity.statistic)
        case "breslow_day_p": return .number(homogeneity.pValue)
        default: return nil
        }
    }
}
