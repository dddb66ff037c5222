import Testing

@testable import Audit
@testable import Cohort

@Suite struct TravelTests {
    private func hamlet() -> Hamlet {
        var hamlet = Hamlet(people: 4, offering: ["travel_time": [], "placement": []])
        hamlet.open(8)
        for person in 0..<4 { hamlet.sit(person, name: person, completed: 1) }
        // 0: of five places four have a known journey, and two of those take longer than half an hour.
        hamlet.list(0, sitting: 0, on: 10, places: [0, 1, 2, 3, 4, 5])
        // 1: exactly as long as the maximum is within reach; the second list is wholly out of it.
        hamlet.list(1, sitting: 1, on: 10, places: [0, 1])
        hamlet.list(1, sitting: 1, on: 60, places: [2])
        // 2: maximum unknown. 3: no journey known.
        hamlet.list(2, sitting: 2, on: 10, places: [0, 1])
        hamlet.list(3, sitting: 3, on: 10, places: [0, 1])
        for (person, longest) in [30, 45, nil, 30].enumerated() { hamlet.snapshot.participants[person].travelMaxMinutes = longest }
        hamlet.snapshot.travelTimes = [
            (0, 0, 20), (0, 1, 31), (0, 3, 90), (0, 4, 30), (0, 5, 500), (1, 0, 45), (1, 1, 10), (1, 2, 46), (2, 0, 10),
        ].map { TravelTime(participantId: Hamlet.person($0), workplaceId: Hamlet.place($1), minutes: $2) }
        return hamlet
    }

    @Test func theShareIsOfPlacesWithAKnownJourney() throws {
        let metrics = Travel.measure(hamlet().frame, limits: try Hamlet.limits())
        #expect(metrics.values("top5_out_of_reach") == [0.5, 0.5, nil, nil])
    }

    @Test func emptyOrMissingIsSaid() {
        var hamlet = hamlet()
        #expect(Travel.unavailability(in: hamlet.snapshot) == nil)
        hamlet.snapshot.travelTimes = []
        #expect(Travel.unavailability(in: hamlet.snapshot) == "relation_empty:travel_time")
        hamlet.snapshot.manifest.relations["participant"]?.missingColumns = ["travel_max_minutes"]
        #expect(Travel.unavailability(in: hamlet.snapshot) == "column_missing:participant.travel_max_minutes")
        hamlet.snapshot.manifest.relations["travel_time"] = nil
        #expect(Travel.unavailability(in: hamlet.snapshot) == "relation_missing:travel_time")
    }

    /// Twenty placed people, whose middle journey of 33.5 minutes is printed to five.
    @Test func theMiddleJourneyIsRounded() throws {
        var hamlet = Hamlet(people: 20, offering: ["travel_time": [], "placement": []])
        hamlet.open(1)
        for person in 0..<20 {
            hamlet.snapshot.participants[person].travelMaxMinutes = 60
            hamlet.snapshot.participants[person].gender = "female"
            hamlet.sit(person, name: person, completed: 1)
            hamlet.list(person, sitting: person, on: 10, places: [0])
            hamlet.place(person, at: 0, on: 50)
            hamlet.snapshot.travelTimes.append(
                TravelTime(participantId: Hamlet.person(person), workplaceId: Hamlet.place(0), minutes: 24 + person))
        }
        let (frame, limits) = (hamlet.frame, try Hamlet.limits())
        let population = Travel.measure(frame, limits: limits)[0].observations.population
        let partition = Partition(.init(.gender), frame.labelling(of: .init(.gender)), population: population, limits: limits.disclosure)
        let row = try #require(Travel.tables(frame, partition: partition, limits: limits).first?.rows.first)
        #expect(row.first == .text("female") && row.last == .number(35))
    }
}
