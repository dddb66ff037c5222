import Cohort
import Foundation

extension ProgramCore {
    /// Whether a core file describes a program: it has a `command`. Everything else about the file is judged when it is read.
    public static func describesProgram(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        return members.contains { $0.key == "command" }
    }

    /// Reads a core file that names a program (schemas/program-core.schema.json). Unknown keys are errors that name the nearest known one.
    /// - Parameters:
    ///   - data: the bytes of the file; `sha256` is taken over exactly these.
    ///   - source: the file's name, for messages.
    ///   - folder: the folder of the file.
    public static func read(_ data: Data, source: String, folder: String) throws(JSONError) -> ProgramCore {
        var document = try JSONObject(JSONValue(parsing: data, source: source), source: source)
        document.ignore("$schema")
        document.ignore("comment")
        if document.optionalValue("version") != nil { _ = try document.integer("version", in: 1...1) }
        var core = ProgramCore(command: try command(in: &document), folder: folder, sha256: Fingerprint.sha256(of: data))
        if var environment = try document.optionalObject("environment") {
            for name in environment.keys { core.environment[name] = try variable(name, in: &environment) }
        }
        if document.optionalValue("deadlineSeconds") != nil {
            core.deadlineSeconds = try document.number("deadlineSeconds")
            guard core.deadlineSeconds > 0, core.deadlineSeconds <= 86_400 else {
                throw document.error("deadlineSeconds", "must be above 0 and at most 86400, a day")
            }
        }
        try limit("batch", 1...1_000_000, &core.batch, in: &document)
        try limit("batchesInFlight", 1...1_000, &core.batchesInFlight, in: &document)
        try limit("maximumLineBytes", 1_024...1 << 30, &core.maximumLineBytes, in: &document)
        try limit("maximumStandardErrorBytes", 0...1 << 40, &core.maximumStandardErrorBytes, in: &document)
        try document.close()
        return core
    }

    private static func command(in document: inout JSONObject) throws(JSONError) -> [String] {
        let command = try document.strings("command")
        guard let program = command.first, !program.isEmpty else {
            throw document.error("command", "must name a program: [\"./core\"] or [\"mono\", \"core.exe\"]")
        }
        // A C string ends there: the program would be started with something else than the file says.
        guard !command.contains(where: { $0.utf8.contains(0) }) else { throw document.error("command", "must not hold a null character") }
        return command
    }

    private static func variable(_ name: String, in environment: inout JSONObject) throws(JSONError) -> String {
        let value = try environment.string(name)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = name.utf8.first, !digits.contains(first), !name.utf8.contains(UInt8(ascii: "=")), !name.utf8.contains(0) else {
            throw environment.error(name, "this cannot be the name of a variable: it must not be empty, begin with a digit, or hold = or a null character")
        }
        guard !value.utf8.contains(0) else { throw environment.error(name, "must not hold a null character") }
        return value
    }

    private static func limit(_ key: String, _ range: ClosedRange<Int>, _ value: inout Int, in document: inout JSONObject) throws(JSONError) {
        if document.optionalValue(key) != nil { value = try document.integer(key, in: range) }
    }
}
