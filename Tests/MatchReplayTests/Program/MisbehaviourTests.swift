import Foundation
import MatchReplay
import Testing

/// Programs that misbehave, each in a way of its own: a clear error of its own within the deadline, and nothing left alive.
struct MisbehaviourTests {
    struct Way: CustomTestStringConvertible {
        let name: String
        let script: String
        let problem: ProgramError.Problem
        /// What stands out in the message.
        let says: String
        var deadlineSeconds = 60.0
        var places = 6
        var requests = 8
        var change: @Sendable (inout ProgramCore) -> Void = { _ in }
        var testDescription: String { name }
    }

    private static let good = FixtureProgram.handshake

    /// Answers the first batch of four requests with one of its answers changed by a line of Python, in which `a` is the answer.
    private static func changing(_ change: String) -> String {
        good + """
            for top, requests in batches():
                for request in requests:
                    a = answer(request, top)
                    if request["number"] == 2: \(change)
                    say(a)
            """
    }

    static let ways: [Way] = [
        Way(name: "dies at once", script: "sys.exit(3)", problem: .died(.status(3), .handshake), says: "ended with status 3 during the handshake"),
        Way(
            name: "dies within a batch", script: good + "top, requests = next(batches()); say(answer(requests[0], top)); os.kill(os.getpid(), signal.SIGKILL)",
            problem: .died(.signal(9), .batch(1)), says: "ended by signal 9 during batch 1"),
        Way(
            name: "ends early", script: good + "top, requests = next(batches()); say(answer(requests[0], top))", problem: .endedEarly(.batch(1)),
            says: "ended during batch 1, before it had answered; it must"),
        Way(
            name: "closes its output", script: good + "os.close(1); time.sleep(1000)", problem: .closedOutput(.batch(1)),
            says: "closed its standard output during batch 1"),
        Way(
            name: "closes its input", script: "market = listen(); os.close(0); hello(); time.sleep(1000)", problem: .closedInput(.batch(1)),
            says: "closed its standard input during batch 1", deadlineSeconds: 3),
        Way(
            name: "closes its input, of which somebody outside its session has a copy",
            script: "market = listen()\nif os.fork() == 0:\n    os.setsid(); time.sleep(1.5); os._exit(0)\ntime.sleep(0.2); os.close(0); hello(); time.sleep(1000)",
            problem: .closedInput(.batch(1)), says: "closed its standard input during batch 1", deadlineSeconds: 3),
        Way(
            name: "hangs", script: good + "time.sleep(1000)", problem: .hung(.batch(1), seconds: 3, ignoredTermination: false),
            says: "gave no answer to batch 1 within 3 seconds; it was stopped.", deadlineSeconds: 3),
        Way(
            name: "ignores the request to end", script: "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + good + "while True: time.sleep(1000)",
            problem: .hung(.batch(1), seconds: 3, ignoredTermination: true), says: "by force, as it ignored the request to end (SIGTERM)",
            deadlineSeconds: 3),
        Way(
            name: "never reads", script: "#!/bin/sh\necho $$ > pid\nexec sleep 1000\n",
            problem: .neverReads(.handshake, seconds: 2, ignoredTermination: false), says: "did not read the handshake from its standard input",
            deadlineSeconds: 2, places: 3_000),
        Way(
            name: "never reads on", script: good + "time.sleep(1000)", problem: .neverReads(.batch(1), seconds: 3, ignoredTermination: false),
            says: "did not read batch 1 from its standard input", deadlineSeconds: 3, requests: 5_000, change: { $0.batch = 5_000 }),
        Way(
            name: "floods standard error", script: good + "while True: sys.stderr.write('\\x1b[31mnoise\\n' * 1000)",
            problem: .floodedStandardError(limitBytes: 1_000_000), says: "wrote more than 1000000 bytes to its standard error",
            change: { $0.maximumStandardErrorBytes = 1_000_000 }),
        Way(
            name: "repeats a place", script: changing("a['places'][3] = a['places'][1]"), problem: .repeatedPlace(request: 2, place: "p5"),
            says: "twice for request 2"),
        Way(
            name: "invents a place", script: changing("a['places'][3] = 'p\\x1b99'"), problem: .unknownPlace(request: 2, place: "p 99"),
            says: "which it was never offered"),
        Way(
            name: "omits a place", script: changing("a['places'].pop(); a['distances'].pop()"), problem: .omitted(request: 2, due: 5, given: 4),
            says: "its claim \"ranks\" promises 5"),
        Way(
            name: "answers out of order",
            script: good + "top, requests = next(batches())\nfor request in [requests[0], requests[2]]: say(answer(request, top))\ntime.sleep(1000)",
            problem: .outOfOrder(expected: 1, answered: 2), says: "answered request 2 where request 1 was due"),
        Way(
            name: "is not JSON", script: good + "print('Loading model...', flush=True); behave()",
            problem: .notJSON("line 1: a value is expected", .batch(1)), says: "is not JSON"),
        Way(
            name: "writes a huge line", script: good + "next(batches())\nwhile True: sys.stdout.write(' ' * 65536)",
            problem: .lineTooLong(limitBytes: 100_000, .batch(1)), says: "wrote a line of more than 100000 bytes",
            change: { $0.maximumLineBytes = 100_000 }),
        Way(
            name: "goes to the background", script: good + "background()", problem: .wentToBackground(processes: 1, .batch(1)),
            says: "left 1 of its processes running"),
        Way(
            name: "speaks another version", script: "market = listen(); hello(version=2); behave()",
            problem: .otherProtocol("fairness-audit/replay version 2"), says: "speaks fairness-audit/replay version 2"),
        Way(
            name: "gives not a number", script: changing("a['distances'][2] = float('nan')"), problem: .notFinite(request: 2),
            says: "is not a finite number"),
        Way(
            name: "gives descending distances", script: changing("a['distances'][4] = a['distances'][0] - 1"),
            problem: .notAscending(request: 2, position: 5), says: "a smaller distance at position 5"),
        Way(
            name: "gives too many places", script: good + "for top, requests in batches():\n    for request in requests: say(answer(request, top + 1))",
            problem: .tooMany(request: 0, asked: 5, given: 6), says: "gave 6 places for request 0, which asks at most 5"),
        Way(
            name: "gives fewer distances than places", script: changing("a['distances'].pop()"),
            problem: .lengthsDiffer(request: 2, places: 5, distances: 4), says: "gave 5 places and 4 distances"),
        Way(
            name: "answers what was not asked", script: good + "behave()\nsay({'number': 8, 'places': [], 'distances': []})",
            problem: .unasked(.end), says: "that nothing asked for"),
        Way(
            name: "gives another object", script: changing("a['place'] = a['places']; del a['places']"),
            problem: .badAnswer("the line: places: is missing", .batch(1)), says: "that the protocol does not know: the line: places: is missing"),
        Way(
            name: "makes an unknown claim", script: "market = listen(); hello(tie='bytes'); behave()",
            problem: .badHandshake("its first line: claims.tie: this key is not known; did you mean \"ties\"?"), says: "did you mean \"ties\"?"),
        Way(
            name: "refuses", script: "market = listen(); say({'error': 'norms for scale b are missing'})",
            problem: .refused("norms for scale b are missing", .handshake), says: "refused the handshake: norms for scale b are missing"),
        Way(
            name: "does not end", script: good + "behave(); time.sleep(1000)", problem: .doesNotEnd(seconds: 3, ignoredTermination: false),
            says: "did not end within 3 seconds", deadlineSeconds: 3),
        Way(
            name: "fails at the end", script: good + "behave(); sys.exit(7)", problem: .failedAtEnd(.status(7)),
            says: "answered everything and then ended with status 7"),
        Way(
            name: "hangs with a child in another process group", script: good + "background(preexec_fn=os.setpgrp); time.sleep(1000)",
            problem: .hung(.batch(1), seconds: 4, ignoredTermination: false), says: "gave no answer to batch 1 within 4 seconds; it was stopped.",
            deadlineSeconds: 4),
    ]

