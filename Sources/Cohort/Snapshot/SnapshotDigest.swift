import Crypto
import Foundation
import GRDB

/// SHA-256 over the rows of a table in key order. Every value is fed with its type and length, so that no two tables share a digest by accident.
enum SnapshotDigest {
    static func table(_ name: String, key: String, in db: Database) throws -> (rows: Int, digest: String) {
        // Every table here has typed columns, so a value's kind is that of its column; bytes are read where SQLite has them.
        let kinds = try db.columns(in: name).map { Kind(declared: $0.type) }
        var hash = SHA256()
        var count = 0
        // Rows are fed in blocks: a call per value would cost more than the hash.
        var block: [UInt8] = []
        block.reserveCapacity(1 << 16)
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(name) ORDER BY \(key)")
        while let row = try rows.next() {
            count += 1
            for index in kinds.indices { try append(row, at: index, kinds[index], to: &block) }
            if block.count >= 1 << 15 {
                hash.update(data: block)
                block.removeAll(keepingCapacity: true)
            }
        }
        hash.update(data: block)
        return (count, hash.finalize().map { String(format: "%02x", $0) }.joined())
    }

    private enum Kind {
        case integer, real, bytes

        init(declared: String) {
            self =
                switch declared {
                case "INTEGER": .integer
                case "REAL": .real
                default: .bytes
                }
        }
    }

    private static func append(_ row: Row, at index: Int, _ kind: Kind, to block: inout [UInt8]) throws {
        func tag(_ byte: UInt8, _ word: UInt64) {
            block.append(byte)
            withUnsafeBytes(of: word.bigEndian) { block.append(contentsOf: $0) }
        }
        switch kind {
        case .integer: if let value = row[index] as Int64? { tag(1, UInt64(bitPattern: value)) } else { block.append(0) }
        case .real: if let value = row[index] as Double? { tag(2, value.bitPattern) } else { block.append(0) }
        case .bytes:
            try row.withUnsafeData(atIndex: index) { data in
                guard let data else { return block.append(0) }
                tag(3, UInt64(data.count))
                block.append(contentsOf: data)
            }
        }
    }
}
