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
        try replacing { part in FileManager.default.createFile(atPath: part, contents: content) }
    }

    /// Piece by piece, for what only its owner may read.
    func write(_ fill: (FileHandle) throws -> Void) throws {
        try replacing { part in
            guard FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: part)
            else { return false }
            try fill(handle)
            try handle.close()
            return true
        }
    }

    private func replacing(_ make: (String) throws -> Bool) throws {
        let part = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: part) }
        guard try make(part) else { throw FileError.cannotWrite(path: path, cause: "it cannot be made") }
        guard rename(part, path) == 0 else { throw FileError.cannotWrite(path: path, cause: String(cString: strerror(errno))) }
    }

    /// Keys sorted, so that equal results are equal bytes.
    func write(json value: some Encodable) throws {
        try write(value.canonicalJSON())
    }
}
