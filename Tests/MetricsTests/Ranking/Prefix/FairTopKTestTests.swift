import Testing
import Metrics

@Suite struct FairTopKTestTests {
    static let sequence = "NNNPNNNNPNPNPPNPNPPN".map { $0 == "P" }

    @Test("V45 mean of the prefix tails")
    func v45() throws {
        let test = try FairTopKTest(isProtected: Self.sequence, share: 0.4)
        #expect(abs(test.meanPointwise - 0.3725395868) < 5e-11)
    }

    /// Dual to the adjusted table: the p value is at most alpha exactly where the table is not met, for every list of eight.
    @Test func decidesLikeTheAdjustedTable() throws {
        for (share, alpha) in [(0.3, 0.1), (0.5, 0.2), (0.75, 0.05)] {
            let table = try FairTopKTable.adjusted(length: 8, share: share, alpha: alpha)
            for bits in 0..<256 {
                let list = (0..<8).map { bits >> $0 & 1 == 1 }
                let test = try FairTopKTest(isProtected: list, share: share)
                #expect(try (test.pValue <= alpha) == (table.failingPrefix(list) != nil))
            }
        }
    }

    @Test func namesWhereTheListDepartsMost() throws {
        let ranking = try ItemRanking(groupsInOrder: [0, 0, 0, 0, 1, 1, 1, 1], named: 3)
        let test = try FairTopKTest(ranking: ranking, protected: 1, share: 0.5)
        #expect(test.mostExtremePrefix == 4 && abs(test.statistic - 0.0625) < 1e-15 && test.count == 8)
        #expect(test.counts == [0, 0, 0, 0, 1, 2, 3, 4])
        #expect(throws: Undefined.noObservations) { try FairTopKTest(ranking: ranking, protected: 2, share: 0.5) }
        #expect(throws: Undefined.outsideRange) { try FairTopKTest(ranking: ranking, protected: 3, share: 0.5) }
        #expect(throws: Undefined.outsideRange) { try FairTopKTest(ranking: ranking, protected: 1, share: 1) }
        #expect(throws: Undefined.noObservations) { try FairTopKTest(isProtected: [], share: 0.5) }
    }

    @Test func onePlace() throws {
        #expect(try FairTopKTest(isProtected: [true], share: 0.3).pValue == 1)
        #expect(abs(try FairTopKTest(isProtected: [false], share: 0.3).pValue - 0.7) < 1e-15)
    }
}
