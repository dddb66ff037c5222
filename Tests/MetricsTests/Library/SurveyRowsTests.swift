import Testing

/// The survey of other tools gives test vectors, rows V1 to V69: each is a test named by its number, or is listed here.
@Suite struct SurveyRowsTests {
    /// Rows without a test of their own, and why.
    static let notCovered: [String: String] = [:]

    @Test func everyRowIsATestOrIsListed() throws {
        let survey = try SharedData.text("research/anchors-features.md")
        let rows = Set(survey.matches(of: /\n\| (V[0-9]+b?) \|/).map { String($0.1) })
        #expect(rows.count >= 55)
        var named: Set<String> = []
        for file in try Sources.files(Sources.tests) {
            for match in try Sources.text(file, in: Sources.tests).matches(of: /@Test\(\s*"((?:V[0-9]+b?(?:, | and )?)+)[ :]/) {
                named.formUnion(match.1.matches(of: /V[0-9]+b?/).map { String($0.0) })
            }
        }
        for row in rows.sorted() {
            #expect(named.contains(row) != (Self.notCovered[row] != nil), "\(row)")
        }
        #expect(named.subtracting(rows).isEmpty, "tests named after rows that do not exist: \(named.subtracting(rows).sorted())")
        print("SURVEY | rows | \(rows.count) | tested | \(rows.intersection(named).count)")
    }
}
