import Testing
import Metrics

@Suite struct FollowUpTests {
    @Test func atRiskAfterEntryUpToTheEnd() {
        let late = FollowUp(end: 5, cause: 1, entry: 2)
        #expect(!late.isAtRisk(at: 2) && late.isAtRisk(at: 2.1) && late.isAtRisk(at: 5) && !late.isAtRisk(at: 5.1))
        #expect(FollowUp.event(at: 0).isAtRisk(at: 0))
    }

    @Test func shorthands() {
        #expect(FollowUp.event(at: 3) == FollowUp(end: 3, cause: 1, entry: 0, weight: 1))
        #expect(FollowUp.censored(at: 3).cause == 0)
        #expect(FollowUp(end: 9, cause: 2, entry: 4, weight: 2).with(end: 3, cause: 1) == FollowUp(end: 3, cause: 1, entry: 3, weight: 2))
    }
}
