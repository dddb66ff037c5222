import Cohort
import Foundation
import MatchReplay
import Testing

struct ProgramCoreReadingTests {
    private static func read(_ text: String) throws -> ProgramCore {
        try ProgramCore.read(Data(text.utf8), source: "core.json", folder: "/cores")
    }

    @Test func whatIsNotGivenHasADefault() throws {
        let core = try Self.read(#"{"command": ["./core"]}"#)
        #expect(core == ProgramCore(command: ["./core"], folder: "/cores", sha256: core.sha256))
        #expect(core.environment.isEmpty && core.deadlineSeconds == 30 && core.batch == 256)
        #expect(core.sha256 == Fingerprint.sha256(of: Data(#"{"command": ["./core"]}"#.utf8)))
    }

    @Test func everythingCanBeGiven() throws {
        let core = try Self.read(
            #"""
            {"$schema": "s", "comment": "c", "version": 1, "command": ["mono", "core.exe", ""], "environment": {"MONO_GC_PARAMS": "nursery-size=64m"},
             "deadlineSeconds": 0.5, "batch": 10, "batchesInFlight": 2, "maximumLineBytes": 2048, "maximumStandardErrorBytes": 0}
            """#)
        #expect(
            core
                == ProgramCore(
                    command: ["mono", "core.exe", ""], environment: ["MONO_GC_PARAMS": "nursery-size=64m"], folder: "/cores", deadlineSeconds: 0.5,
                    batch: 10, batchesInFlight: 2, maximumLineBytes: 2048, maximumStandardErrorBytes: 0, sha256: core.sha256))
    }

    /// What is wrong, what the reader must say about it, and whether the schema can say so too.
    @Test(arguments: [
        (#"{}"#, "core.json: command: is missing", true),
        (#"{"command": []}"#, "core.json: command: must name a program", true),
        (#"{"command": [""]}"#, "core.json: command: must name a program", false),
        (#"{"command": "./core"}"#, "core.json: command: a list is expected", true),
        (#"{"command": [1]}"#, "core.json: command: a list of texts is expected", true),
        (#"{"command": ["a\u0000b"]}"#, "core.json: command: must not hold a null character", false),
        (#"{"command": ["a"], "comand": []}"#, "core.json: comand: this key is not known; did you mean \"command\"?", true),
        (#"{"command": ["a"], "command": ["b"]}"#, "key \"command\" stands twice", false),
        (#"{"command": ["a"], "deadline": 3}"#, "core.json: deadline: this key is not known", true),
        (#"{"command": ["a"], "deadlineSeconds": 0}"#, "core.json: deadlineSeconds: must be above 0", true),
        (#"{"command": ["a"], "deadlineSeconds": 90000}"#, "core.json: deadlineSeconds: must be above 0 and at most 86400", true),
        (#"{"command": ["a"], "batch": 0}"#, "core.json: batch: must be a whole number from 1", true),
        (#"{"command": ["a"], "batch": 1.5}"#, "core.json: batch: must be a whole number from 1", true),
        (#"{"command": ["a"], "batchesInFlight": -1}"#, "core.json: batchesInFlight: must be", true),
        (#"{"command": ["a"], "maximumLineBytes": 12}"#, "core.json: maximumLineBytes: must be", true),
        (#"{"command": ["a"], "maximumStandardErrorBytes": "1 MB"}"#, "core.json: maximumStandardErrorBytes: a number is expected", true),
        (#"{"command": ["a"], "environment": {"LANG": 1}}"#, "core.json: environment.LANG: a text is expected", true),
        (#"{"command": ["a"], "environment": {"A=B": "1"}}"#, "core.json: environment.A=B: this cannot be the name of a variable", false),
        (#"{"command": ["a"], "environment": {"1A": "1"}}"#, "core.json: environment.1A: this cannot be the name of a variable", false),
        (#"{"command": ["a"], "version": 2}"#, "core.json: version: must be a whole number from 1 to 1", true),
        (#"["./core"]"#, "core.json: an object is expected", true),
    ])
    func whatIsWrongIsNamed(text: String, problem: String, schemaSaysSo: Bool) throws {
        let error = try #require(throws: JSONError.self) { try Self.read(text) }
        #expect(error.description.contains(problem), "\(error)")
        guard let value = try? JSONValue(parsing: text.utf8, source: "") else { return }
        #expect(try SchemaCheck(file: "schemas/program-core.schema.json").accepts(value) != schemaSaysSo)
    }

    @Test func theSchemaTakesWhatTheReaderTakes() throws {
        let schema = try SchemaCheck(file: "schemas/program-core.schema.json")
        for text in [
            #"{"command": ["./core"]}"#, #"{"$schema": 1, "comment": [], "version": 1, "command": ["a", ""], "environment": {}, "deadlineSeconds": 0.1, "batch": 1}"#,
            #"{"command": ["a"], "environment": null, "deadlineSeconds": null, "batch": null, "version": null}"#,
        ] {
            _ = try Self.read(text)
            #expect(try schema.accepts(JSONValue(parsing: text.utf8, source: "")))
        }
    }

    @Test func aFileWithACommandIsAProgram() throws {
        #expect(ProgramCore.describesProgram(try JSONValue(parsing: #"{"command": 1}"#.utf8, source: "")))
        #expect(!ProgramCore.describesProgram(try JSONValue(parsing: #"{"version": 1, "distance": "euclidean"}"#.utf8, source: "")))
        #expect(!ProgramCore.describesProgram(.array([])))
    }
}
