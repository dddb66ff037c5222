import Cohort
import Foundation
import TestSupport
import Testing

/// The laboratory's commands as a person runs them: a table to read, JSON to keep, and nothing half done.
struct LaboratoryTests {
    /// The members of a JSON file, by path.
    private static func json(_ file: URL) throws -> JSONValue {
        try JSONValue(parsing: Data(contentsOf: file), source: file.lastPathComponent)
    }

    private static func member(_ value: JSONValue, _ path: String...) throws -> JSONValue {
        try path.reduce(value) { value, key in
            guard case .object(let members) = value, let member = members.first(where: { $0.key == key }) else {
                throw TestSetupError("The result has no \(path.joined(separator: "."))")
            }
            return member.value
        }
    }

    private static func items(_ value: JSONValue) throws -> [JSONValue] {
        guard case .array(let items) = value else { throw TestSetupError("A list was expected") }
        return items
    }

    private static func number(_ value: JSONValue) throws -> Double {
        guard case .number(let number) = value else { throw TestSetupError("A number was expected") }
        return number
    }

    @Test func replayReproducesTheDemonstration() async throws {
        try await Tool.withFolder { folder in
            let file = folder.appendingPathComponent("replay.json")
            let outcome = try await Tool.run(["replay", "--demo", "--stability", "--draws", "100", "--out", file.path])
            #expect(outcome.status == 0, "\(outcome.error)")
            let json = try Self.json(file)
            let runs = try Self.number(Self.member(json, "fidelity", "runs")), exact = try Self.number(Self.member(json, "fidelity", "exact"))
            #expect(runs > 700 && exact == runs)
            #expect(outcome.output.contains("\(Int(runs)) of \(Int(runs)) recorded lists came out exactly the same."))
            #expect(outcome.output.contains("Stability (M8)") && outcome.output.contains("Boundary margin"))
            // Six languages of more than ten people, under each of three reliabilities for the scores without a standard error.
            #expect(try Self.items(Self.member(json, "stability", "groups")).count == 18)
            let again = folder.appendingPathComponent("again.json")
            _ = try await Tool.run(["replay", "--demo", "--stability", "--draws", "100", "--threads", "1", "--out", again.path])
            #expect(try Data(contentsOf: file) == Data(contentsOf: again), "the same bytes on one thread and on two")
        }
    }

