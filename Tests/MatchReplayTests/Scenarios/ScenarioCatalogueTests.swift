import Cohort
import MatchReplay
import Metrics
import Testing

struct ScenarioCatalogueTests {
    private func input(_ core: RankingCore = .test()) throws -> ReplayInput {
        var random = SeededRandom(seed: 3)
        var town = Municipality.random(&random, people: [("nl", 30), ("ar", 12)])
        for (place, confirmed) in zip(town.places.indices, ["2026-05-30", "2026-01-10", "2026-07-20"]) { town.places[place].confirmed = confirmed }
        return ReplayInput(snapshot: try town.snapshot(), core: core)
    }

    /// Every id leads to a scenario of that id, which either gives lists or says why not.
    @Test func everyIdIsAScenario() throws {
        var options = ScenarioCatalogue.Options()
        options.cores = ["other": .test(distance: .manhattan)]
        let catalogue = ScenarioCatalogue(options)
        let input = try input()
        let ids = catalogue.ids(for: input.snapshot)
        #expect(Set(ids).count == ids.count && ids.first == "as_recorded")
        var refused: [String] = []
        for id in ids {
            let scenario = try catalogue.scenario(id)
            #expect(scenario.id == id && !scenario.summary.isEmpty)
            #expect(try catalogue.scenario("rescaled_" + id).id == "rescaled_" + id)
            do {
                let lists = try scenario.apply(input).lists()
                #expect(lists.count == 42 && lists.contains { !$0.workplaces.isEmpty }, "\(id)")
            } catch { refused.append(id) }
        }
        #expect(refused == ["norms_equipercentile", "profiles_per_language"])
    }

    @Test func whatIsUnknownIsSaid() throws {
        let catalogue = ScenarioCatalogue()
        let unknown = #expect(throws: ScenarioError.self) { try catalogue.scenario("shape_onyl") }
        #expect(unknown?.description.contains("did you mean \"shape_only\"?") == true)
        for id in ["lambda", "lambda:", "lambda:150", "lambda:-5", "lambda:+5", "lambda:5.5", "leave_out_scale", "nonsense:1", ""] {
            #expect(throws: ScenarioError.self) { try catalogue.scenario(id) }
        }
        #expect(throws: ScenarioError.needsFile(id: "norms_supplier", option: "--norm-table")) { try catalogue.scenario("norms_supplier") }
        #expect(throws: ScenarioError.unknownCore(name: "x", known: [])) { try catalogue.scenario("user_core:x") }
        let input = try input()
        #expect(throws: ScenarioError.unknownScale(code: "z", known: ["a", "b", "c"])) { try LeaveOutScale(code: "z").apply(input) }
        #expect(throws: ScenarioError.unknownComponent(name: "z", known: ["capacity", "personality"])) { try LeaveOutComponent(name: "z").apply(input) }
    }

    /// Run day 1 June: confirmed 2 days before, 142 days before, after the run, and never.
    @Test(arguments: [RankingCore.Places.activeOnRunDay, .all]) func onlyFreshPlacesAreShown(_ places: RankingCore.Places) throws {
        let input = try input(.test(places: places))
        let shown = Set(try OnlyFreshPlaces().apply(input).places().joined())
        #expect(shown == [0, 2])
        #expect(Set(try OnlyFreshPlaces(days: 142).apply(input).places().joined()) == [0, 1, 2])
        #expect(Set(try OnlyFreshPlaces(days: 141).apply(input).places().joined()) == [0, 2])
    }

    @Test func aComponentLeftOutIsItsScalesLeftOut() throws {
        let input = try input()
        let both = try LeaveOutScale(code: "c").apply(LeaveOutScale(code: "b").apply(input))
        #expect(try LeaveOutComponent(name: "capacity").apply(input).lists() == both.lists())
    }

    /// Rescaling without a change gives the constants of the capture, bit for bit; with one it gives others, and other scenarios give none.
    @Test func constantsAreFrozenUnlessTheNameSaysOtherwise() throws {
        let input = try input(.test(scaling: RankingCore.Scaling(kind: .z)))
        #expect(try Rescaled(AsRecorded()).apply(input).snapshot.scaling == input.snapshot.scaling)
        let plain = try NormsMeanSigma(minimum: 12).apply(input), rescaled = try Rescaled(NormsMeanSigma(minimum: 12)).apply(input)
        #expect(plain.snapshot.scaling == input.snapshot.scaling && rescaled.snapshot.scaling != input.snapshot.scaling)
        #expect(plain.hasSameDistanceUnit(as: input) && !rescaled.hasSameDistanceUnit(as: input))
        #expect(throws: ScenarioError.nothingToRescale(core: "test")) { try Rescaled(AsRecorded()).apply(try self.input()) }
    }

    @Test func distancesAreComparedInOneUnitOnly() throws {
        let input = try input()
        for (id, same) in [
            ("as_recorded", true), ("lambda:50", true), ("norms_mean_sigma", true), ("profiles_derived", true), ("random_ties", true),
            ("only_fresh_places", true), ("corrected_profile", true), ("shape_only", false), ("leave_out_scale:a", false),
            ("leave_out_component:capacity", false),
        ] {
            let changed = try ScenarioCatalogue().scenario(id).apply(input)
            #expect(changed.hasSameDistanceUnit(as: input) == same, "\(id)")
        }
    }

    @Test func randomTiesAreDrawnFromTheSeed() throws {
        let town = Municipality(
            scales: ["a": "capacity"], people: (0..<20).map { _ in .init(language: "nl", scores: ["a": 5]) },
            places: (0..<6).map { .init(id: "W\($0)", targets: ["a": 7]) })
        let input = ReplayInput(snapshot: try town.snapshot(), core: .test())
        let drawn = try RandomTies(seed: 1).apply(input).places()
        let (again, other) = (try RandomTies(seed: 1).apply(input).places(), try RandomTies(seed: 2).apply(input).places())
        #expect(drawn == again && drawn != other)
        #expect(Set(drawn.map { $0[0] }).count > 1)
        #expect(Set(try input.places()).count == 1)
    }
}
