import Foundation
import GRDB

/// A snapshot file as it is opened: read-only, and told apart from every other file.
struct SnapshotFile {
    let queue: DatabaseQueue
    let path: String

    static func open(_ path: String) throws -> SnapshotFile {
        guard FileManager.default.fileExists(atPath: path) else { throw SnapshotError.notFound(path: path) }
        var configuration = Configuration()
        configuration.readonly = true
        return SnapshotFile(queue: try naming(path) { try DatabaseQueue(path: path, configuration: configuration) }, path: path)
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try Self.naming(path) { try queue.read(body) } }

    /// The same, where tables of the connection's own are needed beside those of the file.
    func beside<Value>(_ body: (Database) throws -> Value) throws -> Value { try Self.naming(path) { try queue.inDatabase(body) } }

    private static func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_NOTADB { throw SnapshotError.notASnapshot(path: path) }
            throw SnapshotError.damaged(path: path, what: "SQLite cannot read it")
        }
    }

    static func version(of db: Database, path: String) throws -> Int {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == SnapshotSchema.applicationID else {
            throw SnapshotError.notASnapshot(path: path)
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= SnapshotSchema.sealedFormatVersion else {
            throw SnapshotError.newerVersion(path: path, found: version, known: SnapshotSchema.sealedFormatVersion)
        }
        return version
    }

    static func checkPages(of db: Database, path: String) throws {
        // A file cut off at a page boundary still opens; SQLite knows how many pages there should be.
        guard try String.fetchOne(db, sql: "PRAGMA quick_check") == "ok" else {
            throw SnapshotError.damaged(path: path, what: "pages are missing or broken")
        }
    }
}
