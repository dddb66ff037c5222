import Testing

@testable import MatchReplay

struct LineBufferTests {
    /// However the bytes come in, the lines are the same.
    @Test(arguments: 1...9)
    func linesDoNotDependOnHowTheyAreCut(size: Int) throws {
        let bytes = Array("one\n\ntwo \r\nthree\nrest".utf8)
        var buffer = LineBuffer(limit: 6)
        var lines: [String] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { buffer.append($0) }
            while let line = try buffer.next() { lines.append(String(decoding: buffer.bytes[line], as: UTF8.self)) }
        }
        #expect(lines == ["one", "", "two \r", "three"])
        #expect(String(decoding: buffer.bytes[buffer.rest], as: UTF8.self) == "rest")
    }

    @Test func aLineBeyondTheLimitIsAnErrorBeforeItEnds() throws {
        var buffer = LineBuffer(limit: 3)
        Array("abc\nabcd".utf8).withUnsafeBytes { buffer.append($0) }
        #expect(try buffer.next() == 0..<3)
        #expect(throws: LineBuffer.TooLong.self) { try buffer.next() }
        var whole = LineBuffer(limit: 3)
        Array("abcd\n".utf8).withUnsafeBytes { whole.append($0) }
        #expect(throws: LineBuffer.TooLong.self) { try whole.next() }
    }
}
