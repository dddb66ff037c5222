import Audit
import Foundation

/// Where the decisions of people come from.
enum ActionsSource {
    /// - Parameters:
    ///   - path: as given; a file that is not there is an error.
    ///   - example: whether the project's example, beside the limits, stands in when no file is given.
    static func file(_ path: String?, example: Bool, beside limits: String) throws -> ActionsFile? {
        if let path { return try ActionsFile.read(InputFile.read(path, what: "The decisions about actions"), source: path) }
        guard example else { return nil }
        let beside = URL(fileURLWithPath: limits).deletingLastPathComponent().appendingPathComponent("actions.json").path
        guard let data = FileManager.default.contents(atPath: beside) else { return nil }
        return try ActionsFile.read(data, source: beside)
    }
}
