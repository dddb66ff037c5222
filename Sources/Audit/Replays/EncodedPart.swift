import Cohort
import Foundation

/// A part as it lies in a file, or came through a pipe; docs/shards.md describes it byte by byte.
///
/// Numbers are little-endian, and a floating-point number is its 64 bits, so that nothing is rounded on the way. Equal parts are equal bytes.
struct EncodedPart: Sendable {
    /// The first bytes of every part, with the version of the format.
    static let magic = mark + Array("\(version)\n".utf8)
    /// 2: with the recorded lists.
    private static let version = 2
    private static let mark = Array("FAPART".utf8)

    /// Whether a file is about single persons, however it came by its name.
    static func isOne(_ data: Data) -> Bool { data.starts(with: mark) }

    let header: PartHeader
    /// By which messages name it.
    let source: String
    /// Where the first run begins, and where the digest does.
    let body: Range<Int>
    private let data: Data

    /// - Throws: `notAPart`, `otherVersion`, `damaged`.
    init(_ data: Data, source: String) throws(ReplayPartError) {
        guard Self.isOne(data) else { throw .notAPart(source: source) }
        guard data.starts(with: Self.magic) else {
            let digits = String(decoding: data.dropFirst(Self.mark.count).prefix { $0 != UInt8(ascii: "\n") }.prefix(4), as: UTF8.self)
            throw Int(digits).map { .otherVersion(source: source, found: $0, known: Self.version) } ?? .damaged(source: source)
        }
        let end = data.count - Self.digestLength, text = Self.magic.count + 4
        guard text <= end, Self.isWhole(data, end: end), case let length = data.withUnsafeBytes({ Self.number($0, at: Self.magic.count) }),
            Int(length) <= end - text, let header = try? JSONDecoder().decode(PartHeader.self, from: Data(data.dropFirst(text).prefix(Int(length)))),
            header.runs >= 0, header.windows.allSatisfy({ $0.people >= 0 })
        else { throw .damaged(source: source) }
        self.data = data
        self.source = source
        self.header = header
        body = text + Int(length)..<end
    }

    func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value { data.withUnsafeBytes { body($0) } }

    private static let digestLength = 32

    /// Whether the bytes end with their own digest.
    private static func isWhole(_ data: Data, end: Int) -> Bool {
        data.withUnsafeBytes { bytes in
            var digest = Fingerprint.Running()
            digest.add(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
            return digest.bytes.elementsEqual(bytes[end...])
        }
    }

    static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    static func double(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Double {
        Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }

    static func pseudonym(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Pseudonym {
        Pseudonym(
            high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
    }
}
