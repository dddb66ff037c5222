import Cohort
import Foundation
import TestSupport
import Testing

/// The gate as a pipeline runs it: every exit code, the files, the records, and nothing half done.
struct GateCommandTests {
    /// A town in a folder, with its core, a candidate and limits.
    private struct Desk {
        let folder: URL
        var limits = Repository.root.appendingPathComponent("thresholds.json").path

        init(_ folder: URL, _ town: GateTown = GateTown(), core: Data = GateTown.core(), candidate: Data = GateTown.core(version: "1.1", verbal: 1.1)) throws {
            self.folder = folder
            try town.write(to: path("town.sqlite"), core: core)
            try core.write(to: folder.appendingPathComponent("core.json"))
            try candidate.write(to: folder.appendingPathComponent("candidate.json"))
        }

        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

        func gate(_ extra: String..., without: String? = nil, instead: [String: String] = [:]) async throws -> Tool.Outcome {
            var options = [
                "--snapshot": path("town.sqlite"), "--baseline": path("core.json"), "--candidate": path("candidate.json"), "--thresholds": limits,
                "--on": "2026-11-23", "--language": "en",
            ]
            options.merge(instead) { $1 }
            if let without { options[without] = nil }
            return try await Tool.run(["gate"] + options.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } + extra)
        }

        func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

        func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

