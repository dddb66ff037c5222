import Cohort
import MatchReplay
import Testing

/// What may never change a list, tried on random municipalities.
struct InvarianceTests {
    static func municipality(seed: UInt64) -> TinyMunicipality {
        var generator = TestGenerator(seed: seed)
        // A coarse grid, so that distances tie.
        func value() -> Double { Double(Int.random(in: -2...2, using: &generator)) }
        let scales = ["a": "personality", "b": "capacity", "c": "capacity", "d": "competence"]
        var municipality = TinyMunicipality(scales: scales, places: [], runs: [])
        municipality.places = (0..<40).map { number in
            var place = TinyMunicipality.Place(id: "W\(number)", targets: [:])
            for code in scales.keys.sorted() where code == "a" || Bool.random(using: &generator) {
                place.targets[code] = value()
                place.weights[code] = Double(Int.random(in: 1...3, using: &generator))
            }
            if number % 7 == 0 { place.to = "2026-06-30" }
            return place
        }
        municipality.runs = (0..<30).map { number in
            var run = TinyMunicipality.Run(person: UInt64(number / 2), scores: [:], on: number % 2 == 0 ? "2026-06-30" : "2026-07-01")
            for code in scales.keys.sorted() { run.scores[code] = .some(Int.random(in: 0..<8, using: &generator) == 0 ? nil : value()) }
            return run
        }
        return municipality
    }

    static let core = RankingCore.test(
        weights: .init(components: ["capacity": 1.5], scales: ["d": 0.25], profile: true), scaling: .init(kind: .z), missing: .skipAndRescale)

    static func lists(_ snapshot: Snapshot) throws -> [Pseudonym: [String]] {
        let replay = try Replay(snapshot: snapshot, core: core)
        return Dictionary(uniqueKeysWithValues: try snapshot.runs.indices.map { (snapshot.runs[$0].matchRunId, snapshot.ids(try replay.list(forRun: $0, top: 10))) })
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func orderOfInputDoesNotMatter(seed: UInt64) throws {
        let municipality = Self.municipality(seed: seed)
        let lists = try Self.lists(municipality.snapshot())
        #expect(try Self.lists(municipality.snapshot(shuffledBy: seed)) == lists)

        // Also in memory, where rows need not be in the order of the file.
        var snapshot = try municipality.snapshot()
        snapshot.workplaces.reverse()
        snapshot.profiles.reverse()
        snapshot.scores.reverse()
        snapshot.scales.reverse()
        #expect(try Self.lists(snapshot) == lists)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func whoElseIsInTheFileDoesNotMatter(seed: UInt64) throws {
        let whole = try Self.municipality(seed: seed).snapshot()
        let lists = try Self.lists(whole)
        var subset = whole
        let kept = Set(whole.participants.enumerated().filter { $0.offset % 3 == 0 }.map(\.element.participantId))
        subset.participants.removeAll { !kept.contains($0.participantId) }
        subset.assessments.removeAll { !kept.contains($0.participantId) }
        let assessments = Set(subset.assessments.map(\.assessmentId))
        subset.scores.removeAll { !assessments.contains($0.assessmentId) }
        subset.lists = zip(whole.runs, whole.lists).filter { kept.contains($0.0.participantId) }.map(\.1)
        subset.runs.removeAll { !kept.contains($0.participantId) }
        let own = try Self.lists(subset)
        #expect(own.count == subset.runs.count && own.count < lists.count && !own.isEmpty)
        #expect(own.allSatisfy { lists[$0.key] == $0.value })
    }

    /// The list of the definition, computed the slow way.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func listsAreThoseOfTheDefinition(seed: UInt64) throws {
        let snapshot = try Self.municipality(seed: seed).snapshot()
        let replay = try Replay(snapshot: snapshot, core: Self.core)
        for (index, run) in snapshot.runs.enumerated() {
            let scores = Dictionary(uniqueKeysWithValues: snapshot.scores.filter { $0.assessmentId == run.assessmentId }.compactMap { row in row.score.map { (row.scaleCode, $0) } })
            var expected: [(Double, String)] = []
            for place in snapshot.workplaces where place.isActive(on: run.executedOn) {
                var sum = 0.0, counted = 0.0, asked = 0.0
                for entry in snapshot.profiles.filter({ $0.workplaceId == place.workplaceId }).sorted(by: { $0.scaleCode < $1.scaleCode }) {
                    let weight = entry.weight * ["a": 1, "b": 1.5, "c": 1.5, "d": 0.25][entry.scaleCode, default: 0]
                    asked += weight
                    guard let score = scores[entry.scaleCode], let person = snapshot.scaling.participants[entry.scaleCode],
                        let places = snapshot.scaling.workplaces[entry.scaleCode]
                    else { continue }
                    counted += weight
                    let difference = (score - person.mean) / person.standardDeviation - (entry.target - places.mean) / places.standardDeviation
                    sum += weight * difference * difference
                }
                if counted > 0 { expected.append(((sum * asked / counted).squareRoot(), place.workplaceId)) }
            }
            let list = try replay.list(forRun: index, top: nil)
            let byPlace = Dictionary(uniqueKeysWithValues: expected.map { ($0.1, $0.0) })
            #expect(Set(snapshot.ids(list)) == Set(byPlace.keys))
            #expect(zip(snapshot.ids(list), list.distances).allSatisfy { abs((byPlace[$0] ?? .nan) - $1) < 1e-12 })
            #expect(zip(list.distances, list.distances.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }
}
