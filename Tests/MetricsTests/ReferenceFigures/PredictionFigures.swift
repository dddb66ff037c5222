import Metrics

/// Models: who gets a high score, callbacks clustered by job ad, and whether a test predicts the same for two groups.
enum PredictionFigures {
    private static let compas = Result { try DataSet("data/compas_two_years/compas.csv") }
    private static let resume = Result { try DataSet("data/resume_callbacks/resume.csv") }
    private static let satAct = Result { try DataSet("data/sat_act/sat_act.csv") }
    private static let jobCorps = Result { try DataSet("data/jobcorps_english/jobcorps.csv") }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        switch figure.dataset {
        case "compas_two_years" where figure.metric == "n_after_propublica_filter":
            return .number(Double(try published().count))
        case "compas_two_years" where figure.metric.hasPrefix("logit_high_or_medium_"):
            guard let index = terms.firstIndex(of: figure.group) else { return nil }
            let estimate = try logit.get().estimate(index)
            return .number(figure.metric.hasSuffix("_se") ? estimate.standardError : estimate.estimate)
        case "resume_callbacks" where figure.metric.hasPrefix("lpm_"):
            let rows = try resume.get().rows
            let fit = try LeastSquares(
                outcome: rows.map { $0.number("received_callback") }, predictors: [rows.map { $0["race"] == "black" ? 1 : 0 }])
            let estimate = try fit.estimate(1, .clustered(rows.map { Int($0.number("job_ad_id")) }))
            return .number(figure.metric == "lpm_black_se_cluster" ? estimate.standardError : estimate.estimate)
        case "sat_act" where figure.metric.hasPrefix("cleary_SATQ_on_SATV_"):
            return try cleary(sat.get(), String(figure.metric.dropFirst("cleary_SATQ_on_SATV_".count)), figure.group)
        case "jobcorps_english" where figure.metric.hasPrefix("cleary_earny4_on_educ_"):
            return try cleary(earnings.get(), String(figure.metric.dropFirst("cleary_earny4_on_educ_".count)), figure.group)
        default: return nil
        }
    }

    // MARK: Who gets a high score

    /// Coefficients in the order of the design below, named as in the figures; the constant is 0.
    private static let terms = [
        "Intercept", "C(sex, Treatment(\"Male\"))[T.Female]", "C(age_cat, Treatment(\"25 - 45\"))[T.Greater than 45]",
        "C(age_cat, Treatment(\"25 - 45\"))[T.Less than 25]", "C(race, Treatment(\"Caucasian\"))[T.African-American]",
        "C(race, Treatment(\"Caucasian\"))[T.Asian]", "C(race, Treatment(\"Caucasian\"))[T.Hispanic]",
        "C(race, Treatment(\"Caucasian\"))[T.Native American]", "C(race, Treatment(\"Caucasian\"))[T.Other]",
        "C(c_charge_degree, Treatment(\"F\"))[T.M]", "priors_count", "two_year_recid",
    ]

    /// The people of the published analysis: screened within 30 days of the arrest, with a case and a score.
    private static func published() throws -> [[String: String]] {
        try compas.get().rows.filter {
            abs($0.number("days_b_screening_arrest")) <= 30 && $0["is_recid"] != "-1" && $0["c_charge_degree"] != "O"
                && $0["score_text"] != "N/A"
        }
    }

    private static let logit = Result { () throws -> LogisticRegression in
        let people = try published()
        func indicator(_ column: String, _ value: String) -> [Double] { people.map { $0[column] == value ? 1 : 0 } }
        return try LogisticRegression(
            outcome: people.map { $0["score_text"] != "Low" },
            predictors: [
                indicator("sex", "Female"), indicator("age_cat", "Greater than 45"), indicator("age_cat", "Less than 25"),
                indicator("race", "African-American"), indicator("race", "Asian"), indicator("race", "Hispanic"),
                indicator("race", "Native American"), indicator("race", "Other"), indicator("c_charge_degree", "M"),
                people.map { $0.number("priors_count") }, people.map { $0.number("two_year_recid") },
            ])
    }

    // MARK: Differential prediction

    private static let sat = Result { () throws -> DifferentialPrediction in
        let rows = try satAct.get().rows.filter { $0["SATQ"] != "" && $0["SATV"] != "" }
        return try differential(rows, score: "SATV", outcome: "SATQ") { $0["gender"] == "2" }
    }

    private static let earnings = Result { () throws -> DifferentialPrediction in
        try differential(jobCorps.get().rows, score: "educ", outcome: "earny4") { $0["english"] == "1" }
    }

    private static func differential(
        _ rows: [[String: String]], score: String, outcome: String, isGroup: ([String: String]) -> Bool
    ) throws -> DifferentialPrediction {
        func people(_ wanted: Bool) -> [DifferentialPrediction.Observation] {
            rows.filter { isGroup($0) == wanted }.map { (predictor: $0.number(score), outcome: $0.number(outcome)) }
        }
        return try DifferentialPrediction(group: people(true), reference: people(false))
    }

    /// The constant, slope and differences are those of separate lines; the R squared of each of the three models.
    private static func cleary(_ model: DifferentialPrediction, _ figure: String, _ group: String) throws -> ReferenceFiguresTests.Answer? {
        let separate = try model.separate.get()
        switch figure {
        case "intercept": return .number(separate.coefficients[0])
        case "slope": return .number(separate.coefficients[1])
        case "group": return .number(separate.coefficients[2])
        case "interaction": return .number(separate.coefficients[3])
        case "R2_common": return .number(model.common.rSquared)
        case "R2_group": return .number(model.parallel.rSquared)
        case "R2_interaction": return .number(separate.rSquared)
        case "F_slope": return .number(try model.slopeTest().statistic)
        case "F_slope_p": return .number(try model.slopeTest().pValue)
        case "F_intercept": return .number(model.interceptTest.statistic)
        case "F_intercept_p": return .number(model.interceptTest.pValue)
        case "F_total": return .number(try model.overallTest().statistic)
        case "F_total_p": return .number(try model.overallTest().pValue)
        case "mean_residual_common_line":
            return .number(group.hasSuffix("=1") ? model.groupResidual.estimate : model.referenceResidual.estimate)
        default: return nil
        }
    }
}
