import Cohort
import Foundation
import MatchReplay
import Testing

/// The checks on cores that are other programs.
@Suite(.serialized)
struct ProgramConformanceTests {
    private static func report(_ script: String) async throws -> ConformanceReport {
        try await FixtureProgram.with(script) { core in
            try Data(#"{"command": ["./core"], "deadlineSeconds": 60}"#.utf8).write(to: URL(fileURLWithPath: core.folder + "/core.json"))
            return try await Conformance.check(coreFile: core.folder + "/core.json", cases: 3)
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func aProgramThatDoesAsItSaysPasses() async throws {
        let report = try await Self.report(FixtureProgram.handshakeOfConformance + "behave()")
        #expect(report.failures == [])
        #expect(report.core == "fixture" && report.version == "0.1")
        #expect(report.checks.allSatisfy { $0.outcome == .passed(cases: $0.name == "protocol" ? 1 : 3) })
    }

    @Test(.timeLimit(.minutes(20)))
    func aProgramThatTakesTiesAsTheyComeIsFound() async throws {
        let asTheyCome = """
            def ranked(request):
                return sorted([(distance(request, p), 0, p["id"]) for p in market["places"] if p["activeFrom"] <= request["day"] <= p.get("activeTo", "9999-12-31")], key=lambda r: r[0])

            """
        let report = try await Self.report(asTheyCome + FixtureProgram.handshakeOfConformance + "behave()")
        #expect(report.failures.map(\.name) == ["permuted places", "ties"])
    }

    @Test(.timeLimit(.minutes(20)))
    func theExampleInCSharpPasses() async throws {
        try await CSharpCoreTests.withCore(options: ["--z"]) { core in
            let report = try await Conformance.check(ConformanceSubject(core), cases: 3)
            #expect(report.failures == [])
            #expect(report.checks.allSatisfy { $0.outcome == .passed(cases: 3) })
        }
        try await CSharpCoreTests.withCore(options: ["--numeric-ties"]) { core in
            let report = try await Conformance.check(ConformanceSubject(core), cases: 2)
            #expect(report.failures == [])
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func aProgramThatDoesNotAnswerFailsOnceAndIsNotAskedAgain() async throws {
        let report = try await Self.report("sys.exit(4)")
        #expect(report.failures.map(\.name) == ["protocol"])
        guard case .failed(let problem, _) = report.checks[0].outcome else { throw TestProblem("it did not fail") }
        #expect(problem == "Core program ./core ended with status 4 during the handshake, before it had answered.")
        #expect(report.checks.dropFirst().allSatisfy { $0.outcome == .notApplicable(reason: "it did not answer the handshake") })
    }

    @Test(.timeLimit(.minutes(20)))
    func aProgramCanBeAskedOnScalesThatItKnows() async throws {
        let script = """
            market = listen()
            if any(s["code"] != "E" for s in market["scales"]): say({"error": "unknown scale"}); sys.exit(1)
            hello(ties='bytes', ranks='active', monotone=True)
            behave()
            """
        try await FixtureProgram.with(script) { core in
            let scale = Scale(scaleCode: "E", component: "personality", labelNl: "E", labelEn: "E", minimum: 1, maximum: 6, languageFree: false)
            #expect(try await Conformance.check(ConformanceSubject(core, scales: [scale]), cases: 1).failures == [])
            let error = try await #require(throws: ProgramError.self) { _ = try await ConformanceSubject(core) }
            #expect(error.problem == .refused("unknown scale", .handshake))
        }
    }
}

extension FixtureProgram {
    /// The prelude's ranking leaves out whoever has no scores.
    fileprivate static let handshakeOfConformance = """
        whole = ranked
        def ranked(request): return whole(request) if request["scores"] else []
        market = listen(); hello(ties='bytes', ranks='active', monotone=True)

        """
}
