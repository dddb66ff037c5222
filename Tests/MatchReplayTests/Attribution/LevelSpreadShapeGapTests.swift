import Cohort
import MatchReplay
import Metrics
import Testing

struct LevelSpreadShapeGapTests {
    /// The parts are those of the squared distance that the core computes, with its weights, scaling and rule for missing scores.
    @Test(arguments: [RankingCore.MissingValues.skip, .skipAndRescale, .mean, .excludePlace])
    func thePartsAddUpToTheDistance(_ missing: RankingCore.MissingValues) throws {
        var random = SeededRandom(seed: 4)
        var town = Municipality.random(&random, people: [("nl", 20), ("ar", 20)])
        for index in town.places.indices { town.places[index].weights = ["a": 1.5, "b": 0.25] }
        for index in stride(from: 0, to: 40, by: 4) { town.people[index].scores["b"] = nil }
        let core = RankingCore.test(weights: .init(components: ["capacity": 2], profile: true), scaling: .init(kind: .z), missing: missing)
        let input = ReplayInput(snapshot: try town.snapshot(), core: core)
        let lists = try input.lists()
        let tested = TestedPeople(input.snapshot)
        let gap = try LevelSpreadShapeGap(input, attribute: .testLanguage, group: "ar", minimum: 5)
        for (language, parts, people) in [("ar", gap.own, gap.people), ("nl", gap.rest, gap.restPeople)] {
            let squares = tested.people.indices.filter { tested.people[$0].language == language }.compactMap { lists[$0].distances.first }.map { $0 * $0 }
            #expect(squares.count == people && abs(squares.reduce(0, +) / Double(people) - parts.total) < 1e-9)
            #expect(parts.level >= 0 && parts.spread >= 0 && parts.shape >= 0)
        }
        let shares = try gap.shares()
        #expect(abs(shares.level + shares.spread + shares.shape - 1) < 1e-12)
        #expect(abs(gap.difference.total - (gap.own.total - gap.rest.total)) < 1e-12)
    }

    /// Everybody in ar lower by the same on every scale, and only places that fit nl: the difference is level.
    @Test func aCommonShiftIsLevel() throws {
        let profiles: [[String: Double]] = (0..<12).map { ["a": 40 + Double($0), "b": 60 - Double($0), "c": 50] }
        let people = profiles.map { Municipality.Person(language: "nl", scores: $0) }
            + profiles.map { .init(language: "ar", scores: $0.mapValues { $0 - 10 }) }
        let town = Municipality(
            scales: ["a": "capacity", "b": "capacity", "c": "capacity"], people: people,
            places: profiles.enumerated().map { .init(id: "W\(10 + $0)", targets: $1) })
        let gap = try LevelSpreadShapeGap(ReplayInput(snapshot: try town.snapshot(), core: .test()), attribute: .testLanguage, group: "ar")
        #expect(abs(gap.rest.total) < 1e-18 && abs(gap.own.level - 300) < 1e-9)
        #expect(try gap.shares().level > 0.999)
        #expect(throws: AttributionError.notEuclidean(core: "test")) {
            try LevelSpreadShapeGap(ReplayInput(snapshot: try town.snapshot(), core: .test(distance: .manhattan)), attribute: .testLanguage, group: "ar")
        }
    }
}
