import Audit
import Foundation

/// Parts of a replay as files and streams. They are about persons, so that only their owner may read them.
enum PartFiles {
    static func bytes(_ path: String) throws -> Data {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw FileError.cannotRead(path: path, what: "The part")
        }
        return data
    }

    /// - Parameters:
    ///   - file: `nil` = standard output.
    ///   - fill: gives the bytes of the part to what it is given.
    static func write(to file: OutputFile?, _ fill: ((Data) throws -> Void) throws -> Void) throws {
        guard let file else { return try fill { try FileHandle.standardOutput.write(contentsOf: $0) } }
        try file.write { handle in try fill { try handle.write(contentsOf: $0) } }
    }
}