    @Test func whatIfPrintsGainsAndLossesSideBySide() async throws {
        try await Tool.withFolder { folder in
            let file = folder.appendingPathComponent("whatif.json")
            let outcome = try await Tool.run([
                "whatif", "--demo", "--scenario", "as_recorded", "lambda:100", "norms_equipercentile", "--out", file.path,
            ])
            // Asked for by name, a scenario that these data do not allow is an error, and nothing is written.
            #expect(outcome.status == 3 && outcome.error.contains("at least 200 people per test language"))
            #expect(!FileManager.default.fileExists(atPath: file.path))

            let done = try await Tool.run(["whatif", "--demo", "--scenario", "as_recorded", "lambda:100", "--out", file.path])
            #expect(done.status == 0, "\(done.error)")
            for words in ["nearer", "farther", "less day act.", "more day act.", "cannot tell an error of measurement from a true difference"] {
                #expect(done.output.contains(words))
            }
            let scenarios = try Self.items(Self.member(Self.json(file), "scenarios"))
            #expect(scenarios.count == 2)
            #expect(try Self.member(scenarios[0], "everybody", "list", "changed") == 0)
            #expect(try Self.number(Self.member(scenarios[1], "everybody", "list", "changed")) > 50)
            // The reference language keeps its scores: nobody tested in Dutch gains or loses by taking the gap off the others.
            let dutch = try #require(
                try Self.items(Self.member(scenarios[1], "groups")).first { try Self.member($0, "group") == "nl" && Self.member($0, "attribute") == "test_language" })
            // How many of them is withheld here, because another language has too few people who changed; whose first place moved is not.
            #expect(try Self.member(dutch, "topPlace", "changed") == 0 && Self.member(dutch, "bestMatch", "lose") == 0)
        }
    }

    @Test func everyScenarioOfTheDemonstrationIsTriedOrSaysWhyNot() async throws {
        try await Tool.withFolder { folder in
            let file = folder.appendingPathComponent("whatif.json")
            let outcome = try await Tool.run(["whatif", "--demo", "--out", file.path])
            #expect(outcome.status == 0, "\(outcome.error)")
            let listed = try await Tool.run(["whatif", "--demo", "--list"])
            let scenarios = try Self.items(Self.member(Self.json(file), "scenarios"))
            // A header, a line, the scenarios, and a remark.
            #expect(scenarios.count == listed.output.split(separator: "\n").count - 3)
            let refused = try scenarios.filter { if case .object(let members) = $0 { members.contains { $0.key == "refused" } } else { false } }
                .map { try Self.member($0, "id") }
            #expect(refused == ["norms_equipercentile", "profiles_per_language"])
        }
    }

    @Test func explainPutsThePlantedScaleFirst() async throws {
        try await Tool.withFolder { folder in
            let file = folder.appendingPathComponent("explain.json")
            let arguments = ["explain", "--demo", "--indicator", "M2", "--attribute", "test_language", "--group", "ar", "--pairs", "20"]
            let outcome = try await Tool.run(arguments + ["--out", file.path])
            #expect(outcome.status == 0, "\(outcome.error)")
            let json = try Self.json(file)
            let first = try #require(try Self.items(Self.member(json, "scales", "shapley")).first)
            #expect(try Self.member(first, "name") == "cap_verbal")
            let sum = try Self.items(Self.member(json, "scales", "shapley")).map { try Self.number(Self.member($0, "value")) }.reduce(0, +)
            let gap = try Self.number(Self.member(json, "gap")), rest = try Self.number(Self.member(json, "notLevel"))
            #expect(abs(sum + rest - gap) < 1e-9)
            #expect(outcome.output.contains("Profiles cannot tell an error of measurement from a true difference"))
            #expect(outcome.output.contains("bilingual retest sample"))
        }
    }

    @Test(arguments: [
        (["whatif", "--demo", "--scenario", "lambda:20x"], Int32(3), "lambda takes a whole percentage"),
        (["whatif", "--demo", "--scenario", "shape_onyl"], 3, "did you mean \"shape_only\"?"),
        (["whatif", "--demo", "--scenario", "norms_supplier"], 3, "--norm-table"),
        (["whatif", "--demo", "--scenario", "leave_out_scale:cap_verbl"], 3, "did you mean \"cap_verbal\"?"),
        (["explain", "--demo", "--indicator", "M2", "--attribute", "test_language", "--group", "xx"], 3, "Nobody with a list has test_language"),
        (["explain", "--demo", "--indicator", "M9", "--attribute", "gender", "--group", "male"], 64, "M1, M2 or M3"),
        (["replay"], 64, "--snapshot FILE and --demo"),
        (["replay", "--demo", "--out", "/nowhere/file.json"], 3, "its folder does not exist"),
        (["replay", "--demo", "--core", "no-such-core.json"], 3, "no-such-core.json"),
        (["core", "check", "no-such-core.json"], 3, "no-such-core.json"),
    ])
    func badInputIsOneClearError(arguments: [String], status: Int32, words: String) async throws {
        let outcome = try await Tool.run(arguments)
        #expect(outcome.status == status && outcome.error.contains(words), "\(outcome.status) \(outcome.error)")
        #expect(outcome.output.isEmpty)
    }

    @Test func controlCStopsWithoutAFile() async throws {
        try await Tool.withFolder { folder in
            let file = folder.appendingPathComponent("replay.json")
            let command = "replay --demo --stability --draws 1000000 --out '\(file.path)'"
            // The signal of Ctrl-C, in the middle of the work.
            let outcome = try await Tool.shell("timeout --preserve-status -s INT 4 '\(try Tool.path())' \(command)")
            #expect(outcome.status == 130 && outcome.error.contains("Stopped. Nothing was written."), "\(outcome.status) \(outcome.error)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func theNativeCorePassesTheConformanceCheck() async throws {
        try await Tool.withFolder { folder in
            let file = folder.appendingPathComponent("check.json")
            let outcome = try await Tool.run(["core", "check", "core.json", "--out", file.path])
            #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
            #expect(outcome.output.contains("monoton"))
        }
    }
}
