import Foundation
import Testing

/// What jsonschema, an implementation that is not ours, says about documents.
enum JSONSchema {
    /// - Parameter schema: its path in the project.
    static func accepts(_ documents: [String], by schema: String) throws -> [Bool] {
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
        process.arguments = ["python3", "-c", script, ProjectFiles.root.appendingPathComponent(schema).path]
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
}
