/// Cuts a stream of bytes into lines, and never holds more than the longest line that is allowed and one read.
struct LineBuffer {
    private(set) var bytes: [UInt8] = []
    private var start = 0
    private var searched = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func append(_ chunk: UnsafeRawBufferPointer) {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: chunk)
    }

    /// The next whole line in `bytes`, without its end; `nil` when more bytes are needed.
    mutating func next() throws(TooLong) -> Range<Int>? {
        let newline = bytes.withUnsafeBufferPointer { $0[searched...].firstIndex(of: UInt8(ascii: "\n")) }
        guard let newline else {
            searched = bytes.count
            guard searched - start <= limit else { throw TooLong() }
            return nil
        }
        let line = start..<newline
        guard line.count <= limit else { throw TooLong() }
        start = newline + 1
        searched = start
        return line
    }

    /// What follows the last whole line: not empty when the stream ended within a line.
    var rest: Range<Int> { start..<bytes.count }

    struct TooLong: Error {}
}
