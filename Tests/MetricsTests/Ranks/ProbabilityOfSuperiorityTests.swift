import Testing
import Metrics

@Suite struct ProbabilityOfSuperiorityTests {
    @Test func tiesCountHalf() throws {
        #expect(try ProbabilityOfSuperiority(group: [1, 2], reference: [1, 0]).estimate == 3.5 / 4)
        #expect(try ProbabilityOfSuperiority(group: [1, 1], reference: [1, 1]).estimate == 0.5)
    }

    @Test func intervalIsThatOfCliffsDeltaMoved() throws {
        let (group, reference) = ([1.0, 4, 6, 9], [0.0, 2, 5])
        let share = try ProbabilityOfSuperiority(group: group, reference: reference)
        let delta = try CliffsDelta(group: group, reference: reference)
        #expect(abs(share.estimate - (1 + delta.estimate) / 2) < 1e-15)
        let (inner, outer) = (try delta.interval(level: 0.9), try share.interval(level: 0.9))
        #expect(outer.low == (1 + inner.low) / 2 && outer.high == (1 + inner.high) / 2 && outer.level == 0.9)
    }

    /// Areas under the ROC curve of the risk score, per group, as scikit-learn computes them.
    @Test func realDataRiskScores() throws {
        let rows = try SharedData.rows("data/compas_two_years/compas.csv")
        for (column, names) in [
            ("race", ["African-American", "Asian", "Caucasian", "Hispanic", "Native American", "Other"]), ("sex", ["Female", "Male"]),
            ("age_cat", ["25 - 45", "Greater than 45", "Less than 25"]),
        ] {
            for name in names {
                let people = rows.filter { $0[column] == name }
                func scores(_ outcome: String) -> [Double] { people.filter { $0["two_year_recid"] == outcome }.map { Double($0["decile_score"]!)! } }
                let area = try ProbabilityOfSuperiority(group: scores("1"), reference: scores("0"))
                #expect(try Reference.error(area.estimate, SharedData.figure("compas_two_years", "auc_decile", "\(column)=\(name)")) < 1e-11)
                #expect(area.count == people.count)
            }
        }
    }
}
