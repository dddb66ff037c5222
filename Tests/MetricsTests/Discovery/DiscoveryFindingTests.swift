import Testing
import Metrics

@Suite struct DiscoveryFindingTests {
    @Test func reportsTheHeldOutHalfAndNotTheProposal() throws {
        let difference = try WelchDifference(group: [1, 2, 4], reference: [3, 5, 6, 9])
        let finding = DiscoveryFinding(proposedDifference: -9, difference: difference, pAdjusted: 0.2, isDiscovery: false)
        #expect(finding.estimate == difference.estimate && finding.count == 7)
        #expect(try finding.interval(level: 0.9) == difference.interval(level: 0.9))
    }
}
