import Cohort
import MatchReplay
import Metrics
import Testing

struct ListComparisonTests {
    private let comparison = ListComparison(workplaces: places, depth: 3, hasSameUnit: true)

    /// Places 0 to 9; the even ones are day activity.
    private static let places: [Workplace] = (0..<10).map {
        Workplace(workplaceId: "W\($0)", workKind: $0 % 2 == 0 ? "day_activity" : "paid", activeFrom: Day(number: 0))
    }

    private func list(_ places: [Int], from distance: Double = 1) -> ReplayedList {
        ReplayedList(workplaces: places, distances: places.indices.map { distance + Double($0) })
    }

    @Test func everyFigureByHand() throws {
        let change = comparison.change(from: list([0, 1, 2, 3]), to: list([1, 3, 2, 0], from: 0.25))
        #expect(try change.agreement.overlap.get() == 2.0 / 3)
        let overlap = try RankBiasedOverlap([0, 1, 2, 3], [1, 3, 2, 0], persistence: 0.9).estimate
        #expect(try change.agreement.rankBiasedOverlap.get() == overlap)
        #expect(try change.firstPlaces.get() == BeforeAfter(before: [0, 1, 2], after: [1, 3, 2]))
        let best = try change.best.get()
        #expect(best == BeforeAfter(before: 0, after: 1) && best.isChanged)
        #expect(try change.bestKind.get() == BeforeAfter(before: "day_activity", after: "paid"))
        #expect(try change.dayActivity.get() == BeforeAfter(before: 2.0 / 3, after: 1.0 / 3))
        #expect(try change.bestDistance.get().change == -0.75)
    }

    @Test func whatCannotBeSaidHasAReason() throws {
        let empty = comparison.change(from: list([]), to: list([1, 2, 3]))
        #expect(empty.best == .failure(.noList) && empty.dayActivity == .failure(.noList) && empty.bestDistance == .failure(.noList))
        #expect(empty.agreement.overlap == .failure(.noList) && empty.agreement.rankBiasedOverlap == .failure(.noList))
        let short = comparison.change(from: list([0, 1]), to: list([1, 0]))
        #expect(short.agreement.overlap == .failure(.shorterThan(depth: 3)))
        // Shares are over the places that are there, as in M2.
        #expect(try short.dayActivity.get().before == 0.5)
        let other = ListComparison(workplaces: Self.places, depth: 3, hasSameUnit: false).change(from: list([0, 1, 2]), to: list([0, 1, 2]))
        #expect(other.bestDistance == .failure(.otherUnit))
        #expect(try other.best.get() == BeforeAfter(before: 0, after: 0))
        for reason in [Unavailable.noList, .shorterThan(depth: 3), .otherUnit, .undefined(.noObservations)] { #expect(!reason.reason.isEmpty) }
    }

    /// The recorded list can be shorter than what is compared, or not there at all.
    @Test func theRecordedListStandsBesideIt() throws {
        let recorded = RecordedList(workplaces: [3, 2, 1, 0], distances: [nil, nil, nil, nil])
        #expect(try comparison.agreement(of: list([1, 2, 3, 4]), with: recorded).overlap.get() == 1)
        #expect(comparison.agreement(of: list([1]), with: RecordedList(workplaces: [], distances: [])).overlap == .failure(.noList))
    }
}
