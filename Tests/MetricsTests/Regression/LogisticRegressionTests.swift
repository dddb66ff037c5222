import Testing
import Metrics

@Suite struct LogisticRegressionTests {
    @Test func agreesWithStatsmodels() throws {
        let data = RegressionData()
        let rows = Reference.cases(Reference.logisticFits)
        for (number, predictors) in data.models.enumerated() {
            let fit = try LogisticRegression(outcome: data.success, predictors: predictors)
            for (index, row) in rows[number].enumerated() {
                let estimate = try fit.estimate(index)
                #expect(Reference.error(estimate.estimate, row[1]) < 1e-10)
                #expect(Reference.error(estimate.standardError, row[2]) < 1e-11)
                #expect(Reference.error(estimate.pValue, row[3]) < 1e-10)
            }
            #expect(Reference.error(fit.logLikelihood, Reference.logisticLikelihoods[number][1]) < 1e-13)
        }
    }

    @Test func offset() throws {
        let data = RegressionData()
        let fit = try LogisticRegression(
            outcome: data.success, predictors: [data.x2], offsets: data.x1.map { 0.05 * ($0 - 50) })
        for (index, row) in Reference.logisticOffset.enumerated() {
            #expect(Reference.error(fit.coefficients[index], row[0]) < 1e-10)
            #expect(Reference.error(try fit.estimate(index).standardError, row[1]) < 1e-10)
        }
    }

    private static let berkeley: [(men: Double, ofMen: Double, women: Double, ofWomen: Double)] = [
        (512, 825, 89, 108), (353, 560, 17, 25), (120, 325, 202, 593), (138, 417, 131, 375), (53, 191, 94, 393), (22, 373, 24, 341),
    ]

    @Test("V17 Berkeley admissions, logit with department dummies")
    func berkeleyByDepartment() throws {
        let events = Self.berkeley.flatMap { [$0.men, $0.women] }
        let totals = Self.berkeley.flatMap { [$0.ofMen, $0.ofWomen] }
        let women = Self.berkeley.flatMap { _ in [0.0, 1.0] }
        let departments = (1..<6).map { number in (0..<12).map { $0 / 2 == number ? 1.0 : 0.0 } }
        let adjusted = try LogisticRegression(events: events, totals: totals, predictors: [women] + departments).estimate(1)
        #expect(abs(adjusted.estimate - 0.0998700882) < 5e-11)
        #expect(abs(adjusted.standardError - 0.0808464665) < 5e-11)
        #expect(abs(adjusted.oddsRatio - 1.1050273526) < 5e-11)
        #expect(adjusted.count == 4526)
        let crude = try LogisticRegression(events: events, totals: totals, predictors: [women]).estimate(1)
        #expect(abs(crude.estimate - -0.6103523761) < 5e-11)
        #expect(abs(crude.oddsRatio - 0.5431594389) < 5e-11)
    }

    @Test func rowsThatStandForSeveralPeopleGiveTheSameAnswer() throws {
        let outcome = [true, false, true, true, false, false, true, false]
        let x = [1.0, 1, 1, 2, 2, 2, 3, 3]
        let people = try LogisticRegression(outcome: outcome, predictors: [x])
        let rows = try LogisticRegression(events: [2, 1, 1], totals: [3, 3, 2], predictors: [[1, 2, 3]])
        for index in 0..<2 {
            #expect(abs(people.coefficients[index] - rows.coefficients[index]) < 1e-12)
            #expect(abs(people.covariance[index][index] - rows.covariance[index][index]) < 1e-11)
        }
        #expect(abs(people.logLikelihood - rows.logLikelihood) < 1e-13)
        #expect(people.count == rows.count)
    }

    @Test func aTwoByTwoTableHasAClosedForm() throws {
        let estimate = try LogisticRegression(events: [30, 45], totals: [100, 100], predictors: [[1, 0]]).estimate(1)
        #expect(abs(estimate.oddsRatio - 30.0 * 55 / (70 * 45)) < 1e-12)
        #expect(abs(estimate.standardError - (1 / 30.0 + 1 / 70.0 + 1 / 45.0 + 1 / 55.0).squareRoot()) < 1e-12)
    }

