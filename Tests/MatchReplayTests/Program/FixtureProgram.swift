import Cohort
import Foundation
import MatchReplay

/// A core program of a few lines, written to a folder of its own and run for real.
enum FixtureProgram {
    /// Speaks the protocol, ranks by the sum of absolute differences, and offers its parts by name so that a test can replace one.
    static let prelude = #"""
        #!/usr/bin/python3
        import json, os, signal, subprocess, sys, time
        open("pid", "w").write(str(os.getpid()))
        def say(value):
            sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        def listen():
            line = sys.stdin.readline()
            return json.loads(line) if line else None
        def hello(version=1, **claims):
            say({"protocol": "fairness-audit/replay", "version": version, "core": {"name": "fixture", "version": "0.1"}, "claims": claims})
        def distance(request, place):
            targets = place["profiles"].get("", {})
            return sum(abs(score - targets[code]["target"]) for code, score in sorted(request["scores"].items()) if code in targets)
        def ranked(request):
            active = [p for p in market["places"] if p["activeFrom"] <= request["day"] <= p.get("activeTo", "9999-12-31")]
            return sorted((distance(request, place), place["id"].encode(), place["id"]) for place in active)
        def answer(request, top):
            nearest = ranked(request)[:top]
            return {"number": request["number"], "places": [n[2] for n in nearest], "distances": [n[0] for n in nearest]}
        def batches():
            while (batch := listen()) is not None:
                yield batch.get("top"), [listen() for _ in range(batch["requests"])]
        def behave():
            for top, requests in batches():
                for request in requests: say(answer(request, top))
        # Another process of the same session, which outlives this one.
        def background(**options):
            return subprocess.Popen(["/bin/sleep", "1000"], stdin=subprocess.DEVNULL, **options)

        """#

    static let handshake = "market = listen(); hello(ties='bytes', ranks='active')\n"

    /// - Parameter script: the whole script if it begins with `#!`, else what follows the prelude.
    static func with<R>(
        _ script: String, deadlineSeconds: Double = 60, change: (inout ProgramCore) -> Void = { _ in }, _ body: (ProgramCore) async throws -> R
    ) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("core-program-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("core").path
        try (script.hasPrefix("#!") ? script : prelude + script).write(toFile: file, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        var core = ProgramCore(command: ["./core"], folder: folder.path, deadlineSeconds: deadlineSeconds, batch: 4)
        change(&core)
        return try await body(core)
    }

    /// The number that the program wrote down for itself: also that of its session.
    static func session(of core: ProgramCore) throws -> Int {
        guard let text = try? String(contentsOfFile: core.folder + "/pid", encoding: .utf8),
            let number = Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw TestProblem("the program did not get as far as writing down its number") }
        return number
    }

    /// The live processes of a session, from /proc; who has ended and was not reaped is not alive.
    static func alive(inSession session: Int) throws -> [Int] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int($0) }.filter { process in
            guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return false }
            let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count > 3 && Int(fields[3]) == session && fields[0] != "Z" && fields[0] != "X"
        }
    }

    static func alive(of core: ProgramCore) throws -> [Int] { try alive(inSession: session(of: core)) }

    /// Places p0, p1, ... on scales a and b; requests on a grid, so that distances tie.
    static func market(places: Int) throws -> Market {
        let first = try day("2026-01-01")
        let scales = ["a", "b"].map {
            Scale(scaleCode: $0, component: "personality", labelNl: $0, labelEn: $0, minimum: -10, maximum: 10, languageFree: false)
        }
        var market = Market(scales: scales, workplaces: [], profiles: [])
        for place in 0..<places {
            let id = "p\(place)"
            market.workplaces.append(Workplace(workplaceId: id, workKind: "paid", activeFrom: first))
            for (code, factor) in [("a", 7), ("b", 3)] {
                let target = Double(place * factor % 11 - 5)
                market.profiles.append(IdealProfileEntry(workplaceId: id, profileVariant: "", scaleCode: code, target: target, weight: 1))
            }
        }
        return market
    }

    static func requests(_ count: Int) throws -> [ListRequest] {
        let on = try day("2026-06-01")
        var requests: [ListRequest] = []
        for number in 0..<count {
            let scores = ["a": Double(number % 7 - 3), "b": Double(number % 5 - 2)]
            requests.append(
                ListRequest(
                    scores: scores, testLanguage: "nl", day: on, hoursAvailable: nil, travelMaxMinutes: nil, travelMinutes: [:], ability: nil,
                    key: UInt64(number)))
        }
        return requests
    }
}
