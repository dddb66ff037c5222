import Crypto
import Foundation
import GRDB
import GRDBSQLite

/// SHA-256 over the rows of a table in key order. Every value is fed with its type and length, so that no two tables share a digest by accident.
enum SnapshotDigest {
    struct OfTable: Sendable {
        let table: String
        let rows: Int
        let digest: String
    }

    static func table(_ table: (name: String, key: String), in db: Database) throws -> OfTable {
        var hash = SHA256()
        var count = 0
        // Rows are fed in blocks, and read where SQLite has them: a copy per value would cost more than the hash.
        var block: [UInt8] = []
        block.reserveCapacity(1 << 16)
        let statement = try db.makeStatement(sql: "SELECT * FROM \(table.name) ORDER BY \(table.key)")
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        let columns = sqlite3_column_count(handle)
        var code = sqlite3_step(handle)
        while code == SQLITE_ROW {
            count += 1
            for column in 0..<columns { append(handle, column, to: &block) }
            if block.count >= 1 << 15 {
                hash.update(data: block)
                block.removeAll(keepingCapacity: true)
            }
            code = sqlite3_step(handle)
        }
        guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        hash.update(data: block)
        return OfTable(table: table.name, rows: count, digest: hash.finalize().map { String(format: "%02x", $0) }.joined())
    }

    private static func append(_ handle: SQLiteStatement, _ column: Int32, to block: inout [UInt8]) {
        func tag(_ byte: UInt8, _ word: UInt64) {
            block.append(byte)
            withUnsafeBytes(of: word.bigEndian) { block.append(contentsOf: $0) }
        }
        let type = sqlite3_column_type(handle, column)
        switch type {
        case SQLITE_INTEGER: tag(1, UInt64(bitPattern: sqlite3_column_int64(handle, column)))
        case SQLITE_FLOAT: tag(2, sqlite3_column_double(handle, column).bitPattern)
        case SQLITE_TEXT, SQLITE_BLOB:
            let bytes = sqlite3_column_blob(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            tag(type == SQLITE_TEXT ? 3 : 4, UInt64(count))
            block.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        default: block.append(0)
        }
    }
}
