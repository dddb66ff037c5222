import Cohort
import Foundation

/// The bytes of an encoded part, given away piece by piece and followed by their digest.
struct PartWriter {
    private var pending: [UInt8] = []
    private var digest = Fingerprint.Running()

    init(_ header: PartHeader) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = try encoder.encode(header)
        add(EncodedPart.magic)
        add(UInt32(text.count))
        add([UInt8](text))
    }

    mutating func add(_ bytes: some Sequence<UInt8>) { pending += bytes }
    mutating func add(_ bytes: UnsafeRawBufferPointer) { pending += bytes }
    mutating func add(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { pending += $0 } }
    mutating func add(_ number: Double) { withUnsafeBytes(of: number.bitPattern.littleEndian) { pending += $0 } }

    /// Gives away what has come together, if it is much.
    mutating func flush(_ sink: (Data) throws -> Void) throws { if pending.count >= 1 << 20 { try give(sink) } }

    mutating func finish(_ sink: (Data) throws -> Void) throws {
        try give(sink)
        try sink(Data(digest.bytes))
    }

    private mutating func give(_ sink: (Data) throws -> Void) throws {
        pending.withUnsafeBytes { digest.add($0) }
        try sink(Data(pending))
        pending.removeAll(keepingCapacity: true)
    }
}
