import Audit
import Foundation

/// A result file: refused before the slow work when it cannot be written, and put in place when it is whole.
struct OutputFile {
    let path: String

    init(_ path: String, force: Bool) throws {
        self.path = path
        let files = FileManager.default
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw FileError.cannotWrite(path: path, cause: "it is a folder") }
            guard force else { throw FileError.fileExists(path: path) }
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard files.isWritableFile(atPath: folder) else { throw FileError.cannotWrite(path: path, cause: "its folder does not exist or may not be written to") }
    }

    func write(_ content: Data) throws {
        let part = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: part) }
        guard FileManager.default.createFile(atPath: part, contents: content) else { throw FileError.cannotWrite(path: path, cause: "it cannot be made") }
        guard rename(part, path) == 0 else { throw FileError.cannotWrite(path: path, cause: String(cString: strerror(errno))) }
    }

    /// Keys sorted, so that equal results are equal bytes.
    func write(json value: some Encodable) throws {
        try write(value.canonicalJSON())
    }
}
