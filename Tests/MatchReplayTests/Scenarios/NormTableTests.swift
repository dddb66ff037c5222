import Cohort
import Foundation
import MatchReplay
import Testing

struct NormTableTests {
    private let csv = "test_language,scale_code,raw_score,norm_score\nar,a,0,20\nar,a,10,30\nar,a,20,60\nnl,a,0,0\nnl,a,100,100\n"

    @Test func straightLinesBetweenRows() throws {
        let table = try NormTable.read(Data(csv.utf8), source: "norms.csv")
        let curve = try #require(table.curves["ar"]?["a"])
        for (raw, norm) in [(0.0, 20.0), (5, 25), (10, 30), (15, 45), (20, 60)] { #expect(curve.norm(raw) == norm) }
        #expect(curve.norm(-0.1) == nil && curve.norm(20.1) == nil)
    }

    @Test func jsonSaysTheSame() throws {
        let json = #"""
            {"version": 1, "norms": [
              {"testLanguage": "nl", "scale": "a", "rows": [{"raw": 100, "norm": 100}, {"raw": 0, "norm": 0}]},
              {"testLanguage": "ar", "scale": "a", "rows": [{"raw": 10, "norm": 30}, {"raw": 0, "norm": 20}, {"raw": 20, "norm": 60}]}]}
            """#
        let (one, other) = (try NormTable.read(Data(csv.utf8), source: "n"), try NormTable.read(Data(json.utf8), source: "n"))
        #expect(one == other)
    }

    @Test(arguments: [
        "", "test_language,scale_code,raw_score\nar,a,0\n", "test_language,scale_code,raw_score,norm_score\n",
        "test_language,scale_code,raw_score,norm_score\nar,a,0,20\n", "test_language,scale_code,raw_score,norm_score\nar,a,0,20\nar,a,0,21\n",
        "test_language,scale_code,raw_score,norm_score\nar,a,0,20\nar,a,1,19\n", "test_language,scale_code,raw_score,norm_score\nar,a,0,x\nar,a,1,2\n",
        "test_language,scale_code,raw_score,norm_score\nar,a,0,inf\nar,a,1,2\n", "test_language,scale_code,raw_score,norm_score\nar,a,0,20,\nar,a,1,21\n",
        "test_language,scale_code,raw_score,norm_score\n\nar,a,0,20\nar,a,1,21\n", "test_language,scale_code,raw_score,norm_score\n\"ar\",a,0,20\nar,a,1,21\n",
        #"{"version": 2, "norms": []}"#, #"{"version": 1, "norms": []}"#, #"{"version": 1, "norms": [], "extra": 1}"#,
        #"{"version": 1, "norms": [{"testLanguage": "ar", "scale": "a", "rows": [{"raw": 1, "norm": 1, "x": 1}, {"raw": 2, "norm": 2}]}]}"#,
    ])
    func anythingElseIsRefused(_ text: String) throws {
        let error = #expect(throws: ScenarioError.self) { try NormTable.read(Data(text.utf8), source: "norms.csv") }
        #expect(error?.description.contains("norms.csv") == true)
    }

    @Test func scoresBecomeNorms() throws {
        let snapshot = try LanguageLinksTests.snapshot(["nl": [50], "ar": [5, 15]])
        let scenario = NormsSupplier(table: try NormTable.read(Data(csv.utf8), source: "norms.csv"))
        let changed = TestedPeople(try scenario.apply(ReplayInput(snapshot: snapshot, core: .test())).snapshot)
        #expect(changed.scores(scale: 0, language: "ar") == [25, 45] && changed.scores(scale: 0, language: "nl") == [50])
    }

    /// What the table does not reach is an error that names language and scale, and never the score.
    @Test func nothingIsGuessed() throws {
        let scenario = NormsSupplier(table: try NormTable.read(Data(csv.utf8), source: "norms.csv"))
        let beyond = ReplayInput(snapshot: try LanguageLinksTests.snapshot(["ar": [77.25]]), core: .test())
        let error = #expect(throws: ScenarioError.self) { try scenario.apply(beyond) }
        #expect(error == .outsideNormTable(language: "ar", scale: "a") && error?.description.contains("77") == false)
        let other = ReplayInput(snapshot: try LanguageLinksTests.snapshot(["ti": [5]]), core: .test())
        #expect(throws: ScenarioError.notInNormTable(language: "ti", scale: "a")) { try scenario.apply(other) }
    }
}