        /// The project's limits with one part replaced.
        mutating func changeLimits(_ old: String, _ new: String) throws {
            let text = try String(contentsOfFile: limits, encoding: .utf8)
            guard text.contains(old) else { throw TestSetupError("thresholds.json does not hold \(old)") }
            limits = path("thresholds.json")
            try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: folder.appendingPathComponent("thresholds.json"))
        }
    }

    /// Few small changes, so that every group of thirty or more clears.
    private static let bigTown: GateTown = {
        var town = GateTown()
        town.languages = [("nl", 300), ("ar", 120)]
        return town
    }()

    @Test func nothingBlocksIsZero() async throws {
        try await Tool.withFolder { folder in
            let desk = try Desk(folder, candidate: GateTown.core(name: "other"))
            let outcome = try await desk.gate("--out", desk.path("gate"), "--record", desk.path("records"))
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(outcome.output.contains("Nothing blocks release other 1.0."))
            for name in ["gate.json", "gate.md", "gate.html", "gate.junit.xml", "gate.sarif"] { #expect(desk.isThere("gate/\(name)")) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path("records")).count == 1)
        }
    }

    @Test func aBrokenPromiseIsOne() async throws {
        try await Tool.withFolder { folder in
            let desk = try Desk(folder, candidate: GateTown.core(version: "1.1", abilities: false))
            let outcome = try await desk.gate("--annotations", "github")
            #expect(outcome.status == 1, "\(outcome.error)")
            #expect(outcome.output.contains("invariant.limits.abilities") && outcome.output.contains("::error"))
        }
    }

    @Test func harmIsOneAndAnOverrideMakesItZero() async throws {
        try await Tool.withFolder { folder in
            var town = GateTown()
            town.languages = [("nl", 300), ("ar", 60)]
            town.verbalShift = ["nl": 4, "ar": -9]
            town.places = 120
            town.isTwoSided = false
            let core = GateTown.core(verbal: 0.3, abilities: false, travel: false)
            let candidate = GateTown.core(version: "1.1", verbal: 4, abilities: false, travel: false)
            let desk = try Desk(folder, town, core: core, candidate: candidate)
            let blocked = try await desk.gate("--out", desk.path("gate"))
            #expect(blocked.status == 1, "\(blocked.error)")
            let ids = try Self.strings("blockedBy", in: desk.bytes("gate/gate.json"))
            #expect(ids.contains("M2.test_language.ar@baseline"))
            let findings = ids.map { "\"\($0)\"" }.joined(separator: ", ")
            try Data(
                """
                {"version": 1, "overrides": [{"id": "O-1", "approver": "A. Jansen", "role": "product owner", "reason": "A correction follows.",
                 "approvedOn": "2026-11-01", "expires": "2027-01-31", "candidate": "\(Fingerprint.sha256(of: candidate))", "findings": [\(findings)]}]}
                """.utf8).write(to: folder.appendingPathComponent("overrides.json"))
            let passed = try await desk.gate("--override", desk.path("overrides.json"))
            #expect(passed.status == 0, "\(passed.error)")
            #expect(passed.output.contains("A. Jansen") && passed.output.contains("O-1"))
            let expired = try await desk.gate("--override", desk.path("overrides.json"), instead: ["--on": "2027-02-01"])
            #expect(expired.status == 1)
        }
    }

    @Test func harmThatCannotBeExcludedIsTwoOrZeroByPolicy() async throws {
        try await Tool.withFolder { folder in
            // Groups of 30 whose lists all change: nothing can be settled about them.
            var town = GateTown()
            town.languages = [("nl", 40), ("ar", 31), ("ti", 31)]
            var desk = try Desk(folder, town, candidate: GateTown.core(version: "1.1", distance: "manhattan", verbal: 0.5))
            let outcome = try await desk.gate("--out", desk.path("gate"))
            #expect(outcome.status == 2, "\(outcome.output)\(outcome.error)")
            #expect(outcome.output.contains("Could not be settled") && outcome.output.contains("MDE"))
            try desk.changeLimits(#""notSettled": {\#n      "value": "block""#, #""notSettled": {\#n      "value": "warn""#)
            let warned = try await desk.gate()
            #expect(warned.status == 0, "\(warned.output)")
        }
    }

    @Test func whatCannotRunIsThreeAndLeavesNothing() async throws {
        try await Tool.withFolder { folder in
            var desk = try Desk(folder)
            func refused(_ words: String, _ outcome: Tool.Outcome) {
                #expect(outcome.status == 3 && outcome.output.isEmpty && outcome.error.contains(words), "\(outcome.error)")
                #expect(!desk.isThere("gate/gate.json") && !desk.isThere("records"))
            }
            let out = ["--out", desk.path("gate"), "--record", desk.path("records")]
            refused("no-such.sqlite", try await desk.gate(out[0], out[1], out[2], out[3], instead: ["--snapshot": desk.path("no-such.sqlite")]))
            refused("candidate.json", try await {
                try Data("{".utf8).write(to: folder.appendingPathComponent("candidate.json"))
                return try await desk.gate(out[0], out[1], out[2], out[3])
            }())
            try GateTown.core(version: "1.1").write(to: folder.appendingPathComponent("candidate.json"))
            try Data(#"{"version": 1, "overrides": [], "surprise": 1}"#.utf8).write(to: folder.appendingPathComponent("overrides.json"))
            refused("surprise", try await desk.gate(out[0], out[1], out[2], out[3], "--override", desk.path("overrides.json")))
            try desk.changeLimits(#""anchor": {\#n      "value": null"#, #""anchor": {\#n      "value": {"file": "core.json", "sha256": "\#(String(repeating: "0", count: 64))", "approvedOn": "2026-01-15", "approvedBy": "the college"}"#)
            refused("is not the core that was approved on 2026-01-15", try await desk.gate(out[0], out[1], out[2], out[3]))
        }
    }

    @Test func aFileWithoutLimitsForTheGateIsThree() async throws {
        try await Tool.withFolder { folder in
            var desk = try Desk(folder)
            guard var root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: desk.limits))) as? [String: Any] else {
                throw TestSetupError("thresholds.json is no object")
            }
            root["gate"] = nil
            desk.limits = desk.path("thresholds.json")
            try JSONSerialization.data(withJSONObject: root).write(to: folder.appendingPathComponent("thresholds.json"))
            let outcome = try await desk.gate()
            #expect(outcome.status == 3 && outcome.error.contains("no section \"gate\""), "\(outcome.error)")
        }
    }

    @Test func tooFewPeopleIsFour() async throws {
        try await Tool.withFolder { folder in
            var town = GateTown()
            town.languages = [("nl", 9)]
            let desk = try Desk(folder, town)
            let outcome = try await desk.gate("--out", desk.path("gate"))
            #expect(outcome.status == 4 && outcome.output.isEmpty && outcome.error.contains("fewer than 10 people"), "\(outcome.error)")
            #expect(!desk.isThere("gate/gate.json"))
        }
    }

    @Test func aWrongCommandLineIsSixtyFour() async throws {
        try await Tool.withFolder { folder in
            let desk = try Desk(folder)
            #expect(try await desk.gate(without: "--candidate").status == 64)
            #expect(try await desk.gate(without: "--snapshot").status == 64)
            #expect(try await desk.gate("--demo").status == 64)
            #expect(try await desk.gate("--threads", "0").status == 64)
            #expect(try await desk.gate("--annotations", "gitlab").status == 64)
        }
    }

    @Test func theSameBytesOnRepeatedRunsAndOnOneAndTwoThreads() async throws {
        try await Tool.withFolder { folder in
            let desk = try Desk(folder, candidate: GateTown.core(version: "1.1", distance: "manhattan"))
            var results: [Data] = []
            for (name, threads) in [("first", "2"), ("second", "2"), ("third", "1")] {
                let outcome = try await desk.gate("--out", desk.path(name), "--threads", threads)
                #expect([0, 2].contains(outcome.status), "\(outcome.error)")
                results.append(try desk.bytes("\(name)/gate.json"))
            }
            #expect(results[0] == results[1] && results[0] == results[2])
        }
    }

    @Test func recordsCountAttempts() async throws {
        try await Tool.withFolder { folder in
            let desk = try Desk(folder, candidate: GateTown.core(name: "other"))
            for attempt in 1...3 {
                let outcome = try await desk.gate("--record", desk.path("records"), "--release", "2.4", "--out", desk.path("gate"), "--force")
                #expect(outcome.status == 0, "\(outcome.error)")
                #expect(try String(decoding: desk.bytes("gate/gate.json"), as: UTF8.self).contains("\"attempt\" : \(attempt)"))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path("records")).count == 3)
            // Results are not replaced unless asked.
            #expect(try await desk.gate("--out", desk.path("gate")).status == 3)
        }
    }

    /// The town's core as another program, with a way to break a promise.
    private static func program(_ twist: String = "") -> Data {
        Data(
            """
            import json, sys
            market = json.loads(sys.stdin.readline())
            places = sorted(market["places"], key=lambda p: p["id"])
            print(json.dumps({"protocol": market["protocol"], "version": 1, "core": {"name": "ported", "version": "1.0"}}), flush=True)
            def able(place, request):
                if place["activeFrom"] > request["day"] or place.get("activeTo", "9999") < request["day"]: return False
                if request.get("travelMinutes", {}).get(place["id"], 0) > request.get("travelMaxMinutes", 9999): return False
                return not any(asked and request.get("abilities", {}).get(name) is False for name, asked in place.get("demands", {}).items())
            while line := sys.stdin.readline():
                batch = json.loads(line)
                for _ in range(batch["requests"]):
                    request, ranked = json.loads(sys.stdin.readline()), []
                    for place in places:
                        if not able(place, request): continue
                        profile = place["profiles"][""]
                        total = sum(((request["scores"][code] - 50) / 10 - (profile[code]["target"] - 50) / 10) ** 2 for code in sorted(profile))
                        ranked.append((total ** 0.5, place["id"]))
                    ranked.sort()
                    ranked = ranked[:batch.get("top", len(ranked))]
                    names, distances = [name for _, name in ranked], [distance for distance, _ in ranked]
                    \(twist)
                    print(json.dumps({"number": request["number"], "places": names, "distances": distances}))
                sys.stdout.flush()
            """.utf8)
    }

    @Test func aCandidateCanBeAnotherProgram() async throws {
        try await Tool.withFolder { folder in
            let desk = try Desk(folder)
            try Data(#"{ "command": ["python3", "core.py"], "environment": {"PYTHONDONTWRITEBYTECODE": "1"} }"#.utf8)
                .write(to: folder.appendingPathComponent("candidate.json"))
            try Self.program().write(to: folder.appendingPathComponent("core.py"))
            let same = try await desk.gate("--out", desk.path("gate"), "--force")
            #expect(same.status == 0, "\(same.output)\(same.error)")
            let report = try String(decoding: desk.bytes("gate/gate.json"), as: UTF8.self)
            #expect(report.contains("\"identical_lists\"") && report.contains("\"name\" : \"ported\""))
            // What no list may be is a broken promise, and not a program that could not run.
            try Self.program("names[0] = 'nowhere'").write(to: folder.appendingPathComponent("core.py"))
            let nowhere = try await desk.gate("--out", desk.path("gate"), "--force")
            #expect(nowhere.status == 1 && nowhere.output.contains("nowhere"), "\(nowhere.output)\(nowhere.error)")
            #expect(try Self.strings("blockedBy", in: desk.bytes("gate/gate.json")) == ["invariant.places"])
            // Another answer every time, and a program that ends.
            try Self.program("import random; random.shuffle(names)").write(to: folder.appendingPathComponent("core.py"))
            let shuffled = try await desk.gate("--out", desk.path("gate"), "--force")
            #expect(shuffled.status == 1, "\(shuffled.error)")
            #expect(try Self.strings("blockedBy", in: desk.bytes("gate/gate.json")).contains("invariant.determinism"))
            try Self.program("sys.exit(7)").write(to: folder.appendingPathComponent("core.py"))
            let ended = try await desk.gate()
            #expect(ended.status == 3 && ended.error.contains("status 7"), "\(ended.error)")
        }
    }

    private static func strings(_ key: String, in json: Data) throws -> [String] {
        guard let root = try JSONSerialization.jsonObject(with: json) as? [String: Any], let strings = root[key] as? [String] else {
            throw TestSetupError("gate.json has no \(key)")
        }
        return strings
    }
}