    @Test(.timeLimit(.minutes(20)), arguments: ways)
    func isAnErrorOfItsOwnAndLeavesNothingAlive(way: Way) async throws {
        try await FixtureProgram.with(way.script, deadlineSeconds: way.deadlineSeconds, change: way.change) { core in
            let market = try FixtureProgram.market(places: way.places), requests = try FixtureProgram.requests(way.requests)
            let error = try await #require(throws: ProgramError.self) {
                _ = try await core.lists(for: requests, market: market, top: 5)
            }
            #expect(try FixtureProgram.alive(of: core) == [])
            #expect(error.problem == way.problem)
            #expect(error.description.contains(way.says), "\(error)")
            #expect(error.description.hasPrefix("Core program ./core "))
            #expect(!error.description.contains("\u{1B}"))
        }
    }

    @Test func everyWayHasWordsOfItsOwn() {
        // But for the two ways of closing the input, which come to the same.
        #expect(Set(Self.ways.map(\.problem.description)).count == Self.ways.count - 1)
        #expect(Set(Self.ways.map(\.says)).count == Self.ways.count - 1)
    }

    @Test func aProgramThatIsNotThereIsNamed() async throws {
        try await FixtureProgram.with("", change: { $0.command = ["./kore"] }) { core in
            let error = try await #require(throws: ProgramError.self) {
                _ = try await core.lists(for: [], market: FixtureProgram.market(places: 1), top: nil)
            }
            #expect(error.problem == .cannotStart("there is no file \(core.folder)/kore"))
        }
        try await FixtureProgram.with("", change: { $0.command = ["no-such-program-anywhere"] }) { core in
            let error = try await #require(throws: ProgramError.self) {
                _ = try await core.lists(for: [], market: FixtureProgram.market(places: 1), top: nil)
            }
            #expect("\(error)".contains("could not be started"))
        }
    }

    @Test func theLastLinesOfStandardErrorAreKept() async throws {
        let script = FixtureProgram.handshake + "for n in range(100): print('line', n, '\\x1b[2J', file=sys.stderr)\nsys.exit(1)"
        try await FixtureProgram.with(script) { core in
            let error = try await #require(throws: ProgramError.self) {
                _ = try await core.lists(for: FixtureProgram.requests(1), market: FixtureProgram.market(places: 2), top: nil)
            }
            #expect(error.problem == .died(.status(1), .batch(1)))
            #expect(error.standardError == (90..<100).map { "line \($0)  [2J" })
        }
    }
}
