import Crypto
import Foundation
import GRDB

/// SHA-256 over the rows of a table in key order. Every value is fed with its type and length, so that no two tables share a digest by accident.
enum SnapshotDigest {
    static func table(_ name: String, key: String, in db: Database) throws -> (rows: Int, digest: String) {
        var hash = SHA256()
        var count = 0
        // Rows are fed in blocks: a call per value would cost more than the hash.
        var block: [UInt8] = []
        block.reserveCapacity(1 << 16)
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(name) ORDER BY \(key)")
        while let row = try rows.next() {
            count += 1
            for index in 0..<row.count { append(row, at: index, to: &block) }
            if block.count >= 1 << 15 {
                hash.update(data: block)
                block.removeAll(keepingCapacity: true)
            }
        }
        hash.update(data: block)
        return (count, hash.finalize().map { String(format: "%02x", $0) }.joined())
    }

    private static func append(_ row: Row, at index: Int, to block: inout [UInt8]) {
        func tag(_ byte: UInt8, _ word: UInt64) {
            block.append(byte)
            withUnsafeBytes(of: word.bigEndian) { block.append(contentsOf: $0) }
        }
        switch (row[index] as DatabaseValue).storage {
        case .null: block.append(0)
        case .int64(let value): tag(1, UInt64(bitPattern: value))
        case .double(let value): tag(2, value.bitPattern)
        case .string(let value):
            tag(3, UInt64(value.utf8.count))
            block.append(contentsOf: value.utf8)
        case .blob(let value):
            tag(4, UInt64(value.count))
            block.append(contentsOf: value)
        }
    }
}
