import Cohort
import MatchReplay
import Testing

/// Each kind of bad input gives its own error, which names the scale or the place and never a person.
struct ReplayErrorTests {
    private let place = TinyMunicipality.Place(id: "p", targets: ["a": 1, "b": 2])
    private let other = TinyMunicipality.Place(id: "q", targets: ["a": 2, "b": 3])
    private let run = TinyMunicipality.Run(person: 1, scores: ["a": 0, "b": 0])
    private let second = TinyMunicipality.Run(person: 2, scores: ["a": 1, "b": 1])

    private func expect(_ error: ReplayError, _ municipality: TinyMunicipality, _ core: RankingCore) throws {
        let snapshot = try municipality.snapshot()
        #expect(throws: error) { try Replay(snapshot: snapshot, core: core) }
    }

    @Test func weightForAScaleThatIsNotThere() throws {
        let error = ReplayError.unknownScale(code: "verbal_", core: "test", known: ["a", "verbal"])
        var municipality = TinyMunicipality(scales: ["a": "capacity", "verbal": "capacity"], places: [], runs: [])
        municipality.places = [.init(id: "p", targets: ["a": 1])]
        try expect(error, municipality, .test(weights: .init(scales: ["verbal_": 1], profile: false)))
        #expect(error.description.contains("did you mean \"verbal\"?"))
    }

    @Test func profileWithAScaleNobodyHas() throws {
        var strange = place
        strange.targets["c"] = 1
        try expect(.profileScaleUnknown(code: "c", known: ["a", "b"]), .init(places: [strange], runs: [run]), .test())
        var unmeasured = run
        unmeasured.scores = ["a": 0, "b": nil]
        try expect(.scaleNobodyHas(code: "b"), .init(places: [place], runs: [unmeasured]), .test())
        // A scale that weighs nothing may be missing.
        let snapshot = try TinyMunicipality(places: [place], runs: [unmeasured]).snapshot()
        #expect(try Replay(snapshot: snapshot, core: .test(weights: .init(scales: ["b": 0], profile: false))).list(forRun: 0, top: nil).distances == [1])
    }

    @Test func scalesThatCannotBeScaled() throws {
        try expect(.noSpread(code: "a", side: "participants", kind: .z), .init(places: [place, other], runs: [run]), .test(scaling: .init(kind: .z)))
        try expect(.noSpread(code: "a", side: "workplaces", kind: .range), .init(places: [place], runs: [run, second]), .test(scaling: .init(kind: .range)))
        let both = ["a": LinearScale.identity, "b": LinearScale.identity]
        try expect(
            .missingConstants(code: "b", side: "workplaces", core: "test"), .init(places: [place, other], runs: [run, second]),
            .test(scaling: .init(kind: .z, given: .init(participants: both, workplaces: ["a": .identity]))))
    }

    @Test func normsThatAreNotThere() throws {
        var arabic = second
        arabic.language = "ar"
        let both = ["a": LinearScale.identity, "b": LinearScale.identity]
        func norms(_ everyone: [String: LinearScale], _ perLanguage: [String: [String: LinearScale]]) -> RankingCore {
            .test(scaling: .init(kind: .norms, given: .init(participants: everyone, workplaces: [:], perLanguage: perLanguage)))
        }
        let municipality = TinyMunicipality(places: [place], runs: [run, arabic])
        try expect(.noNorms(language: "ar", core: "test"), municipality, norms([:], ["nl": both]))
        try expect(.missingNorms(code: "b", language: "ar", core: "test"), municipality, norms(both, ["ar": ["a": .identity]]))
        try expect(.missingConstants(code: "b", side: "participants", core: "test"), municipality, norms(["a": .identity], [:]))
        #expect(ReplayError.noNorms(language: "ar", core: "test").description.contains("perLanguage.ar"))
    }

    @Test func weights() throws {
        try expect(.nothingWeighs(core: "test"), .init(places: [place], runs: [run]), .test(weights: .init(components: ["personality": 0, "capacity": 0], profile: false)))
        var negative = place
        negative.weights = ["a": -1]
        try expect(.negativeWeight(code: "a"), .init(places: [negative], runs: [run]), .test(weights: .init(profile: true)))
        // The place's own weight is not read when it does not count.
        let snapshot = try TinyMunicipality(places: [negative], runs: [run]).snapshot()
        #expect(try Replay(snapshot: snapshot, core: .test()).list(forRun: 0, top: nil).workplaces == [0])
    }

    /// A snapshot file cannot hold them; a value changed in memory (a scenario) can.
    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func valuesThatAreNotFinite(value: Double) throws {
        let snapshot = try TinyMunicipality(places: [place], runs: [run]).snapshot()
        var scored = snapshot
        scored.scores[0].score = value
        #expect(throws: ReplayError.notFinite(relation: "assessment_score", code: "a")) { try Replay(snapshot: scored, core: .test()) }
        var asked = snapshot
        asked.profiles[1].target = value
        #expect(throws: ReplayError.notFinite(relation: "ideal_profile", code: "b")) { try Replay(snapshot: asked, core: .test()) }
    }

    @Test func runsAndThreadsThatDoNotExist() throws {
        let replay = try Replay(snapshot: TinyMunicipality(places: [place], runs: [run]).snapshot(), core: .test())
        #expect(throws: ReplayError.noSuchRun(index: 1, count: 1)) { try replay.list(forRun: 1, top: nil) }
        #expect(throws: ReplayError.noThreads(asked: 0)) { try replay.recordedLengthLists(threads: 0) }
    }

    @Test func aSnapshotWithoutRunsHasNoLists() throws {
        let snapshot = try TinyMunicipality(places: [place], runs: []).snapshot()
        let replay = try Replay(snapshot: snapshot, core: .test(scaling: .init(kind: .z)))
        let lists = try replay.recordedLengthLists(threads: 4)
        #expect(lists.isEmpty)
        #expect(Fidelity.measure(snapshot: snapshot, replayed: lists).rate == nil)
    }
}
