import Foundation

/// A file of lists that a person can read, written from front to back: `participant,rank,workplace_id,distance`, a row per place.
///
/// It stands under a temporary name beside its destination until `finish` renames it: whatever goes wrong before, no half file is
/// left and nothing that was there is lost. Distances are written with as many digits as it takes to read the same bits back.
struct ListFile: ~Copyable {
    static let header = "participant,rank,workplace_id,distance\n"

    private let path: String
    private let temporary: String
    private let handle: FileHandle

    private init(path: String, temporary: String, handle: FileHandle) {
        self.path = path
        self.temporary = temporary
        self.handle = handle
    }

    /// Begins a file with its header.
    static func create(at path: String) throws(StreamError) -> ListFile {
        let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        // Lists are pseudonymous, not anonymous: only their owner may read them, from the first byte on.
        let descriptor = open(temporary, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, cause: String(cString: strerror(errno))) }
        let file = ListFile(
            path: path, temporary: temporary, handle: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
        try file.write(Array(header.utf8))
        return file
    }

    deinit {
        // After `finish` there is no such file any more.
        unlink(temporary)
    }

    func write(_ rows: [UInt8]) throws(StreamError) {
        do { try handle.write(contentsOf: rows) } catch { throw .cannotWrite(path: path, cause: "\(error.localizedDescription)") }
    }

    /// Waits until the disk has it all, so that the name never stands for less than the whole.
    consuming func finish() throws(StreamError) {
        do {
            try handle.synchronize()
            try handle.close()
        } catch { throw .cannotWrite(path: path, cause: "\(error.localizedDescription)") }
        guard rename(temporary, path) == 0 else { throw .cannotWrite(path: path, cause: String(cString: strerror(errno))) }
    }

    /// A field as RFC 4180 has it: in quotes when it holds a comma, a quote or a line break.
    static func field(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let quote = UInt8(ascii: "\"")
        guard bytes.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            return bytes
        }
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
