import Glibc

/// One row of a binary COPY, decoded field by field from libpq's own buffer, left to right.
///
/// It cannot be copied or kept: the buffer is freed after the closure it is given to.
public struct Row: ~Copyable {
    @usableFromInline var cursor: UnsafeRawPointer
    @usableFromInline let end: UnsafeRawPointer
    @usableFromInline var column = 0
    @usableFromInline let columnCount: Int

    init(cursor: UnsafeRawPointer, end: UnsafeRawPointer, columnCount: Int) {
        self.cursor = cursor
        self.end = end
        self.columnCount = columnCount
    }

    /// The next field; NULL is an error.
    @inlinable
    public mutating func decode<Field: BinaryField>(_ type: Field.Type) throws(FieldError) -> Field {
        guard let value = try decodeIfPresent(type) else {
            throw FieldError(column: column, problem: "it is NULL where the contract requires a value")
        }
        return value
    }

    /// The next field, or nil for NULL.
    @inlinable
    public mutating func decodeIfPresent<Field: BinaryField>(_ type: Field.Type) throws(FieldError) -> Field? {
        guard let bytes = try nextField() else { return nil }
        guard let value = Field(binary: bytes) else {
            throw FieldError(column: column, problem: "\(bytes.count) bytes are not a value of type \(Field.postgresType)")
        }
        return value
    }

    /// The next field's bytes, or nil for NULL, without making a String of them. The span ends with the call.
    @inlinable
    public mutating func withBytes<R>(_ body: (UnsafeRawBufferPointer?) throws(FieldError) -> R) throws(FieldError) -> R {
        try body(try nextField())
    }

    /// Whether the next field is exactly these bytes; if it is not, they become it. NULL is an error.
    ///
    /// A list's rows follow each other and repeat its key: with this the key costs one comparison a row, and nothing is
    /// allocated until the next list begins.
    public mutating func isSameText(as last: inout [UInt8]) throws(FieldError) -> Bool {
        guard let bytes = try nextField() else {
            throw FieldError(column: column, problem: "it is NULL where the contract requires a value")
        }
        if last.count == bytes.count, last.withUnsafeBytes({ Self.areEqual($0, bytes) }) { return true }
        last = Array(bytes)
        return false
    }

    /// Of equal length. By memcmp: this is done for every row of every list.
    private static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        guard let a = a.baseAddress, let start = b.baseAddress else { return true }
        return memcmp(a, start, b.count) == 0
    }

    @inlinable
    mutating func nextField() throws(FieldError) -> UnsafeRawBufferPointer? {
        column += 1
        guard column <= columnCount else { throw FieldError(column: column, problem: "the row has only \(columnCount) columns") }
        guard end - cursor >= 4 else { throw FieldError(column: column, problem: "the row ends before it") }
        let length = Int(Int32(bigEndian: cursor.loadUnaligned(as: Int32.self)))
        cursor += 4
        if length == -1 { return nil }
        guard length >= 0, length <= end - cursor else {
            throw FieldError(column: column, problem: "its length is not that of the row")
        }
        let bytes = UnsafeRawBufferPointer(start: cursor, count: length)
        cursor += length
        return bytes
    }

    /// Passes over what the closure left unread, so that the next row begins where it should.
    mutating func skipRest() throws(FieldError) {
        while column < columnCount { _ = try nextField() }
    }
}