    @Test func separationIsNeverAHugeCoefficient() {
        let complete: [([Bool], [[Double]])] = [
            ([false, false, true, true], [[1, 2, 3, 4]]),
            ([false, true], [[0, 1]]),
            ([true, true, false, false, false], [[1, 2, 10, 1e6, 1e7]]),
            ([false, true, true, false], [[0, 1, 0, 1], [0, 1, 1, 0]]),
        ]
        // One value of the predictor shared by both outcomes, or one cell of a table empty.
        let partial: [([Bool], [[Double]])] = [
            ([false, false, true, true, true], [[1, 2, 2, 3, 4]]),
            ([true, false, true, true, true, true], [[0, 0, 0, 1, 1, 1]]),
            ([true, false, true, true, false, true, true, false], [[0.3, 0.1, 0.8, 0.2, 0.9, 0.4, 0.6, 0.5], [0, 0, 0, 1, 0, 1, 1, 0]]),
        ]
        for (outcome, predictors) in complete + partial {
            #expect(throws: Undefined.perfectSeparation) { try LogisticRegression(outcome: outcome, predictors: predictors) }
        }
    }

    @Test func rareButOverlappingOutcomesAreEstimated() throws {
        // One event in a million on one side, two on the other.
        let fit = try LogisticRegression(events: [1, 2], totals: [1e6, 1e6], predictors: [[0, 1]])
        #expect(abs(try fit.estimate(1).oddsRatio - 2) < 1e-5)
        // A far outlier on the side where it belongs separates nobody.
        let outlier = try LogisticRegression(
            outcome: [false, true, false, true, false, true, true], predictors: [[0, 1, 2, 3, 4, 5, 1e6]])
        #expect(outlier.coefficients[1] > 0 && outlier.coefficients[1] < 1)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try LogisticRegression(outcome: [], predictors: []) }
        #expect(throws: Undefined.zeroVariance) { try LogisticRegression(outcome: [true, true, true], predictors: [[1, 2, 3]]) }
        #expect(throws: Undefined.zeroVariance) { try LogisticRegression(outcome: [false], predictors: []) }
        #expect(throws: Undefined.collinear) { try LogisticRegression(outcome: [true, false, true], predictors: [[2, 2, 2]]) }
        #expect(throws: Undefined.unequalLengths) { try LogisticRegression(outcome: [true, false, true], predictors: [[2, 2]]) }
        #expect(throws: Undefined.unequalLengths) { try LogisticRegression(outcome: [true, false], predictors: [], offsets: [1]) }
        #expect(throws: Undefined.notFinite) { try LogisticRegression(outcome: [true, false], predictors: [], offsets: [1, .nan]) }
        #expect(throws: Undefined.outsideRange) { try LogisticRegression(events: [3], totals: [2], predictors: []) }
        #expect(throws: Undefined.noObservations) { try LogisticRegression(events: [0, 1], totals: [0, 2], predictors: []) }
    }

    /// ProPublica's published model of the scores.
    @Test func mediumAndHighScores() throws {
        let rows = try SharedData.rows("data/compas_two_years/compas.csv").filter {
            guard let days = Int($0["days_b_screening_arrest"] ?? "") else { return false }
            return abs(days) <= 30 && $0["is_recid"] != "-1" && $0["c_charge_degree"] != "O" && $0["score_text"] != "N/A"
        }
        func dummy(_ column: String, _ value: String) -> [Double] { rows.map { $0[column] == value ? 1 : 0 } }
        func number(_ column: String) -> [Double] { rows.compactMap { Double($0[column] ?? "") } }
        let sex = "C(sex, Treatment(\"Male\"))[T.Female]"
        func age(_ name: String) -> String { "C(age_cat, Treatment(\"25 - 45\"))[T.\(name)]" }
        func race(_ name: String) -> String { "C(race, Treatment(\"Caucasian\"))[T.\(name)]" }
        let names = ["Intercept", sex, age("Greater than 45"), age("Less than 25")]
            + ["African-American", "Asian", "Hispanic", "Native American", "Other"].map(race)
            + ["C(c_charge_degree, Treatment(\"F\"))[T.M]", "priors_count", "two_year_recid"]
        let fit = try LogisticRegression(
            outcome: rows.map { $0["score_text"] != "Low" },
            predictors: [dummy("sex", "Female"), dummy("age_cat", "Greater than 45"), dummy("age_cat", "Less than 25")]
                + ["African-American", "Asian", "Hispanic", "Native American", "Other"].map { dummy("race", $0) }
                + [dummy("c_charge_degree", "M"), number("priors_count"), number("two_year_recid")])
        #expect(fit.count == 6172)
        for (index, name) in names.enumerated() {
            let estimate = try fit.estimate(index)
            #expect(Reference.error(
                estimate.estimate, try SharedData.figure("compas_two_years", "logit_high_or_medium_coef", name)) < 1e-9, "\(name)")
            #expect(Reference.error(
                estimate.standardError, try SharedData.figure("compas_two_years", "logit_high_or_medium_se", name)) < 1e-9, "\(name)")
        }
    }
}
