import Cohort
import MatchReplay
import Metrics
import Testing

struct GapAttributionTests {
    /// Shares, what is no difference of level, and the gap: the sum is checked for every indicator, by scales and by components.
    @Test func theSharesAddUpToTheGap() throws {
        try ReplayProperty.check(
            "Shapley values of a gap add up", cases: 12,
            subject: Self.sum, planted: Self.sumOfShares,
            generate: { (seed: UInt64) throws -> GapAttribution in
                var random = SeededRandom(seed: seed)
                let input = try Self.input(&random)
                let indicator = [ListIndicator.bestMatchDistance, .dayActivityShare(depth: 3), .dayActivityExposure(depth: 4)][random.index(below: 3)]
                return try GapAttribution(
                    input, indicator: indicator, attribute: .testLanguage, group: "ar",
                    players: random.index(below: 2) == 0 ? .scales : .components)
            },
            interesting: { abs($0.gap) > 1e-6 },
            holds: { (attribution: GapAttribution, sum: (GapAttribution) -> Double) -> Bool in
                abs(attribution.residual) < 1e-12 && attribution.method == .exact && abs(sum(attribution) - attribution.gap) < 1e-12
            })
    }

    private static func sum(_ attribution: GapAttribution) -> Double { attribution.notLevel + sumOfShares(attribution) }

    /// Planted bug: forgetting that there can be a gap without a difference of level.
    private static func sumOfShares(_ attribution: GapAttribution) -> Double {
        attribution.shares.map(\.value).reduce(0, +)
    }

    /// The worth of coalitions by another way: scores changed in the snapshot, everything replayed, means taken by hand.
    @Test func valuesAreThoseOfReplayedSnapshots() throws {
        var random = SeededRandom(seed: 2)
        let input = try Self.input(&random)
        let tested = TestedPeople(input.snapshot)
        let group = tested.people.indices.filter { tested.people[$0].language == "ar" }
        let rest = tested.people.indices.filter { tested.people[$0].language != "ar" }
        func mean(_ people: [Int], _ scale: Int) -> Double { people.compactMap { tested.score(person: $0, scale: scale) }.reduce(0, +) / Double(people.count) }
        let language = Dictionary(uniqueKeysWithValues: input.snapshot.assessments.map { ($0.assessmentId, $0.testLanguage) })
        let game = try (0..<8).map { mask -> Double in
            var changed = input
            for (index, score) in input.snapshot.scores.enumerated() where language[score.assessmentId] == "ar" {
                let scale = try #require(tested.scales.firstIndex(of: score.scaleCode))
                if mask >> scale & 1 == 0 { changed.snapshot.scores[index].score? -= mean(group, scale) - mean(rest, scale) }
            }
            let best = try changed.lists().map { $0.distances[0] }
            return group.map { best[$0] }.reduce(0, +) / Double(group.count) - rest.map { best[$0] }.reduce(0, +) / Double(rest.count)
        }
        let expected = try ShapleyValues(game: game)
        let attribution = try GapAttribution(input, indicator: .bestMatchDistance, attribute: .testLanguage, group: "ar", players: .scales, threads: 2)
        let values = Dictionary(uniqueKeysWithValues: attribution.shares.map { ($0.name, $0.value) })
        for (scale, value) in zip(["a", "b", "c"], expected.values) { #expect(abs((values[scale] ?? .nan) - value) < 1e-9) }
        #expect(abs(attribution.gap - game[7]) < 1e-9 && abs(attribution.notLevel - game[0]) < 1e-9)
        #expect(attribution.people == 15 && attribution.restPeople == 25)
        #expect(attribution.shares.map { abs($0.value) } == attribution.shares.map { abs($0.value) }.sorted(by: >))
    }

    /// Thirteen scales are sampled, with an error; the shifted one comes first.
    @Test func manyScalesAreSampled() throws {
        var random = SeededRandom(seed: 9)
        let codes = (0..<13).map { "s\($0 + 10)" }
        func profile() -> [String: Double] { Dictionary(uniqueKeysWithValues: codes.map { ($0, Double(random.index(below: 41))) }) }
        var people = (0..<40).map { Municipality.Person(language: $0 < 25 ? "nl" : "ar", scores: profile()) }
        for index in 25..<40 { people[index].scores["s17"]? -= 60 }
        let town = Municipality(
            scales: Dictionary(uniqueKeysWithValues: codes.map { ($0, $0 == "s17" ? "capacity" : "personality") }), people: people,
            places: (0..<10).map { .init(id: "W\($0)", targets: profile()) })
        let input = ReplayInput(snapshot: try town.snapshot(), core: .test())
        func attribution(_ seed: UInt64, threads: Int = 1) throws -> GapAttribution {
            try GapAttribution(
                input, indicator: .bestMatchDistance, attribute: .testLanguage, group: "ar", players: .scales, pairs: 5, seed: seed, threads: threads)
        }
        let sampled = try attribution(1)
        #expect(sampled.method == .sampled(pairs: 5) && sampled.shares.count == 13 && abs(sampled.residual) < 1e-12)
        #expect(sampled.shares[0].name == "s17" && sampled.shares.allSatisfy { $0.standardError != nil })
        let again = try attribution(1, threads: 3)
        #expect(sampled == again)
        let components = try GapAttribution(input, indicator: .bestMatchDistance, attribute: .testLanguage, group: "ar", players: .components)
        #expect(components.shares.map(\.name) == ["capacity", "personality"] && components.method == .exact)
        #expect(abs(components.gap - sampled.gap) < 1e-12)
    }

    @Test func errorsSayWhatToDo() throws {
        var random = SeededRandom(seed: 2)
        let input = try Self.input(&random)
        func attribution(_ group: String, minimum: Int = 10, stop: Bool = false) throws -> GapAttribution {
            try GapAttribution(
                input, indicator: .bestMatchDistance, attribute: .testLanguage, group: group, players: .scales, minimum: minimum,
                progress: { _, _ in !stop })
        }
        #expect(throws: AttributionError.unknownGroup(attribute: "test_language", group: "xx", known: ["ar", "nl"])) { try attribution("xx") }
        #expect(throws: AttributionError.tooFewPeople(attribute: "test_language", group: "ar", needed: 16)) { try attribution("ar", minimum: 16) }
        #expect(throws: AttributionError.stopped) { try attribution("ar", stop: true) }
        #expect(ListIndicator(id: "M2", depth: 5) == .dayActivityShare(depth: 5) && ListIndicator(id: "M7") == nil)
    }

    static func input(_ random: inout SeededRandom) throws -> ReplayInput {
        var town = Municipality.random(&random, people: [("nl", 25), ("ar", 15)])
        for index in 25..<40 { town.people[index].scores["a"]? -= Double(random.index(below: 60)) }
        return ReplayInput(snapshot: try town.snapshot(), core: .test())
    }
}
