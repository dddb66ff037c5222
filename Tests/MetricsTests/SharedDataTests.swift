import Testing

@Suite struct SharedDataTests {
    /// Group names hold commas and quotes: C(age_cat, Treatment("25 - 45"))[T.Less than 25].
    @Test func quotedFieldsKeepTheirCommasAndQuotes() throws {
        let figure = try SharedData.figure(
            "compas_two_years", "logit_high_or_medium_coef", "C(age_cat, Treatment(\"25 - 45\"))[T.Less than 25]")
        #expect(figure == 1.30839034092)
    }

    @Test func everyRowHasEveryColumn() throws {
        let rows = try SharedData.rows("data/resume_callbacks/resume.csv")
        #expect(rows.count == 4870)
        #expect(rows.allSatisfy { $0.count == 24 })
    }

    @Test func aMissingFileIsAnErrorThatSaysWhatToDo() {
        #expect { try SharedData.rows("data/none.csv") } throws: { "\($0)".contains("FAIRNESS_AUDIT_SHARED") }
    }
}
