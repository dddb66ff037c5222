import Testing

@testable import Audit
@testable import Cohort

@Suite struct SupplyFreshnessTests {
    private func place(from: Int = -400, to: Int? = nil, confirmed: Int? = nil) -> Workplace {
        var place = Workplace(workplaceId: "W", workKind: "paid", activeFrom: Hamlet.day(from))
        place.activeTo = to.map(Hamlet.day)
        place.lastConfirmedOn = confirmed.map(Hamlet.day)
        return place
    }

    @Test func aPlaceIsStaleWhenNobodyConfirmedItOrItClosed() {
        func isStale(_ place: Workplace) -> Bool { SupplyFreshness.isStale(place, on: Hamlet.day(100), after: 90) }
        #expect(!isStale(place(confirmed: 10)), "ninety days is not more than ninety")
        #expect(isStale(place(confirmed: 9)))
        #expect(!isStale(place(confirmed: 200)), "confirmed after the list, so it was there")
        #expect(isStale(place()), "never confirmed, and open for more than a year")
        #expect(!isStale(place(from: 50)), "never confirmed, but new")
        #expect(isStale(place(to: 99, confirmed: 90)), "closed the day before")
        #expect(isStale(place(from: 101, confirmed: 150)), "not open yet")
    }

    @Test func theShareIsTheMeanOverAPersonsLists() throws {
        var hamlet = Hamlet(people: 3)
        hamlet.open(5, confirmed: 90)
        hamlet.open(5, confirmed: 0)
        hamlet.sit(0, name: 1, completed: 1)
        hamlet.sit(1, name: 2, completed: 1)
        hamlet.sit(2, name: 3, completed: 1)
        // Day 100: places 5... are a hundred days old. Two of the first five, then none; the sixth place does not count.
        hamlet.list(0, sitting: 1, on: 100, places: [0, 5, 1, 6, 2, 7])
        hamlet.list(0, sitting: 1, on: 101, places: [0, 1, 2, 3, 4])
        hamlet.list(1, sitting: 2, on: 100, places: [5, 6])
        let metrics = SupplyFreshness.measure(hamlet.frame, limits: try Hamlet.limits())
        #expect(metrics.values("top5_stale_share") == [0.2, 1, nil])
        #expect(SupplyFreshness.judgedStratum == .runMonth)
    }

    @Test func theTownsPlacesStandInOneRow() throws {
        var hamlet = Hamlet(people: 2)
        hamlet.open(2, confirmed: 300)
        hamlet.open(1, confirmed: 200)
        hamlet.open(1, to: 350, confirmed: 300)
        for person in 0..<2 {
            hamlet.sit(person, name: person, completed: 1)
            hamlet.list(person, sitting: person, on: 300, places: person == 0 ? [0, 2] : [0, 1])
        }
        let table = try #require(SupplyFreshness.cohortTables(hamlet.frame, limits: try Hamlet.limits()).first)
        // Day 364: three places are open and two of them confirmed within ninety days. One of four slots was stale on day 300.
        // Shown 2, 1, 1 and 0 times: Gini (2 * (2 * 3 - 1 * 1) / 4 ...) = sum |xi - xj| / (2 n^2 mean) = 12 / 32.
        #expect(table.rows.first?.prefix(6).map { $0 } == [
            .number(3), .number(2.0 / 3), .number(0.25), .number(0.1), .text("above_limit"), .number(0.25),
        ])
        guard case .number(let gini)? = table.rows.first?.last else { throw MissingCell() }
        #expect(abs(gini - 0.375) < 1e-12)
    }

    @Test func withoutConfirmationsItIsUnavailable() {
        var hamlet = Hamlet(people: 0)
        hamlet.snapshot.manifest.relations["workplace"]?.missingColumns = ["last_confirmed_on"]
        #expect(SupplyFreshness.unavailability(in: hamlet.snapshot) == "column_missing:workplace.last_confirmed_on")
    }

    private struct MissingCell: Error {}
}
