/// [PostgreSQL's binary COPY format](https://www.postgresql.org/docs/current/sql-copy.html), version of 7.4 and later:
/// an 11-byte signature, 4 bytes of flags and a header extension; then for each row a 16-bit count of fields, each field with a
/// 32-bit length (-1 for NULL) before its bytes; and -1 for the count after the last row. Everything is big-endian.
package struct BinaryCopyFormat {
    private let columnCount: Int
    private let purpose: String
    private var headerWasRead = false
    private var trailerWasRead = false

    package init(columnCount: Int, purpose: String) {
        self.columnCount = columnCount
        self.purpose = purpose
    }

    /// Reads the rows of one message. The server ends a message where a row ends.
    package mutating func read(_ message: UnsafeRawBufferPointer, eachRow: (inout Row) throws -> Void) throws {
        guard var cursor = message.baseAddress else { return }
        let end = cursor + message.count
        if !headerWasRead {
            cursor = try skipHeader(message)
            headerWasRead = true
        }
        while cursor < end {
            guard !trailerWasRead, end - cursor >= 2 else { throw malformed("bytes follow the last row") }
            let fieldCount = Int16(bigEndian: cursor.loadUnaligned(as: Int16.self))
            cursor += 2
            if fieldCount == -1 {
                trailerWasRead = true
                continue
            }
            guard Int(fieldCount) == columnCount else {
                throw malformed("a row has \(fieldCount) fields instead of \(columnCount)")
            }
            var row = Row(cursor: cursor, end: end, columnCount: columnCount)
            try eachRow(&row)
            try row.skipRest()
            cursor = row.cursor
        }
    }

    /// A stream without its trailer was cut short.
    package func checkEnd() throws(PostgresError) {
        guard headerWasRead, trailerWasRead else { throw .connectionLost(during: purpose) }
    }

    private static let signature: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]

    private func skipHeader(_ message: UnsafeRawBufferPointer) throws(PostgresError) -> UnsafeRawPointer {
        let fixed = Self.signature.count + 8
        guard let start = message.baseAddress, message.count >= fixed, message.starts(with: Self.signature) else {
            throw malformed("it does not begin as a binary COPY does")
        }
        let flags = UInt32(bigEndian: message.loadUnaligned(fromByteOffset: Self.signature.count, as: UInt32.self))
        // Bits 16 to 31 are critical: a reader that does not know one must stop. None is known to us.
        guard flags >> 16 == 0 else { throw malformed("its header has flags that this program does not know") }
        let extensionLength = Int(UInt32(bigEndian: message.loadUnaligned(fromByteOffset: fixed - 4, as: UInt32.self)))
        guard extensionLength <= message.count - fixed else { throw malformed("its header is longer than its first message") }
        return start + fixed + extensionLength
    }

    private func malformed(_ problem: String) -> PostgresError {
        .malformedStream(during: purpose, problem: problem)
    }
}
