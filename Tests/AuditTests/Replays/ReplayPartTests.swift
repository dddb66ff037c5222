import Cohort
import Demonstration
import Foundation
import MatchReplay
import Metrics
import TestSupport
import Testing

@testable import Audit

/// A population in parts: any division, merged in any order, gives what the whole gives, to the last bit.
@Suite(.timeLimit(.minutes(20))) struct ReplayPartTests {
    /// The town of a system, with its audit.
    private static func inputs(_ system: DemonstrationSystem, folder: String) throws -> AuditInputs {
        let path = folder + "/town.sqlite"
        let cycle = try #require(AuditCycle(quarter: "2026-Q4"))
        try DemonstrationMunicipality(seed: 1, system: system, planted: Planting.parse("all", system: system), quarters: Quarter.year(2026)).write(toSnapshot: path, toolVersion: "test")
        let name = system == .ikZoek ? "thresholds.json" : "thresholds-hallowerk.json"
        let limits = try Thresholds.read(Data(contentsOf: Repository.root.appendingPathComponent(name)), source: name)
        return AuditInputs(
            snapshot: try Snapshot.read(from: path), thresholds: limits, core: try DemonstrationCore.core(of: system),
            system: try (system == .ikZoek ? BuiltInSystem.ikZoek : .halloWerk).configuration(), cycle: cycle, toolVersion: "test", threads: 2)
    }

    private static func coreFile(_ system: DemonstrationSystem) throws -> Data {
        try Data(contentsOf: Repository.root.appendingPathComponent(system == .ikZoek ? "core.json" : "core-hallowerk.json"))
    }

    /// Few draws of few people: what they come to does not matter here, only that it is the same everywhere.
    private static func survey(_ inputs: AuditInputs, _ system: DemonstrationSystem) throws -> ReplaySurvey {
        var survey = ReplaySurvey(inputs, coreFile: try coreFile(system))
        let settings = try #require(survey.redrawn)
        survey.redrawn = try JSONDecoder().decode(RedrawnSettings.self, from: Data(#"{"people": 150, "draws": 6, "seed": \#(settings.seed)}"#.utf8))
        survey.samples = survey.samples.map { RedrawnSample(inputs.snapshot, window: $0.window, people: 150, seed: settings.seed) }
        return survey
    }

    @Test(arguments: [DemonstrationSystem.ikZoek, .halloWerk])
    func anyDivisionInAnyOrderGivesTheBytesOfTheWhole(_ system: DemonstrationSystem) async throws {
        try await Self.withFolder { folder in
            let inputs = try Self.inputs(system, folder: folder)
            let survey = try Self.survey(inputs, system)
            let whole = try Self.bytes(survey.part(of: inputs.snapshot, threads: 2))
            for seed in 1...25 {
                var random = SeededRandom(seed: UInt64(seed))
                // 1, 50, and whatever comes between; some shards of nobody among them.
                let count = seed == 1 ? 1 : seed == 2 ? 50 : 1 + random.index(below: 50)
                let owner = Dictionary(uniqueKeysWithValues: inputs.snapshot.participants.map { ($0.participantId, random.index(below: count)) })
                var parts = try parallelMap(count: count, threads: 2) { shard in
                    try survey.part(of: inputs.snapshot.people { owner[$0] == shard }, threads: 1)
                }
                // Merged two or three at a time, taken from anywhere.
                while parts.count > 1 {
                    var taken: [ReplayPart] = []
                    for _ in 0..<min(parts.count, 2 + random.index(below: 2)) { taken.append(parts.remove(at: random.index(below: parts.count))) }
                    parts.append(try Self.merged(taken))
                }
                #expect(try Self.bytes(parts[0]) == whole, "\(count) shards, seed \(seed)")
            }
        }
    }

    @Test(arguments: [DemonstrationSystem.ikZoek, .halloWerk])
    func anAuditOverShardsIsTheAuditOfTheWhole(_ system: DemonstrationSystem) async throws {
        try await Self.withFolder { folder in
            var inputs = try Self.inputs(system, folder: folder)
            let whole = try Audit.run(inputs).json()
            let survey = ReplaySurvey(inputs, coreFile: try Self.coreFile(system))
            let shards = try SnapshotShards(folder + "/town.sqlite", count: 9)
            inputs.take(try Self.merged((0..<9).reversed().map { try survey.part(of: shards.shard($0), threads: 1) }))
            #expect(try Audit.run(inputs).json() == whole)
        }
    }

    /// Lists that the core does not make again travel with the part, so that the last step needs none of the recorded ones.
    @Test func recordedListsThatDifferTravelWithThePart() async throws {
        try await Self.withFolder { folder in
            var inputs = try Self.inputs(.ikZoek, folder: folder)
            for run in inputs.snapshot.runs.indices.filter({ $0.isMultiple(of: 7) }) {
                let list = inputs.snapshot.lists[run]
                inputs.snapshot.lists[run] = run.isMultiple(of: 2)
                    ? RecordedList(workplaces: list.workplaces.reversed(), distances: list.distances.reversed())
                    : RecordedList(workplaces: list.workplaces.dropLast(), distances: list.distances.dropLast())
            }
            inputs.snapshot.lists[0] = RecordedList(workplaces: [], distances: [])
            let whole = try Audit.run(inputs)
            #expect(!whole.fidelity.firstDifferences.isEmpty && whole.fidelity.exact < whole.fidelity.runs)
            let survey = ReplaySurvey(inputs, coreFile: try Self.coreFile(.ikZoek))
            let halves = [true, false].map { half in inputs.snapshot.people { $0.low.isMultiple(of: 2) == half } }
            let parts = try halves.map { half in try ReplayPart.read(Self.bytes(survey.part(of: half, threads: 2)), source: "part") }
            let recorded = inputs.snapshot.lists.map(\.workplaces)
            inputs.snapshot.lists = inputs.snapshot.runs.map { _ in RecordedList(workplaces: [], distances: []) }
            let merged = try Self.merged(parts)
            #expect(merged.lists.indices.map { merged.recorded[$0] ?? merged.lists[$0].workplaces } == recorded)
            inputs.take(merged)
            #expect(try Audit.run(inputs).json() == whole.json())
        }
    }

    /// What the property above would find: a shard that takes its own people for everybody.
    @Test func withoutTheFirstPassItIsNotTheSame() async throws {
        try await Self.withFolder { folder in
            let inputs = try Self.inputs(.ikZoek, folder: folder)
            let survey = try Self.survey(inputs, .ikZoek)
            let halves = [true, false].map { half in inputs.snapshot.people { $0.low.isMultiple(of: 2) == half } }
            let whole = try survey.part(of: inputs.snapshot, threads: 2)
            #expect(try Self.merged(halves.map { try survey.part(of: $0, threads: 2) }) == whole)

            var ownNorms = try halves.map { half in
                var own = survey
                own.norms = try PopulationNorms(ReplayInput(snapshot: half, core: inputs.core), reference: survey.reference)
                return try own.part(of: half, threads: 2)
            }
            ownNorms = ownNorms.map { ReplayPart(survey: whole.survey, runs: $0.runs, lists: $0.lists, fidelity: $0.fidelity, figures: $0.figures, recorded: $0.recorded) }
            let linkedApart = try Self.merged(ownNorms)
            #expect(linkedApart.lists == whole.lists && linkedApart.figures.arms != whole.figures.arms)

            let drawnApart = try halves.flatMap { half in
                try Set(RedrawnSample(half, window: #require(survey.samples.first).window, people: 150, seed: #require(survey.redrawn).seed)
                    .runs(of: half, seed: #require(survey.redrawn).seed).map { half.runs[$0].matchRunId })
            }
            #expect(drawnApart.count == 300 && whole.figures.redrawn.values.allSatisfy { $0.agreements.count == 150 })
        }
    }

    @Test func refusesWhatIsNotOnePopulation() async throws {
        try await Self.withFolder { folder in
            let inputs = try Self.inputs(.ikZoek, folder: folder)
            let survey = try Self.survey(inputs, .ikZoek)
            let shards = try SnapshotShards(folder + "/town.sqlite", count: 3)
            let parts = try (0..<3).map { try survey.part(of: shards.shard($0), threads: 2) }
            #expect(throws: ReplayPartError.twice) { try Self.merged([parts[0], parts[1], parts[0]]) }
            #expect(throws: ReplayPartError.nothing) { try Self.merged([]) }
            let twice = try [parts[0], parts[1], parts[0]].map { (try Self.bytes($0), "part") }
            #expect(throws: ReplayPartError.twice) { try ReplayPart.merge(twice) { _ in Issue.record("some of it was written") } }
            var deeper = survey
            deeper.depth += 1
            let other = try deeper.part(of: shards.shard(2), threads: 2)
            #expect(throws: ReplayPartError.otherSurvey) { try Self.merged([parts[0], parts[1], other]) }

            let most = try Self.merged([parts[0], parts[2]])
            #expect(throws: ReplayPartError.incomplete(made: most.runs.count, needed: inputs.snapshot.runs.count)) {
                try most.check(isOf: survey, whole: inputs.snapshot)
            }
            #expect(throws: ReplayPartError.otherSurvey) { try Self.merged(parts).check(isOf: deeper, whole: inputs.snapshot) }
            try Self.merged(parts).check(isOf: survey, whole: inputs.snapshot)
            var withTooFew = inputs
            withTooFew.take(most)
            #expect(throws: AuditError.self) { try Audit.run(withTooFew) }
            #expect(try ReplaySurvey.read(survey.json(), source: "survey.json") == survey)
            #expect(throws: ReplayPartError.notASurvey(source: "x")) { try ReplaySurvey.read(Data("{}".utf8), source: "x") }
        }
    }

    @Test func aPartComesBackAsItWasAndNoDamageIsRead() async throws {
        try await Self.withFolder { folder in
            let inputs = try Self.inputs(.ikZoek, folder: folder)
            let part = try Self.survey(inputs, .ikZoek).part(of: SnapshotShards(folder + "/town.sqlite", count: 30).shard(4), threads: 2)
            let bytes = try Self.bytes(part)
            #expect(try ReplayPart.read(bytes, source: "part") == part && ReplayPart.isOne(bytes))
            var random = SeededRandom(seed: 1)
            for _ in 0..<200 {
                var changed = bytes
                changed[EncodedPart.magic.count + random.index(below: bytes.count - EncodedPart.magic.count)] ^= UInt8(1 + random.index(below: 255))
                #expect(throws: ReplayPartError.damaged(source: "part")) { try ReplayPart.read(changed, source: "part") }
                let cut = bytes.prefix(EncodedPart.magic.count + random.index(below: bytes.count - EncodedPart.magic.count))
                #expect(throws: ReplayPartError.damaged(source: "part")) { try ReplayPart.read(Data(cut), source: "part") }
            }
            let older = Data("FAPART1\n".utf8) + bytes.dropFirst(EncodedPart.magic.count)
            #expect(throws: ReplayPartError.otherVersion(source: "part", found: 1, known: 2)) { try ReplayPart.read(older, source: "part") }
            #expect(ReplayPart.isOne(older))
            #expect(throws: ReplayPartError.damaged(source: "part")) { try ReplayPart.read(Data("FAPARTone\n".utf8), source: "part") }
            #expect(throws: ReplayPartError.notAPart(source: "part")) { try ReplayPart.read(Data("{}".utf8), source: "part") }
        }
    }

    private static func bytes(_ part: ReplayPart) throws -> Data { try part.encoded() }

    /// Merged as files are, which has to be the bytes of what they become in memory.
    private static func merged(_ parts: [ReplayPart]) throws -> ReplayPart {
        let encoded = try parts.enumerated().map { (try bytes($1), "part \($0)") }
        var together = Data()
        try ReplayPart.merge(encoded) { together += $0 }
        let part = try ReplayPart.read(encoded)
        #expect(try bytes(part) == together)
        return part
    }

    private static func withFolder<R>(_ body: (String) async throws -> R) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fairness-audit-shards-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }
}

extension Snapshot {
    /// Some of the people, with what the replay needs of them.
    fileprivate func people(_ isIn: (Pseudonym) -> Bool) -> Snapshot {
        var some = self
        some.participants = participants.filter { isIn($0.participantId) }
        some.assessments = assessments.filter { isIn($0.participantId) }
        let tests = Set(some.assessments.map(\.assessmentId))
        some.scores = scores.filter { tests.contains($0.assessmentId) }
        let kept = runs.indices.filter { isIn(runs[$0].participantId) }
        some.runs = kept.map { runs[$0] }
        some.lists = kept.map { lists[$0] }
        some.abilities = abilities.filter { isIn($0.participantId) }
        some.travelTimes = travelTimes.filter { isIn($0.participantId) }
        return some
    }
}
