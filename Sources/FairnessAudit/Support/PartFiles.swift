import Audit
import Foundation

/// Parts of a replay as files and streams. They are about persons, so that only their owner may read them.
enum PartFiles {
    static func read(_ path: String) throws -> ReplayPart {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw FileError.cannotRead(path: path, what: "The part")
        }
        return try ReplayPart.read(data, source: path)
    }

    /// - Parameter file: `nil` = standard output.
    static func write(_ part: ReplayPart, to file: OutputFile?) throws {
        guard let file else { return try part.write { try FileHandle.standardOutput.write(contentsOf: $0) } }
        try file.write { handle in try part.write { try handle.write(contentsOf: $0) } }
    }
}
