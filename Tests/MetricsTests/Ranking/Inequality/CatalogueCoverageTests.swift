import Testing
import Metrics

@Suite struct CatalogueCoverageTests {
    @Test("V49 aggregate diversity of the items scored at least .8 after scaling")
    func v49() throws {
        // Scores run from .1 to 1: scaled .8 is .82.
        let coverage = CatalogueCoverage(try Occurrences(TenUsers.lists(from: 0.82), depth: nil))
        #expect(coverage.estimate == 0.75 && coverage.neverShown == 0.25 && coverage.shown == 3 && coverage.count == 4)
    }
}
