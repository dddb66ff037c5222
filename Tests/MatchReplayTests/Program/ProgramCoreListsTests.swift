import Cohort
import Foundation
import MatchReplay
import Synchronization
import Testing

/// Programs that do as they should.
struct ProgramCoreListsTests {
    /// What the fixture program computes, in Swift.
    private static func expected(_ requests: [ListRequest], _ market: Market, top: Int?) -> [ReplayedList] {
        let profiles = Dictionary(grouping: market.profiles, by: \.workplaceId)
        return requests.map { request in
            var ranked: [(place: Int, distance: Double, id: String)] = []
            for (place, workplace) in market.workplaces.enumerated() {
                var distance = 0.0
                for entry in profiles[workplace.workplaceId] ?? [] { distance += abs((request.scores[entry.scaleCode] ?? 0) - entry.target) }
                ranked.append((place, distance, workplace.workplaceId))
            }
            ranked.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.id < $1.id }
            let kept = ranked.prefix(top ?? ranked.count)
            return ReplayedList(workplaces: kept.map(\.place), distances: kept.map(\.distance))
        }
    }

    @Test(.timeLimit(.minutes(20)), arguments: [(0, 4, 1), (1, 1, 1), (8, 4, 2), (9, 4, 1), (30, 7, 3)])
    func answersComeInOrderHoweverTheyAreBatched(count: Int, batch: Int, inFlight: Int) async throws {
        let market = try FixtureProgram.market(places: 9), requests = try FixtureProgram.requests(count)
        try await FixtureProgram.with(
            FixtureProgram.handshake + "behave()",
            change: {
                $0.batch = batch
                $0.batchesInFlight = inFlight
            }
        ) { core in
            for top in [nil, 1, 5, 100] as [Int?] {
                let (run, lists) = try await core.lists(for: requests, market: market, top: top)
                #expect(lists == Self.expected(requests, market, top: top))
                #expect(run.handshake == ProgramHandshake(name: "fixture", version: "0.1", claims: CoreClaims(ties: .bytes, ranks: .active)))
                #expect(run.processesLeft == 0)
            }
            #expect(try FixtureProgram.alive(of: core) == [])
        }
    }

    /// Far more than both pipes hold, in both directions: writer and reader must not wait for each other.
    @Test(.timeLimit(.minutes(20)))
    func bothPipesMayBeFull() async throws {
        let market = try FixtureProgram.market(places: 60), requests = try FixtureProgram.requests(2_000)
        // Reads a whole batch before it answers any of it, and says a lot besides.
        let script = FixtureProgram.handshake + """
            for top, requests in batches():
                sys.stderr.write("x" * 100000 + "\\n")
                for request in requests: say(answer(request, top))
            """
        try await FixtureProgram.with(script, change: { $0.batch = 1_000 }) { core in
            let (run, lists) = try await core.lists(for: requests, market: market, top: nil)
            #expect(lists == Self.expected(requests, market, top: nil))
            #expect(run.standardError == Array(repeating: String(repeating: "x", count: 400), count: 2))
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func aChildInTheBackgroundIsEndedAfterANormalEnd() async throws {
        for options in ["", "preexec_fn=os.setpgrp"] {
            try await FixtureProgram.with(FixtureProgram.handshake + "background(\(options)); behave()") { core in
                let requests = try FixtureProgram.requests(5), market = try FixtureProgram.market(places: 3)
                let (run, lists) = try await core.lists(for: requests, market: market, top: nil)
                #expect(lists == Self.expected(requests, market, top: nil))
                #expect(run.processesLeft == 1)
                #expect(try FixtureProgram.alive(of: core) == [])
            }
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func onlyTheListedEnvironmentAndTheThreeStreamsArePassed() async throws {
        let script = FixtureProgram.handshake + """
            with open("/proc/self/environ", "rb") as file: given = file.read()
            json.dump([given.decode(), sorted(os.listdir("/proc/self/fd")), os.getcwd(), sys.argv[1:]], open("seen", "w"))
            behave()
            """
        try await FixtureProgram.with(
            script,
            change: {
                $0.command += ["--norms", "norms 1.csv"]
                $0.environment = ["CORE_MODE": "a b=c"]
            }
        ) { core in
            _ = try await core.lists(for: FixtureProgram.requests(1), market: FixtureProgram.market(places: 1), top: nil)
            let seen = try String(contentsOfFile: core.folder + "/seen", encoding: .utf8)
            // Number 3 is the folder that it is just listing.
            #expect(seen == #"["CORE_MODE=a b=c\u0000", ["0", "1", "2", "3"], "\#(core.folder)", ["--norms", "norms 1.csv"]]"#)
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func cancellingLeavesNothingAlive() async throws {
        let script = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + FixtureProgram.handshake + "background(preexec_fn=os.setpgrp); open('ready', 'w'); time.sleep(1000)"
        try await FixtureProgram.with(script) { core in
            let requests = try FixtureProgram.requests(5), market = try FixtureProgram.market(places: 3)
            let task = Task { try await core.lists(for: requests, market: market, top: nil) }
            while !FileManager.default.fileExists(atPath: core.folder + "/ready") { try await Task.sleep(for: .milliseconds(10)) }
            let session = try FixtureProgram.session(of: core)
            #expect(try FixtureProgram.alive(inSession: session).count == 2)
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try FixtureProgram.alive(inSession: session) == [])
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func aListThatNobodyCanTakeEndsTheProgram() async throws {
        struct DiskFull: Error {}
        try await FixtureProgram.with(FixtureProgram.handshake + "behave()") { core in
            let taken = Mutex(0)
            await #expect(throws: DiskFull.self) {
                _ = try await core.replay(try FixtureProgram.requests(20), market: try FixtureProgram.market(places: 3), top: 1) { _ in
                    let count = taken.withLock { count in
                        count += 1
                        return count
                    }
                    if count == 6 { throw DiskFull() }
                }
            }
            #expect(taken.withLock { $0 } == 6)
            let alive = try FixtureProgram.alive(of: core)
            #expect(alive == [])
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func whatCannotBeSentIsNamedWithoutItsValue() async throws {
        try await FixtureProgram.with(FixtureProgram.handshake + "behave()") { core in
            var requests = try FixtureProgram.requests(9)
            requests[7].scores["b"] = .infinity
            let market = try FixtureProgram.market(places: 3)
            await #expect(throws: ReplayError.notFinite(relation: "assessment_score", code: "b")) {
                _ = try await core.lists(for: requests, market: market, top: nil)
            }
            #expect(try FixtureProgram.alive(of: core) == [])
            var broken = market
            broken.profiles[0].target = .nan
            await #expect(throws: ReplayError.notFinite(relation: "ideal_profile", code: "a")) {
                _ = try await core.lists(for: [], market: broken, top: nil)
            }
        }
    }

    /// Places that are due, and places that are not: inactive ones, and those that ask nothing the participant was measured on.
    @Test(.timeLimit(.minutes(20)))
    func theClaimToRankIsHeldToWhatIsDue() async throws {
        var market = try FixtureProgram.market(places: 6)
        market.workplaces[1].activeTo = try day("2026-05-31")
        market.profiles.removeAll { $0.workplaceId == "p2" && $0.scaleCode == "a" }
        market.profiles.removeAll { $0.workplaceId == "p3" }
        for index in market.profiles.indices where market.profiles[index].workplaceId == "p4" { market.profiles[index].weight = 0 }
        var requests = try FixtureProgram.requests(1)
        requests[0].scores["b"] = nil
        let skipping = """
            def ranked(request):
                able = [p for p in market["places"] if p["id"] not in ("p1", "p2", "p3", "p4")]
                return sorted((distance(request, place), place["id"].encode(), place["id"]) for place in able)
            """
        try await FixtureProgram.with(skipping + "\n" + FixtureProgram.handshake + "behave()") { core in
            let (_, lists) = try await core.lists(for: requests, market: market, top: nil)
            #expect(Set(lists[0].workplaces) == [0, 5])
            market.profiles[market.profiles.count - 1].weight = 1
            requests[0].scores["b"] = 1
            let error = try await #require(throws: ProgramError.self) { _ = try await core.lists(for: requests, market: market, top: nil) }
            #expect(error.problem == .omitted(request: 0, due: 3, given: 2))
        }
    }
}
