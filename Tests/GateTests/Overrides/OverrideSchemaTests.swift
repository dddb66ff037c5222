import Audit
import Cohort
import Foundation
import Testing

@testable import Gate

/// The published schema and the program must say the same about a file, as far as a schema can.
@Suite struct OverrideSchemaTests {
    /// What jsonschema, an implementation that is not ours, says about each document.
    static func accepted(_ documents: [String]) throws -> [Bool] {
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            for document in json.load(sys.stdin):
                print("yes" if validator.is_valid(json.loads(document)) else "no")
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, ProjectFile.path("schemas/overrides.schema.json")]
        let input = Pipe(), output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(try JSONEncoder().encode(documents))
        try input.fileHandleForWriting.close()
        let answers = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "python3 with jsonschema is needed; scripts/install.sh test installs it")
        return answers.split(separator: "\n").map { $0 == "yes" }
    }

    @Test func agreesWithTheReader() throws {
        let example = try #require(FileManager.default.contents(atPath: ProjectFile.path("Examples/ci/overrides.json")))
        let right = [OverrideText.right, String(decoding: example, as: UTF8.self), OverrideText.right.replacing("<27@anchor", with: "27-44@anchor")]
        for text in right { #expect(throws: Never.self) { try OverrideText.read(text) } }
        let said = try Self.accepted(right + OverrideText.wrong.map(\.text))
        try #require(said.count == right.count + OverrideText.wrong.count)
        #expect(said.prefix(right.count).allSatisfy { $0 })
        for (change, accepted) in zip(OverrideText.wrong, said.dropFirst(right.count)) {
            #expect(accepted == !change.schemaSees, "\(change)")
        }
    }

    /// The lists in the schema are those of the program.
    @Test func namesEveryIndicatorAndAttribute() throws {
        let all = GateLimits.indicatorIDs.flatMap { indicator in
            (Attribute.standard.map(\.rawValue) + [FindingName.everybody]).flatMap { attribute in
                GateFinding.Against.allCases.map { "\(indicator).\(attribute).x@\($0.rawValue)" }
            }
        }
        #expect(all.compactMap(FindingName.problem).isEmpty)
        let said = try Self.accepted(all.map { OverrideText.right.replacing("M2.test_language.ar@baseline", with: $0) })
        #expect(said == all.map { _ in true })
    }
}
