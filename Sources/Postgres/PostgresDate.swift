/// A `date`: days since 2000-01-01, before it negative.
public struct PostgresDate: BinaryField, Hashable, Comparable, Sendable {
    public let daysSince2000: Int32

    public static var postgresType: String { "date" }

    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    public init?(binary: UnsafeRawBufferPointer) {
        guard let days = Int32(binary: binary) else { return nil }
        daysSince2000 = days
    }

    /// False for PostgreSQL's `infinity` and `-infinity`, which are no days.
    public var isFinite: Bool { daysSince2000 != .max && daysSince2000 != .min }

    /// Days since 1970-01-01.
    public var daysSince1970: Int { Int(daysSince2000) + 10_957 }

    public static func < (a: Self, b: Self) -> Bool { a.daysSince2000 < b.daysSince2000 }
}

/// A `timestamptz`: microseconds since 2000-01-01 00:00 UTC.
public struct PostgresTimestamp: BinaryField, Hashable, Comparable, Sendable {
    public let microsecondsSince2000: Int64

    public static var postgresType: String { "timestamptz" }

    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    public init?(binary: UnsafeRawBufferPointer) {
        guard let microseconds = Int64(binary: binary) else { return nil }
        microsecondsSince2000 = microseconds
    }

    /// False for PostgreSQL's `infinity` and `-infinity`, which are no moments.
    public var isFinite: Bool { microsecondsSince2000 != .max && microsecondsSince2000 != .min }

    public static func < (a: Self, b: Self) -> Bool { a.microsecondsSince2000 < b.microsecondsSince2000 }
}
