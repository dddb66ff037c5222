import Postgres
import Testing

/// Streams that no server of ours sends, byte by byte.
@Suite struct BinaryCopyFormatTests {
    static let header: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    static let rowOfSeven: [UInt8] = [0, 1, 0, 0, 0, 4, 0, 0, 0, 7]
    static let trailer: [UInt8] = [0xFF, 0xFF]

    private func read(_ messages: [[UInt8]]) throws -> [Int32] {
        var format = BinaryCopyFormat(columnCount: 1, purpose: "testing")
        var values: [Int32] = []
        for message in messages {
            try message.withUnsafeBytes { bytes in
                try format.read(bytes) { row in values.append(try row.decode(Int32.self)) }
            }
        }
        try format.checkEnd()
        return values
    }

    static let wholeRows: [[[UInt8]]] = [
        [header + rowOfSeven, rowOfSeven, trailer],
        [header, rowOfSeven, rowOfSeven + trailer],
        [header + rowOfSeven + rowOfSeven + trailer],
    ]

    @Test(arguments: wholeRows)
    func `messages may hold any number of whole rows`(messages: [[UInt8]]) throws {
        #expect(try read(messages) == [7, 7])
    }

    @Test func `a header extension is passed over`() throws {
        var header = Self.header
        header[18] = 3
        #expect(try read([header + [1, 2, 3] + Self.rowOfSeven, Self.trailer]) == [7])
    }

    static let malformed: [(message: [UInt8], what: String)] = {
        let otherSignature: [UInt8] = Array("PGCOPY\r".utf8) + header.dropFirst(7)
        let criticalFlag: [UInt8] = header.prefix(11) + [0, 1, 0, 0, 0, 0, 0, 0]
        let longExtension: [UInt8] = header.prefix(15) + [0, 0, 0, 9]
        let twoFields: [UInt8] = header + [0, 2, 0, 0, 0, 4, 0, 0, 0, 7]
        return [
            (otherSignature, "another signature"), (criticalFlag, "a critical flag"),
            (longExtension, "an extension longer than the message"), (twoFields, "two fields"),
            (header + [0], "half a count"), (header + trailer + rowOfSeven, "a row after the trailer"),
        ]
    }()

    @Test(arguments: malformed)
    func `what is not the format is refused`(message: [UInt8], what: String) {
        let error = #expect(throws: PostgresError.self) { try read([message]) }
        guard case .malformedStream = error else { return #expect(Bool(false), "\(what): \(String(describing: error))") }
    }

    static let lyingRows: [[UInt8]] = [
        [0, 1, 0, 0, 0, 4, 0, 0, 0], [0, 1, 0, 0, 0], [0, 1, 0xFF, 0xFF, 0xFF, 0xFE], [0, 1, 0, 0, 0, 5, 0, 0, 0, 7, 7],
    ]

    @Test(arguments: lyingRows)
    func `lengths that lie are refused before anything is read`(row: [UInt8]) {
        #expect(throws: FieldError.self) { try read([Self.header + row, Self.trailer]) }
    }

    @Test func `a stream without its trailer was cut`() {
        #expect(throws: PostgresError.connectionLost(during: "testing")) { try read([Self.header + Self.rowOfSeven]) }
    }
}
