import ArgumentParser
import Audit
import Cohort
import Foundation

/// The system under audit: one that comes with the tool, by name, or one that somebody described in a file.
enum SystemFile {
    static func configuration(_ name: String) throws -> SystemConfiguration {
        if let builtIn = BuiltInSystem(rawValue: name) { return try builtIn.configuration() }
        guard name.hasSuffix(".json") || FileManager.default.fileExists(atPath: name) else {
            let known = BuiltInSystem.allCases.map(\.rawValue)
            throw ValidationError(
                "\"\(name)\" is neither a system that comes with the tool (\(known.joined(separator: ", "))) nor a file\(Spelling.suggestion(for: name, among: known)).")
        }
        return try SystemConfiguration.read(InputFile.read(name, what: "The system's configuration"), source: name)
    }

    /// The file that was asked for, or else `thresholds-hallowerk.json` where there is one for the system, or else `thresholds.json`.
    static func thresholds(_ asked: String?, of system: SystemConfiguration) -> String {
        if let asked { return asked }
        let own = "thresholds-\(system.name).json"
        return FileManager.default.fileExists(atPath: own) ? own : "thresholds.json"
    }
}
