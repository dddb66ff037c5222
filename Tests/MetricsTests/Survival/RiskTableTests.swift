import Testing
import Metrics

@Suite struct RiskTableTests {
    @Test func weightAtRiskGrowsAndShrinks() throws {
        let table = try RiskTable([
            FollowUp(end: 4, cause: 1), FollowUp(end: 9, cause: 0, weight: 2), FollowUp(end: 7, cause: 1, entry: 4, weight: 3),
            FollowUp(end: 9, cause: 1, entry: 5), FollowUp(end: 4, cause: 0),
        ])
        #expect(table.times == [4, 7, 9])
        // Whoever enters at 4 is not at risk at 4.
        #expect(table.atRisk == [4, 6, 3] && table.exits == [1, 3, 1])
        #expect([0, 4, 4.5, 5, 6, 9, 9.5].map { table.headsAtRisk(at: $0) } == [4, 4, 5, 5, 6, 3, 0])
        #expect(table.knownHeads(at: 8) == 1 + 3 + 3 && table.totalHeads == 8)
    }

    @Test func byCause() throws {
        let table = try RiskTable(SurvivalExample.placedLeft, causes: 2)
        #expect(table.times == [2, 3, 7, 8])
        #expect(table.atRisk == [8, 7, 4, 3] && table.exits == [1, 2, 1, 2])
        #expect(table.byCause == [[1, 1, 1, 1], [0, 1, 0, 1]])
    }

    @Test func samplingWeightsCountRecords() throws {
        let table = try RiskTable([FollowUp(end: 1, cause: 1, weight: 2.5), FollowUp(end: 2, cause: 0, weight: 4)], meaning: .sampling)
        #expect(table.atRisk == [6.5] && table.heads == [2] && table.count == 2)
    }

    @Test func endsWhereNobodyIsLeftAlthoughOthersEnterLater() throws {
        let emptied = try RiskTable([.event(at: 1), .event(at: 2), FollowUp(end: 9, cause: 1, entry: 5)])
        #expect(emptied.breaksAt == 2 && emptied.times == [1])
        let gap = try RiskTable([.event(at: 1), .censored(at: 3), FollowUp(end: 9, cause: 1, entry: 5)])
        #expect(gap.breaksAt == 3 && gap.times == [1])
        let joined = try RiskTable([.event(at: 1), .censored(at: 3), FollowUp(end: 9, cause: 1, entry: 3)])
        #expect(joined.breaksAt == .infinity && joined.times == [1, 9])
        let kept = try RiskTable([.event(at: 1), .event(at: 2), FollowUp(end: 9, cause: 1, entry: 5)], allowsGaps: true)
        #expect(kept.times == [1, 2, 9])
    }

    @Test func nobodyFromTheStart() throws {
        let table = try RiskTable([FollowUp(end: 8, cause: 1, entry: 3), FollowUp(end: 9, cause: 1, entry: 4)])
        #expect(table.origin == 3 && table.atRisk == [2, 1])
    }

    @Test(arguments: [
        FollowUp(end: -1, cause: 1), FollowUp(end: 3, cause: 1, entry: 3), FollowUp(end: 3, cause: 1, entry: -1),
        FollowUp(end: 3, cause: 1, weight: 0), FollowUp(end: 3, cause: 2), FollowUp(end: 3, cause: -1),
    ])
    func outsideRange(_ record: FollowUp) {
        #expect(throws: Undefined.outsideRange) { try RiskTable([record]) }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try RiskTable([]) }
        #expect(throws: Undefined.notFinite) { try RiskTable([.event(at: .nan)]) }
        #expect(throws: Undefined.notFinite) { try RiskTable([FollowUp(end: 1, cause: 1, weight: .infinity)]) }
    }
}
