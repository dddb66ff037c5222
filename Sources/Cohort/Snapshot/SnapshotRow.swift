import GRDB

/// A row of the snapshot: a plain value that GRDB reads and writes by its property names, in snake_case.
public protocol SnapshotRow: Codable, FetchableRecord, PersistableRecord {}

extension SnapshotRow {
    // GRDB's own conversion searches character sets for every column of every row; these names are plain letters.
    public static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .custom { SnakeCase.name($0.stringValue) } }
    public static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { .convertFromSnakeCase }
}

enum SnakeCase {
    /// `leftOn` becomes `left_on`. For names of ASCII letters, which is what properties here have.
    static func name(_ property: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(property.utf8.count + 4)
        for byte in property.utf8 {
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                bytes.append(UInt8(ascii: "_"))
                bytes.append(byte + 32)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
