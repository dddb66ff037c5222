/// The last lines of a stream that nobody is obliged to read: what a program wrote before it went wrong.
struct ErrorTail {
    static let lines = 10
    private static let lineBytes = 400

    private(set) var count = 0
    private var kept: [[UInt8]] = []
    private var line: [UInt8] = []

    mutating func append(_ chunk: UnsafeRawBufferPointer) {
        count += chunk.count
        // More than this can be no part of the last lines.
        for byte in chunk.suffix(1 << 16) {
            if byte == UInt8(ascii: "\n") {
                keep()
            } else if line.count < Self.lineBytes {
                line.append(byte)
            }
        }
    }

    private mutating func keep() {
        if !line.isEmpty { kept.append(line) }
        if kept.count > Self.lines { kept.removeFirst() }
        line.removeAll(keepingCapacity: true)
    }

    /// Fit to be shown: without control characters, and with U+FFFD for what is not UTF-8.
    var text: [String] {
        var tail = self
        tail.keep()
        return tail.kept.map { Visible.text(String(decoding: $0, as: UTF8.self)) }
    }
}
