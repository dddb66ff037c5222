import Cohort
import Foundation
import MatchReplay
import Testing

/// The example in C#, compiled by Mono's compiler and run by Mono, against the native core.
@Suite(.serialized)
struct CSharpCoreTests {
    /// Compiles the example into a folder of its own, beside its core file.
    static func withCore<R>(options: [String], _ body: (ProgramCore) async throws -> R) async throws -> R {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let example = root.appendingPathComponent("Examples/CSharpCore").path
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("csharp-core-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // The language of production's compiler, and no warning left standing.
        compiler.arguments = ["mcs", "-langversion:7", "-warn:4", "-warnaserror", "-optimize+", "-out:" + folder.path + "/core.exe", example + "/*.cs"]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else {
            throw TestProblem("mcs could not compile Examples/CSharpCore. scripts/install.sh test installs it (Debian: mono-mcs)")
        }
        let file = try Data(contentsOf: URL(fileURLWithPath: example + "/core.json"))
        var core = try ProgramCore.read(file, source: "core.json", folder: folder.path)
        #expect(core.command == ["mono", "core.exe", "--z"])
        core.command = ["mono", "core.exe"] + options
        return try await body(core)
    }

    /// The same places, and distances that differ by at most 1e-12.
    private static func expectEqual(_ lists: [ReplayedList], _ native: [ReplayedList], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(lists.map(\.workplaces) == native.map(\.workplaces), sourceLocation: sourceLocation)
        let difference = zip(lists, native).flatMap { zip($0.distances, $1.distances) }.reduce(0) { max($0, abs($1.0 - $1.1)) }
        #expect(difference <= 1e-12, "distances differ by \(difference)", sourceLocation: sourceLocation)
        #expect(lists.map(\.distances.count) == native.map(\.distances.count), sourceLocation: sourceLocation)
    }

    @Test(.timeLimit(.minutes(20)))
    func theRealScenarioGivesTheListsOfTheNativeCore() async throws {
        let expected = try Scenario.table("expected_top10_all.csv").map { row in (1...10).compactMap { row[$0 < 10 ? "top0\($0)" : "top10"] } }
        let snapshot = try Scenario.municipality(people: "people.csv", workplaces: "workplaces.csv").snapshot()
        let native = try Replay(snapshot: snapshot, core: .test(scaling: .init(kind: .z), ties: .numeric))
        try await Self.withCore(options: ["--z", "--numeric-ties"]) { core in
            let requests = ListRequest.all(of: snapshot), market = Market(snapshot)
            let (run, lists) = try await core.lists(for: requests, market: market, scaling: snapshot.scaling, top: 10)
            #expect(lists.count == 2236 && market.workplaces.count == 879)
            #expect(lists.map(snapshot.ids) == expected)
            Self.expectEqual(lists, try native.lists(forRuns: Array(snapshot.runs.indices), top: 10, threads: 2))
            #expect(run.handshake.name == "csharp-euclidean")
            #expect(run.handshake.claims == CoreClaims(monotone: true, ties: .numeric, ranks: .active))

            // Every place, for some.
            let some = try await core.lists(for: Array(requests.prefix(40)), market: market, scaling: snapshot.scaling, top: nil).lists
            Self.expectEqual(some, try native.lists(forRuns: Array(0..<40), top: nil, threads: 1))
            #expect(some.allSatisfy { $0.workplaces.count == 879 })
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func wholeNumbersAndTiesAsInTheTieTest() async throws {
        let snapshot = try Scenario.municipality(people: "people_quantised.csv", workplaces: "workplaces_quantised.csv").snapshot()
        let native = try Replay(snapshot: snapshot, core: .test(ties: .numeric))
        try await Self.withCore(options: ["--numeric-ties"]) { core in
            let (_, lists) = try await core.lists(for: ListRequest.all(of: snapshot), market: Market(snapshot), top: 10)
            #expect(lists == (try native.lists(forRuns: Array(snapshot.runs.indices), top: 10, threads: 2)))
        }
    }

    /// Missing scores, places' own weights, places that are no longer active, and ties everywhere.
    @Test(.timeLimit(.minutes(20)))
    func missingScoresAndWeightsToo() async throws {
        try await Self.withCore(options: ["--z", "--weights"]) { program in
            for seed in 1...5 as ClosedRange<UInt64> {
                let snapshot = try InvarianceTests.municipality(seed: seed).snapshot()
                let native = try Replay(snapshot: snapshot, core: .test(weights: .init(profile: true), scaling: .init(kind: .z)))
                let (_, lists) = try await program.lists(
                    for: ListRequest.all(of: snapshot), market: Market(snapshot), scaling: snapshot.scaling, top: nil)
                Self.expectEqual(lists, try native.lists(forRuns: Array(snapshot.runs.indices), top: nil, threads: 1))
            }
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func whatItCannotDoItRefuses() async throws {
        let snapshot = try InvarianceTests.municipality(seed: 1).snapshot()
        try await Self.withCore(options: ["--z"]) { core in
            let error = try await #require(throws: ProgramError.self) { _ = try await core.lists(for: [], market: Market(snapshot), top: nil) }
            #expect(error.problem == .refused("scores are to be scaled, and no constants were sent", .handshake))
        }
    }
}
