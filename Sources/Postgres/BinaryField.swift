/// A Swift type that one PostgreSQL type arrives as in binary form.
public protocol BinaryField {
    /// PostgreSQL's name of the type, for error messages.
    static var postgresType: String { get }
    /// Decodes the bytes of one field, or returns nil when they are not of this type. The bytes are gone after the call.
    init?(binary: UnsafeRawBufferPointer)
}

extension BinaryField where Self: FixedWidthInteger {
    @inlinable
    public init?(binary: UnsafeRawBufferPointer) {
        guard binary.count == MemoryLayout<Self>.size else { return nil }
        self.init(bigEndian: binary.loadUnaligned(as: Self.self))
    }
}

extension Int16: BinaryField {
    public static var postgresType: String { "smallint" }
}

extension Int32: BinaryField {
    public static var postgresType: String { "integer" }
}

extension Int64: BinaryField {
    public static var postgresType: String { "bigint" }
}

extension Bool: BinaryField {
    public static var postgresType: String { "boolean" }

    @inlinable
    public init?(binary: UnsafeRawBufferPointer) {
        guard binary.count == 1, binary[0] <= 1 else { return nil }
        self = binary[0] == 1
    }
}

/// NaN and the infinities decode as themselves; whether they are welcome is the caller's question.
extension Float: BinaryField {
    public static var postgresType: String { "real" }

    @inlinable
    public init?(binary: UnsafeRawBufferPointer) {
        guard let bits = UInt32(fourBytes: binary) else { return nil }
        self.init(bitPattern: bits)
    }
}

/// NaN and the infinities decode as themselves; whether they are welcome is the caller's question.
extension Double: BinaryField {
    public static var postgresType: String { "double precision" }

    @inlinable
    public init?(binary: UnsafeRawBufferPointer) {
        guard binary.count == 8 else { return nil }
        self.init(bitPattern: UInt64(bigEndian: binary.loadUnaligned(as: UInt64.self)))
    }
}

extension String: BinaryField {
    public static var postgresType: String { "text" }

    /// nil when the bytes are not UTF-8, which a database with encoding SQL_ASCII can send.
    @inlinable
    public init?(binary: UnsafeRawBufferPointer) {
        self.init(validating: binary, as: UTF8.self)
    }
}

extension UInt32 {
    @usableFromInline
    init?(fourBytes: UnsafeRawBufferPointer) {
        guard fourBytes.count == 4 else { return nil }
        self.init(bigEndian: fourBytes.loadUnaligned(as: UInt32.self))
    }
}
