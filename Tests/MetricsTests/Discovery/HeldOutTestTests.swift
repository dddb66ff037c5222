import Testing
import Metrics

@Suite struct HeldOutTestTests {
    private let outcomes: [Double] = [0, 1, 2, 3, 10, 11, 12, 13, 50, 60]
    private func heldOut() -> HeldOutTest {
        HeldOutTest(test: Array(0..<8), outcomes: outcomes, bounded: false, falseDiscoveryRate: 0.10)
    }
    private let last = (0..<10).map { $0 >= 4 }

    /// Independent: Welch's p of 10...13 against 0...3 by hand is that of t = 10.954 with 6 degrees of freedom, halved.
    @Test func oneSidedInTheDirectionProposed() throws {
        let right = try #require(try heldOut().findings([(difference: 5, isMember: last)])[0])
        let wrong = try #require(try heldOut().findings([(difference: -5, isMember: last)])[0])
        #expect(Reference.error(right.pAdjusted, StudentT.survival(120.0.squareRoot(), df: 6)) < 1e-12)
        #expect(right.isDiscovery && !wrong.isDiscovery)
        #expect(abs(right.pAdjusted + wrong.pAdjusted - 1) < 1e-12)
    }

    /// People of the other half are not looked at: the two large values do not count.
    @Test func onlyTheHeldOutHalfCounts() throws {
        let finding = try #require(try heldOut().findings([(difference: 5, isMember: last)])[0])
        #expect(finding.estimate == 10 && finding.count == 8)
    }

    @Test func anUndefinedComparisonStaysInTheFamilyAndPassesNothing() throws {
        let nobody = [Bool](repeating: false, count: 10)
        let findings = try heldOut().findings([(difference: 5, isMember: last), (difference: 5, isMember: nobody)])
        let alone = try #require(try heldOut().findings([(difference: 5, isMember: last)])[0])
        #expect(findings[1]?.count == nil)
        #expect(Reference.error(findings[0]?.pAdjusted ?? 0, 2 * alone.pAdjusted) < 1e-12)
    }
}
