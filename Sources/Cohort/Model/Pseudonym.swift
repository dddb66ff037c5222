import Foundation
import GRDB

/// A keyed pseudonym of 16 bytes: what is left of a key from production once it has passed the intake.
///
/// It is *pseudonymous*, not anonymous: whoever holds the key could make it again.
/// Order is the order of the bytes, which says nothing about the order in production.
public struct Pseudonym: Hashable, Comparable, Sendable {
    public let high: UInt64
    public let low: UInt64

    /// Takes the first 16 of `bytes`; `nil` when there are fewer.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count >= 16 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        for (offset, byte) in bytes.prefix(16).enumerated() {
            if offset < 8 { words.0 = words.0 << 8 | UInt64(byte) } else { words.1 = words.1 << 8 | UInt64(byte) }
        }
        (high, low) = words
    }

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public var bytes: [UInt8] { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) } }

    /// The number that stands for this person in random draws, so that a draw belongs to a person and not to a place in a file.
    public var randomKey: UInt64 { high }

    public static func < (a: Pseudonym, b: Pseudonym) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

extension Pseudonym: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Pseudonym? {
        Data.fromDatabaseValue(value).flatMap { $0.count == 16 ? Pseudonym($0) : nil }
    }

    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        let data = Data(sqliteStatement: sqliteStatement, index: index)
        guard data.count == 16 else { return nil }
        self.init(data)
    }
}
