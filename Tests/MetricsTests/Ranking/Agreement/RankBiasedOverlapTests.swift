import Testing
import Metrics

@Suite struct RankBiasedOverlapTests {
    @Test("V51 RBO of abcde and bacfe at .9")
    func v51() throws {
        let overlap = try RankBiasedOverlap(Array("abcde"), Array("bacfe"), persistence: 0.9)
        #expect(abs(overlap.truncated - 0.278163) < 1e-12)
        #expect(abs(overlap.truncatedShare - 0.6792581378) < 5e-11)
        #expect(overlap.shared == 4 && overlap.count == 4)
    }

    @Test func agreesWithTheDefinition() throws {
        for row in Reference.rankBiasedOverlaps {
            let n = Int(row[5])
            let overlap = try RankBiasedOverlap(Array(row[7..<(7 + n)]), Array(row[(7 + n)...]), persistence: row[0])
            #expect(abs(overlap.truncated - row[1]) < 1e-13, "\(row)")
            #expect(abs(overlap.estimate - row[2]) < 1e-13, "\(row)")
            #expect(abs(overlap.minimum - row[3]) < 1e-12, "\(row)")
            #expect(abs(overlap.maximum - row[4]) < 1e-12, "\(row)")
        }
    }

    @Test func tiesAreTheMeanOverTheirOrders() throws {
        for row in Reference.rankBiasedTies {
            let (first, second) = (Int(row[3]), Int(row[4]))
            var sizes = row[5..<(5 + first + second)].map { Int($0) }
            var items = row[(5 + first + second)...].map { Int($0) }
            func tiers(_ count: Int) -> [[Int]] {
                (0..<count).map { _ in
                    let size = sizes.removeFirst()
                    defer { items.removeFirst(size) }
                    return Array(items.prefix(size))
                }
            }
            let a = tiers(first)
            let b = tiers(second)
            let overlap = try RankBiasedOverlap(tiers: a, b, persistence: row[0])
            #expect(abs(overlap.truncated - row[1]) < 1e-13 && abs(overlap.estimate - row[2]) < 1e-13, "\(row)")
        }
    }

    /// What a tie leaves open is not agreement, even with the list's own copy.
    @Test func aTiedListAgreesLessThanFullyWithItsCopy() throws {
        let tied = [["a", "b"], ["c"]]
        let overlap = try RankBiasedOverlap(tiers: tied, tied, persistence: 0.8)
        // Only the first depth is open: agreement one half there.
        #expect(abs(overlap.estimate - (1 - 0.2 * 0.5)) < 1e-15)
    }

    @Test func ends() throws {
        let list = Array(0..<40)
        for p in [0.01, 0.5, 0.9, 0.99, 0.9999] {
            let same = try RankBiasedOverlap(list, list, persistence: p)
            #expect(same.estimate == 1 && same.maximum == 1 && same.minimum <= 1)
            let other = try RankBiasedOverlap(list, list.map { $0 + 100 }, persistence: p)
            #expect(other.estimate == 0 && other.truncated == 0 && other.minimum == 0)
        }
        let one = try RankBiasedOverlap(["a"], ["a"], persistence: 0.9)
        #expect(one.estimate == 1 && abs(one.truncated - 0.1) < 1e-15 && one.residual > 0)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try RankBiasedOverlap([Int](), [1], persistence: 0.9) }
        #expect(throws: Undefined.noObservations) { try RankBiasedOverlap(tiers: [[1], []], [[1]], persistence: 0.9) }
        #expect(throws: Undefined.outsideRange) { try RankBiasedOverlap([1, 1], [1, 2], persistence: 0.9) }
        for p in [0, 1, -0.5, .nan] {
            #expect(throws: Undefined.outsideRange) { try RankBiasedOverlap([1, 2], [1, 2], persistence: p) }
        }
    }
}
