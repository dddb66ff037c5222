import Foundation
import Testing
import Metrics

@Suite struct ExposureSegregationTests {
    private static func segregation(_ lists: [[Int]], _ labels: [Int?], depth: Int = 10, workplaces: Int = 10, replicates: Int = 199) throws -> ExposureSegregation {
        try ExposureSegregation(
            ParticipantLists(lists, workplaces: workplaces, groups: ParticipantGroups(labels, named: 3)), group: 0, reference: 1,
            discount: .logarithmic, depth: depth, seed: 1, replicates: replicates)
    }

    @Test("V49 the rank-blind special case: exposure_l1 and exposure_kl of holisticai")
    func v49() throws {
        let lists = try TenUsers.lists()
        let one = try ExposureSegregation(lists, group: 0, reference: 1, discount: .uniform, depth: 1, seed: 1, replicates: 19)
        #expect(abs(try Divergence.totalVariation(one.groupShares, one.referenceShares) - 0.25) < 1e-11)
        let two = try ExposureSegregation(lists, group: 0, reference: 1, discount: .uniform, depth: 2, seed: 1, replicates: 19)
        #expect(abs(try Divergence.kullbackLeibler(two.groupShares, from: two.referenceShares) - 0.0948517769) < 5e-11)
        // With the rank counted, the second place weighs less: another figure.
        let ranked = try ExposureSegregation(lists, group: 0, reference: 1, discount: .logarithmic, depth: 2, seed: 1, replicates: 19)
        #expect(abs(ranked.estimate - two.estimate) > 1e-3)
    }

    @Test func handComputed() throws {
        // Weights 1 and .6309: shares .6131 and .3869 of each list.
        let s = try Self.segregation([[0, 1], [1, 0]], [0, 1], depth: 2, workplaces: 3)
        let a = 1 / (1 + 1 / 1.5849625007211562)
        let expected = a * Double.logarithm(2 * a) + (1 - a) * Double.logarithm(2 * (1 - a))
        #expect(abs(s.estimate - expected) < 1e-11)
        #expect(s.groupCount == 1 && s.referenceCount == 1 && s.count == 2 && s.withoutList == 0)
        // Two people can be relabelled in one other way only, which is as far apart.
        #expect(s.pValue == 1 && abs(s.excess) < 1e-12)
    }

    @Test func sameAndDisjointLists() throws {
        let same = try Self.segregation([[0, 1, 2], [0, 1, 2], [0, 1, 2]], [0, 1, 1])
        #expect(same.estimate == 0 && same.pValue == 1 && same.nullMean == 0)
        let apart = try Self.segregation(
            (0..<12).map { $0 < 6 ? [0, 1] : [2, 3] }, (0..<12).map { $0 < 6 ? 0 : 1 }, replicates: 999)
        #expect(abs(apart.estimate - Double.logarithm(2)) < 1e-11)
        // 2 of 924 labellings are as far apart.
        #expect(apart.pValue < 0.01 && apart.excess > 0.4)
    }

    @Test func peopleWithoutListAndOtherGroupsAreLeftOut() throws {
        let s = try Self.segregation([[0], [], [1], [2], [3]], [0, 0, 1, 2, nil])
        #expect(s.groupCount == 1 && s.referenceCount == 1 && s.withoutList == 1)
        #expect(s.groupShares.shares[0] == 1 && s.referenceShares.shares[1] == 1)
        #expect(throws: Undefined.noObservations) { try Self.segregation([[0], []], [0, 1]) }
        #expect(throws: Undefined.noObservations) { try Self.segregation([[0], [1]], [0, 2]) }
    }

    @Test func undefinedInput() throws {
        let lists = try ParticipantLists([[0], [1]], workplaces: 2, groups: ParticipantGroups([0, 1], named: 2))
        func make(_ group: Int, _ reference: Int, _ depth: Int, _ replicates: Int) throws {
            _ = try ExposureSegregation(
                lists, group: group, reference: reference, discount: .uniform, depth: depth, seed: 1, replicates: replicates)
        }
        #expect(throws: Undefined.outsideRange) { try make(0, 0, 1, 9) }
        #expect(throws: Undefined.outsideRange) { try make(0, 2, 1, 9) }
        #expect(throws: Undefined.outsideRange) { try make(0, 1, 0, 9) }
        #expect(throws: Undefined.tooFewReplicates(needed: 1)) { try make(0, 1, 1, 0) }
    }

    /// Few people and many places: the divergence is far above 0 without any difference between the groups; the null mean says so.
    @Test func biasAtSmallNumbersIsInTheNullMean() throws {
        var random = SeededRandom(seed: 9)
        let lists = (0..<20).map { _ in
            var places = Array(0..<200)
            random.shuffle(&places)
            return Array(places.prefix(5))
        }
        let s = try Self.segregation(lists, (0..<20).map { $0 % 2 }, depth: 5, workplaces: 200)
        #expect(s.estimate > 0.4 && abs(s.excess) < 0.05 && s.pValue > 0.05)
    }

    /// Type I error of the permutation p under the null: at most 5 %.
    @Test func typeOneError() throws {
        let runs = 150 * Simulated.factor
        var rejected = 0
        for run in 1...runs {
            var random = SeededRandom(seed: UInt64(run))
            let lists = (0..<16).map { _ in [random.index(below: 6)] }
            let s = try ExposureSegregation(
                ParticipantLists(lists, workplaces: 6, groups: ParticipantGroups((0..<16).map { $0 < 6 ? 0 : 1 }, named: 2)), group: 0,
                reference: 1, discount: .uniform, depth: 1, seed: UInt64(run), replicates: 39)
            if s.pValue <= 0.05 { rejected += 1 }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0, 0.05, "segregation, type I error of the permutation p at 5 %"))
    }

    /// Real people and real occupations: women and men see different occupations in their ten nearest, more than chance gives.
    @Test func realDataScenario() throws {
        let rows = try SharedData.rows("data/scenario_bfi_onet/expected_top10_all.csv")
        let lists = rows.map { row in (1...10).map { rank in Int(row[rank < 10 ? "top0\(rank)" : "top10"]!)! - 1 } }
        let people: [Int?] = try SharedData.rows("data/scenario_bfi_onet/people.csv").map { $0["gender"] == "female" ? 0 : 1 }
        let s = try ExposureSegregation(
            ParticipantLists(lists, workplaces: 879, groups: ParticipantGroups(people, named: 2)), group: 0, reference: 1,
            discount: .logarithmic, depth: 10, seed: 2026, replicates: 39)
        #expect(s.groupCount == 1_501 && s.referenceCount == 735)
        #expect(s.pValue == 1.0 / 40 && s.excess > 0 && s.nullMean > 0)
    }
}
