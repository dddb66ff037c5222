import MatchReplay
import RealModule
import Testing

@testable import Audit
@testable import Cohort

@Suite struct CandidateAttentionTests {
    /// Equal shares among everybody unless told otherwise.
    static func view(_ people: [Int?], _ lists: [[Int]], from: Int = 30, to: Int = 59, attention: [Double]? = nil) -> CandidateViews.View {
        let made = lists.enumerated().map { WorkplaceList(workplace: $0, participants: $1, distances: $1.indices.map(Double.init)) }
        let total = made.reduce(0) { $0 + CandidateViews.View.attention($1) }, ranks = lists.reduce(0) { $0 + $1.count }
        return .init(
            day: Hamlet.day(from), until: Hamlet.day(to), people: people, lists: made,
            equalAttention: attention ?? people.map { _ in total / Double(people.count) },
            equalRanks: people.map { _ in Double(ranks) / Double(people.count) })
    }

    /// Attention at ranks 1, 2 and 3 is 1, 1/log2(3) and 1/2.
    @Test func attentionOverAnEqualShare() throws {
        let second = 1 / Double.log2(3)
        // First view: four people, of whom 10 leads both lists and 13 is on none. Second: two people, evenly.
        let views = CandidateViews(views: [Self.view([10, 11, 12, 13], [[0, 1], [0, 2]]), Self.view([10, 11], [[0, 1], [1, 0]], from: 60, to: 89)])
        let attention = CandidateAttention(views, people: 15)
        let equal = (2 + 2 * second) / 4
        let expected: [Double?] = [(2 / equal + 1) / 2, (second / equal + 1) / 2, second / equal, 0, nil]
        for (person, value) in zip(10..., expected) {
            if let value { #expect(abs((attention.relative[person] ?? -1) - value) < 1e-12) } else { #expect(attention.relative[person] == nil) }
        }
        #expect(Array(attention.found[10...]) == [true, true, true, false, nil])
        // Person 10 stands on 2 + 2 lists where equal shares give 1 + 2.
        #expect(abs((attention.skew(of: [10]) ?? 0) - Double.log(4.0 / 3)) < 1e-12)
        #expect(attention.skew(of: [13]) == nil, "on no list: there is no logarithm of nothing")
    }

    /// Somebody whom a place may not list is not less seen for it.
    @Test func theShareIsAmongThoseWhoMayBeListed() {
        let views = CandidateViews(views: [Self.view([0, 1, 2], [[0]], attention: [0.5, 0.5, 0])])
        #expect(CandidateAttention(views, people: 3).relative == [2, 0, nil])
    }

    @Test func withoutListsNobodyHasAttention() {
        #expect(CandidateAttention(CandidateViews(views: [Self.view([0, 1], [[], []])]), people: 2).relative == [nil, nil])
    }

    /// Two groups of 20: lists of one group only lie farther from the pool than chance, mixed ones nearer.
    @Test func divergenceStandsBesideThatOfChance() throws {
        let limits = try Hamlet.limits()
        let labels: [String?] = (0..<40).map { $0 < 20 ? "a" : "b" }
        let everybody = Array(0..<40)
        let oneSided = CandidateViews(views: [Self.view(everybody, (0..<30).map { start in (0..<10).map { ($0 + start) % 20 } })])
        let mixed = CandidateViews(views: [Self.view(everybody, (0..<30).map { start in (0..<10).map { ($0 * 20 + $0 / 2 + start) % 40 } })])
        let apart = try #require(ListDivergence(oneSided, labels: labels, limits: limits))
        let even = try #require(ListDivergence(mixed, labels: labels, limits: limits))
        // Every prefix holds one group alone, and the divergence from halves is ln 2.
        #expect(abs(apart.observed - Double.log(2)) < 1e-12)
        #expect(apart.byChance < 0.6 * apart.observed && apart.byChance > 0)
        #expect(even.observed < even.byChance)
        #expect(ListDivergence(mixed, labels: labels.map { _ in "a" }, limits: limits) == nil)
    }
}
